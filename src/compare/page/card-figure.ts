import { formatMs } from '../../report/format.ts';
import type { GateResult } from '../../report/manifest.ts';
import { html, relativeUrl, type Content, type Markup } from '../../report/markup.ts';
import { isPicture, type Picture } from '../../report/picture.ts';
import type { Sample } from '../comparison.ts';
import { metAStart } from '../met-a-start.ts';
import type { PlacedSample } from './asset-cards.ts';
import { bestOf } from './better.ts';
import { money } from '../figures.ts';
import { measure } from './numbers.ts';
import { pictureStack } from './picture-stack.ts';
import { providerName } from './provider-name.ts';
import { sign } from './sign.ts';
import { step, told } from './told.ts';
import type { PageView } from './view.ts';

export interface FigureInput {
  readonly placed: PlacedSample;
  /** All of the card, to say which is better. */
  readonly samples: readonly PlacedSample[];
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Names of the metrics that differ most. */
  readonly metrics: readonly string[];
  readonly isWide: boolean;
}

/** What one provider made of the asset, and what is known of it. */
export function cardFigure(view: PageView, input: FigureInput): Markup {
  const { placed, pictures, isWide } = input;
  const { sample } = placed;
  const shown = sample.files.filter(isPicture).flatMap((file) => pictures.get(file.path) ?? []);
  return html`<figure data-provider="${sample.provider}" data-run="${sample.run}">
    <figcaption>${providerName(view, sample.provider)} ${statusBadge(sample)}</figcaption>
    <div class="frame">
      ${sample.status === 'done' && shown.length > 0 ? pictureStack(sample, shown, isWide) : trouble(sample)}
    </div>
    <dl>
      ${sample.status === 'done' ? gateRow(sample.gates) : undefined} ${costAndTime(placed)}
      ${input.metrics.map((name) => metricRow(view, input, name))} ${sourceRows(sample)}
    </dl>
  </figure>`;
}

function statusBadge({ status, cached }: Sample): Markup | undefined {
  if (status !== 'done') return html`<span class="badge bad">${sign('fail')} ${status}</span>`;
  return cached ? html`<span class="badge">made in an earlier run</span>` : undefined;
}

function trouble({ status, error }: Sample): Markup {
  return html`<div class="trouble">
    <p class="cause">${error?.message ?? (status === 'done' ? 'It has no picture.' : 'No reason was given.')}</p>
    ${error && html`<code>${error.code}</code>`}
  </div>`;
}

function row(name: Content, value: Content): Markup {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function gateRow(gates: readonly GateResult[]): Markup {
  const troubles = gates.filter(({ status }) => status !== 'pass');
  if (gates.length === 0) return row('Gates', 'none');
  if (troubles.length === 0)
    return row('Gates', html`<span class="good">${sign('pass')} all ${gates.length} passed</span>`);
  return row(
    'Gates',
    html`<ul>
      ${troubles.map(
        ({ name, status, message }) =>
          html`<li class="${status === 'fail' ? 'bad' : 'warn'}">
            ${sign(status)} <b>${name}</b> ${status === 'fail' ? 'failed' : 'warns'}: ${message}
          </li>`,
      )}
    </ul>`,
  );
}

function costAndTime({ sample, at }: PlacedSample): Markup {
  const { phases, usd, attempts } = sample;
  const cold =
    phases?.coldMs && metAStart(sample)
      ? html`, ${told(formatMs(phases.coldMs), `${at}/phases/coldMs`)} of it cold start`
      : undefined;
  const time = phases && html`${told(formatMs(phases.totalMs), `${at}/phases/totalMs`)}${cold}`;
  return html`${time && row('Time', time)}${row(
    'Cost',
    html`${told(money(usd), `${at}/usd`)}${
      attempts > 1 ? html`, ${told(String(attempts), `${at}/attempts`)} attempts` : undefined
    }`,
  )}`;
}

function metricRow(view: PageView, { placed, samples }: FigureInput, name: string): Markup | undefined {
  const { sample, at } = placed;
  const value = sample.measures[name];
  if (value === undefined) return undefined;
  const metric = view.metrics.get(name);
  const best = bestOf(
    samples.map((one) => one.sample.measures[name]),
    metric,
  );
  const text = told(measure(value, metric), `${at}/measures/${step(name)}`);
  const isBest = best !== undefined && samples[best] === placed;
  return row(
    metric?.title ?? name,
    isBest ? html`<b class="good">${text} ${sign('star')} ${samples.length > 2 ? 'best' : 'better'}</b>` : text,
  );
}

function sourceRows({ run, madeIn, failedIn = [], files }: Sample): Markup {
  const links = files.map(
    ({ path }, index) =>
      html`${index > 0 ? ', ' : ''}<a href="${relativeUrl(path)}">${path.slice(path.lastIndexOf('/') + 1)}</a>`,
  );
  const code = (name: string): Markup => html`<code title="limner show ${name}">${name}</code>`;
  const made = madeIn === undefined ? undefined : html`, made in ${code(madeIn)}`;
  const failed = failedIn.map((name) => html`, failed in ${code(name)}`);
  return html`${row('Run', html`${code(run)}${made}${failed}`)}${files.length > 0 ? row('Files', links) : undefined}`;
}
