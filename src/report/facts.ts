import { candidateList, candidateSentence } from './candidates.ts';
import { formatBytes, formatMs, formatUsd } from './format.ts';
import type { Fallback, GateResult, ManifestAsset, ManifestFile, RequestCounts } from './manifest.ts';
import { html, relativeUrl, type Content, type Markup } from './markup.ts';

/** Why there is no picture, in the picture's place. */
export function errorNote({ error, status }: ManifestAsset): Markup {
  const message = error?.message ?? (status === 'done' ? 'The manifest names no picture.' : 'No reason was given.');
  return html`<div class="stage trouble">
    <p class="cause">${message}</p>
    ${
      error &&
      html`<p class="next">${error.next}</p>
        <code>${error.code}</code>`
    }
  </div>`;
}

/** What the reader should not have to unfold: a fallback, pictures that were painted in vain, and gates that did not pass. */
export function notesOf(asset: ManifestAsset): Markup {
  const { candidates, error, fallback, files, gates } = asset;
  const hasPicture = files.some((file) => file.role !== 'metadata');
  return html`${fallback && fallbackNote(asset, fallback)}${
    candidates && html`<p class="note">${candidateSentence(candidates)}</p>`
  }${
    error && hasPicture ? html`<p class="note fail">${error.message} ${error.next}</p>` : undefined
  }${gates.filter((gate) => gate.status !== 'pass').map((gate) => html`<p class="note ${gate.status}">${gate.message}</p>`)}`;
}

function fallbackNote({ provider, status }: ManifestAsset, { from, reason, also = [] }: Fallback): Markup {
  const how = status === 'done' ? 'Made by' : 'In the end tried with';
  const others = also.map((passed) => `; not ${passed.from} either: ${passed.reason}`).join('');
  return html`<p class="note warn">${how} ${provider} instead of ${from}: ${reason}${others}</p>`;
}

/** Everything else about an asset, folded away. */
export function factsOf(asset: ManifestAsset): Markup {
  return html`<details>
    <summary>Prompt and facts</summary>
    <dl>
      ${[
        row('Prompt', asset.prompt),
        row('Negative', asset.negativePrompt),
        row('Seed', String(asset.seed)),
        row(
          'Provider',
          [asset.provider, asset.profile, asset.workflow].filter((name) => name !== undefined).join(' · '),
        ),
        row(
          'Calls',
          `${count(asset.calls, 'call')}, ${count(asset.polls, 'poll')}, ${count(asset.attempts, 'attempt')}`,
        ),
        row('Requests', asset.requests && asset.requests.total > 0 ? requestList(asset.requests) : undefined),
        row('Cost', formatUsd(asset.cost.usd)),
        row('Timings', Object.entries(asset.timings).map(timing).join(', ')),
        row('Checks', gateList(asset.gates)),
        row('Candidates', asset.candidates && candidateList(asset.candidates)),
        row('Files', fileList(asset.files)),
      ]}
    </dl>
  </details>`;
}

function row(name: string, value: Content): Markup | undefined {
  return value === '' || value === undefined
    ? undefined
    : html`<dt>${name}</dt>
        <dd>${value}</dd>`;
}

function requestList({ upload, generate, download, store, total }: RequestCounts): string {
  const parts = [count(upload, 'upload'), count(generate, 'job'), count(download, 'download'), count(store, 'store')];
  return `${parts.filter((part) => !part.startsWith('0 ')).join(', ')}: ${total} in all`;
}

function timing([key, ms]: [string, number]): string {
  return `${key.replace(/Ms$/, '')} ${formatMs(ms)}`;
}

function gateList(gates: readonly GateResult[]): Markup | undefined {
  if (gates.length === 0) return undefined;
  return html`<ul class="gates">
    ${gates.map(
      ({ name, status, message }) =>
        html`<li class="${status}"><b>${name}</b> ${status}${message === '' ? '' : `: ${message}`}</li>`,
    )}
  </ul>`;
}

function fileList(files: readonly ManifestFile[]): Markup | undefined {
  if (files.length === 0) return undefined;
  return html`<ul class="files">
    ${files.map(
      ({ path, bytes, sha256, width, height }) =>
        html`<li>
          <a href="${relativeUrl(path)}">${path}</a> ${width && height ? `${width} × ${height}, ` : ''}${formatBytes(
            bytes,
          )}<code title="sha256">${sha256}</code>
        </li>`,
    )}
  </ul>`;
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
