import { html, type Markup } from '../../report/markup.ts';
import { chart, ROW_MARKS } from './chart.ts';
import type { PlacedJudgement } from './judged-section.ts';
import { percent } from '../figures.ts';
import { nameOfType } from './numbers.ts';
import { toldInChart } from './told.ts';
import type { PageView } from './view.ts';

const MIDDLE = ROW_MARKS.top + ROW_MARKS.height / 2;

/** A dot and its whiskers for each judgement. */
export function judgedChart(view: PageView, judgements: readonly PlacedJudgement[]): Markup {
  const { preferred } = view.comparison.thresholds;
  return chart({
    title: `Chance to be preferred to ${view.first}`,
    description: `A dot at each score, whiskers to both ends of its 95 % interval. At the line of 50 % both are liked as well. The table beside it holds the numbers.`,
    most: 1,
    format: percent,
    lines: [
      {
        at: preferred,
        label: `${percent(preferred)} asked for`,
        kind: 'limit',
        side: preferred > 0.5 ? 'right' : 'left',
      },
      { at: 0.5, label: 'as good', kind: 'mark', side: preferred > 0.5 ? 'left' : 'right' },
    ],
    rows: judgements.map(({ type, provider, judged, at }) => ({
      label: `${nameOfType(type)}, ${provider}`,
      value: toldInChart(percent(judged.score), `${at}/score`),
      hue: 1 + view.others.indexOf(provider),
      marks: (share) =>
        html`<line class="whisker" x1="${share(judged.low)}" x2="${share(judged.high)}" y1="${MIDDLE}" y2="${MIDDLE}" />
          <circle class="dot" cx="${share(judged.score)}" cy="${MIDDLE}" r="5.5" />`,
    })),
  });
}
