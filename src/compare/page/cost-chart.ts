import { html, type Content, type Markup } from '../../report/markup.ts';
import { chart, ROW_MARKS, type ChartRow } from './chart.ts';
import { money } from '../figures.ts';
import { nameOfType } from './numbers.ts';
import { toldInChart } from './told.ts';
import type { PageView, PlacedGroup } from './view.ts';

/** The parts of an asset's price, from left to right. */
const PARTS = [
  ['kept', 'jobs'],
  ['lost', 'failed jobs'],
  ['standby', 'standby (estimate)'],
] as const;

/** A bar for each provider of each type: what an asset cost, failures and standby shown apart. */
export function costChart(view: PageView): Markup {
  const placed = view.types.flatMap((type) =>
    [view.first, ...view.others].flatMap((provider) => view.groupOf(type, provider) ?? []),
  );
  return chart({
    title: 'Cost of an asset',
    description:
      'A bar for each asset type and provider: jobs, failed jobs and standby, shared among the assets asked for. The table beside it holds the numbers.',
    most: placed.reduce((max, { group }) => Math.max(max, group.cost.perAssetUsd), 0),
    format: (usd) => `$${usd}`,
    rows: placed.map((one) => costRow(view, one)),
    legend: html`<span class="legend"
      >${PARTS.map(
        ([name, title]) =>
          html`<svg width="12" height="12" aria-hidden="true"><rect class="${name}" width="12" height="12" /></svg>
            ${title} `,
      )}</span
    >`,
  });
}

function costRow(view: PageView, { group, at }: PlacedGroup): ChartRow {
  const { cost, works, provider, type } = group;
  const parts = { kept: cost.jobsUsd - cost.failedUsd, lost: cost.failedUsd, standby: cost.standbyUsd };
  return {
    label: `${nameOfType(type)}, ${provider}`,
    value: toldInChart(money(cost.perAssetUsd), `${at}/cost/perAssetUsd`),
    hue: [view.first, ...view.others].indexOf(provider),
    marks: (share) => {
      let left = 0;
      return PARTS.map(([name]): Content => {
        const width = works.samples === 0 ? 0 : parts[name] / works.samples;
        const start = left;
        left += width;
        return width > 0
          ? html`<rect
              class="${name}"
              x="${share(start)}"
              width="${share(width)}"
              y="${ROW_MARKS.top}"
              height="${ROW_MARKS.height}"
            />`
          : undefined;
      });
    },
  };
}
