import { createFallbackCounter, fallbackSentence } from './fallback-counts.ts';
import { formatInstant, formatMs, formatType, formatUsd } from './format.ts';
import { contentPolicy, inlineElement } from './inline-code.ts';
import type { Manifest, ManifestAsset } from './manifest.ts';
import { html, Markup } from './markup.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';
import { requestTable } from './request-table.ts';
import { zoomDialog } from './zoom-dialog.ts';
import { STATUS_NAMES, statusOf, type ReportStatus } from './status.ts';

/** From so many cards on, those out of sight are not laid out: a page of thousands stays quick. */
const MANY = 200;
/** Escaped text never holds it. */
const CARDS_GO_HERE = '<!-- cards -->';

/** What comes before and after the cards. `linked` assets are shown from the files beside the page. */
export function pageFrame(manifest: Manifest, { linked }: { linked: number }): { start: string; end: string } {
  const [start = '', end = ''] = page(manifest, linked).text.split(CARDS_GO_HERE);
  return { start, end };
}

function page(manifest: Manifest, linked: number): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="${contentPolicy({ style: PAGE_STYLE, script: PAGE_SCRIPT })}"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${manifest.pack}: limner report</title>
        ${inlineElement('style', PAGE_STYLE)}
      </head>
      <body data-backdrop="checker">
        <header class="top">
          <div>
            <h1>${manifest.pack}</h1>
            <p class="line">Run ${manifest.run} · ${formatInstant(manifest.startedAt)} · limner ${manifest.limner}</p>
          </div>
          ${summary(manifest)}
        </header>
        ${linked > 0 ? html`<p class="banner">${linkedNote(linked, manifest.assets.length)}</p>` : undefined}
        ${fallbackLines(manifest.assets).map((line) => html`<p class="banner">${line}</p>`)}
        ${requestTable(manifest.assets)} ${toolbar(manifest.assets)}
        <main class="${manifest.assets.length > MANY ? 'cards many' : 'cards'}">
          ${new Markup(CARDS_GO_HERE)}
          <p class="nothing" hidden>No asset matches. <button type="button" data-reset>Show all</button></p>
        </main>
        ${zoomDialog()} ${inlineElement('script', PAGE_SCRIPT)}
      </body>
    </html>`;
}

function summary(manifest: Manifest): Markup {
  const counts = new Map<ReportStatus, number>([
    ['made', 0],
    ['cached', 0],
  ]);
  for (const asset of manifest.assets) counts.set(statusOf(asset), (counts.get(statusOf(asset)) ?? 0) + 1);
  const took = Date.parse(manifest.finishedAt) - Date.parse(manifest.startedAt);
  return html`<dl class="counts">
    ${[...counts].map(([status, count]) => fact(STATUS_NAMES[status], count, status))}${[
      fact('cost', formatUsd(manifest.cost.usd)),
      fact('calls', manifest.calls),
      Number.isFinite(took) ? fact('time', formatMs(took)) : undefined,
    ]}
  </dl>`;
}

function fact(name: string, value: string | number, className = ''): Markup {
  return html`<div class="${className}">
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function fallbackLines(assets: readonly ManifestAsset[]): readonly string[] {
  const counter = createFallbackCounter();
  for (const asset of assets) counter.add(asset);
  return counter.counts.map(fallbackSentence);
}

function linkedNote(linked: number, total: number): string {
  const which = linked === total ? 'All pictures are' : `The pictures of ${linked} of ${total} assets are`;
  return `${which} shown from the files beside this page, to keep it small: move them together.`;
}

function toolbar(assets: readonly ManifestAsset[]): Markup {
  const types = new Map(assets.map((asset) => [asset.kind ?? asset.type, formatType(asset.type, asset.kind)]));
  const statuses = new Map(assets.map((asset) => [statusOf(asset), STATUS_NAMES[statusOf(asset)]]));
  return html`<form class="filter" role="search" hidden>
    <input type="search" name="text" placeholder="Filter by id, prompt, provider" aria-label="Filter by text" />
    <select name="type" aria-label="Type">
      <option value="">All types</option>
      ${[...types].map(option)}
    </select>
    <select name="status" aria-label="Status">
      <option value="">All states</option>
      ${[...statuses].map(option)}
    </select>
    <fieldset>
      <legend>Backdrop</legend>
      ${['checker', 'light', 'dark', 'colour'].map(backdropChoice)}<input
        type="color"
        name="backdrop-colour"
        value="#e64ca0"
        aria-label="Backdrop colour"
      />
    </fieldset>
    <output aria-live="polite"></output>
  </form>`;
}

function option([value, name]: [string, string]): Markup {
  return html`<option value="${value}">${name}</option>`;
}

function backdropChoice(name: string, index: number): Markup {
  const checked = index === 0 ? html` checked` : undefined;
  return html`<label><input type="radio" name="backdrop" value="${name}" ${checked} /><span>${name}</span></label>`;
}
