import { formatMs } from '../../report/format.ts';
import { html, type Content, type Markup } from '../../report/markup.ts';
import { metAStart } from '../met-a-start.ts';
import type { AssetCard, PlacedSample } from './asset-cards.ts';
import { chart, ROW_MARKS, type ChartRow } from './chart.ts';
import { nameOfType } from './numbers.ts';
import { told } from './told.ts';
import type { PageView } from './view.ts';

const SLOWEST = 5;
/** More names than that would only weigh: what is slowest stands beneath the chart. */
const MOST_NAMED = 1000;

interface TimedSample extends PlacedSample {
  readonly totalMs: number;
  readonly anchor: string;
}

/** A dot an asset, a row for each provider of each type, and the line that they must stay under. */
export function speedChart(view: PageView, cards: readonly AssetCard[]): Markup {
  const timed = timedOf(cards);
  const { seconds } = view.comparison.thresholds;
  const most = timed.reduce((max, { totalMs }) => Math.max(max, totalMs), seconds * 1000 * 1.1);
  return chart({
    title: 'Time of each asset',
    description: `A dot for each of ${timed.length} assets, at its total time. Hollow dots met a cold start. A line stands at ${seconds} seconds. The table beside it holds the numbers.`,
    most: most / 1000,
    format: (value) => `${value} s`,
    rows: rowsOf(view, timed),
    lines: [{ at: seconds, label: `${seconds} s`, kind: 'limit', side: 'right' }],
    legend: html`<span class="legend"
      ><svg width="12" height="12" aria-hidden="true"><circle class="dot" cx="6" cy="6" r="4.5" /></svg> warm
      <svg width="12" height="12" aria-hidden="true"><circle class="dot cold" cx="6" cy="6" r="4.5" /></svg> cold</span
    >`,
  });
}

function rowsOf(view: PageView, timed: readonly TimedSample[]): readonly ChartRow[] {
  const isNamed = timed.length <= MOST_NAMED;
  return view.types.flatMap((type) =>
    [view.first, ...view.others].flatMap((provider, hue) => {
      const own = timed.filter(({ sample }) => sample.type === type && sample.provider === provider);
      if (own.length === 0) return [];
      const marks: ChartRow['marks'] = (share) => own.map((one) => dot(one, share(one.totalMs / 1000), isNamed));
      return [{ label: `${nameOfType(type)}, ${provider}`, value: countOf(own), marks, hue }];
    }),
  );
}

function countOf(timed: readonly TimedSample[]): string {
  return `${timed.length} asset${timed.length === 1 ? '' : 's'}`;
}

function dot({ sample, at, totalMs }: TimedSample, x: string, isNamed: boolean): Content {
  const { id, number } = sample;
  const title = isNamed ? html`<title>${id}, run ${number}: ${formatMs(totalMs)}</title>` : undefined;
  return html`<circle
    class="${metAStart(sample) ? 'dot cold' : 'dot'}"
    cx="${x}"
    cy="${ROW_MARKS.top + ROW_MARKS.height / 2}"
    r="4.5"
    data-at="${at}"
    >${title}</circle
  >`;
}

/** The assets that took longest, with the way to their cards. */
export function slowest(cards: readonly AssetCard[]): Markup | undefined {
  const [...longest] = timedOf(cards);
  longest.sort((a, b) => b.totalMs - a.totalMs);
  if (longest.length === 0) return undefined;
  return html`<p class="line">
    Slowest:
    ${longest
      .slice(0, SLOWEST)
      .map(
        ({ sample, at, totalMs, anchor }, index) =>
          html`${index > 0 ? '; ' : ''}<a href="#${anchor}">${sample.id}</a> at ${sample.provider}
            ${told(formatMs(totalMs), `${at}/phases/totalMs`)}${metAStart(sample) ? ', cold' : ''}`,
      )}.
  </p>`;
}

function timedOf(cards: readonly AssetCard[]): readonly TimedSample[] {
  return cards.flatMap(({ samples, anchor }) =>
    samples.flatMap((placed) => {
      const totalMs = placed.sample.phases?.totalMs;
      return totalMs === undefined ? [] : [{ ...placed, totalMs, anchor }];
    }),
  );
}
