import { formatType } from '../../report/format.ts';
import { html, type Markup } from '../../report/markup.ts';
import type { Picture } from '../../report/picture.ts';
import type { AssetCard } from './asset-cards.ts';
import { cardFigure } from './card-figure.ts';
import { cardMeasures, differencesOf, keyMetrics } from './card-measures.ts';
import type { PageView } from './view.ts';

export interface CardInput {
  readonly card: AssetCard;
  /** By the path of the file. */
  readonly pictures: ReadonlyMap<string, Picture>;
}

const GATES = ['fail', 'warn', 'pass'] as const;

/** One asset as all providers made it. Without script, side by side; `script-views.ts` lays the pictures over each other. */
export function comparedCard(view: PageView, { card, pictures }: CardInput): Markup {
  const { id, number, anchor, samples } = card;
  const [first] = samples;
  if (!first) return html``;
  const { type, kind, seed } = first.sample;
  const metrics = keyMetrics(view, samples);
  return html`<article
    class="card${isWide(card) ? ' wide' : ''}"
    id="${anchor}"
    data-id="${id}"
    data-type="${kind ?? type}"
    data-gate="${worstGate(card)}"
    data-number="${number}"
    data-unmade="${unmadeBy(view, card)}"
    data-differences="${JSON.stringify(differencesOf(samples))}"
  >
    <header>
      <h3>${id}</h3>
      <span class="line">${formatType(type, kind)} · run ${number} · seed ${seed}</span>
    </header>
    <div class="views" data-view="side" data-of="${samples.length}">
      ${samples.map((placed) => cardFigure(view, { placed, samples, pictures, metrics, isWide: isWide(card) }))}
    </div>
    ${cardMeasures(view, card)}
  </article> `;
}

/** Of all providers' pictures; nothing where none was made. */
function worstGate({ samples }: AssetCard): string {
  const statuses = samples.flatMap(({ sample }) => sample.gates.map(({ status }) => status));
  const isMade = samples.some(({ sample }) => sample.status === 'done');
  return GATES.find((status) => statuses.includes(status)) ?? (isMade ? 'pass' : '');
}

/** The places of the providers that made nothing, between spaces. */
function unmadeBy({ comparison }: PageView, { samples }: AssetCard): string {
  const unmade = samples.filter(({ sample }) => sample.status !== 'done').map(({ sample }) => sample.provider);
  return comparison.providers.flatMap(({ name }, index) => (unmade.includes(name) ? [index] : [])).join(' ');
}

function isWide({ samples }: AssetCard): boolean {
  if (samples.length > 2) return true;
  const files = samples.flatMap(({ sample }) => sample.files);
  return files.some(({ width = 0, height = 0 }) => width > 400 || (width > 200 && width > height * 2));
}
