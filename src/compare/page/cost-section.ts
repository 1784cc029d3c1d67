import { html, type Content, type Markup } from '../../report/markup.ts';
import { costChart } from './cost-chart.ts';
import { groupTable } from './group-table.ts';
import { money, percent } from '../figures.ts';
import { section } from './section.ts';
import { sign } from './sign.ts';
import { NOTHING, tellIfThere, told } from './told.ts';
import type { PageView, PlacedGroup } from './view.ts';

/** What was paid, for what, and what that would come to. */
export function costSection(view: PageView): Markup {
  const { volume, thresholds } = view.comparison;
  return section('cost', [
    html`<p class="lead">
      A kept asset was made and passed its gates: its price holds what the others cost as well. Standby is what machines
      cost that start and wait; it is an estimate, shared out by type. Savings are against ${view.first}, per kept
      asset; ${told(percent(thresholds.saving), '/thresholds/saving')} is asked for.
      ${
        volume === undefined
          ? 'No monthly volume was given (`--volume`), so nothing is projected.'
          : html`The month is projected for ${told(volume.toLocaleString('en-US'), '/volume')} kept assets; in the row
            of a type, as if all were of it.`
      }
    </p>`,
    html`<div class="beside">${costTable(view)} ${costChart(view)}</div>`,
  ]);
}

function costTable(view: PageView): Markup {
  return groupTable(view, {
    name: 'Cost, by asset type and provider',
    columns: [
      'An asset',
      'A kept asset',
      'Saving',
      'Jobs',
      'of it failed',
      html`Standby <small>estimate</small>`,
      'Together',
      ...(view.comparison.volume === undefined ? [] : ['A month']),
    ],
    cells: (placed) => costCells(view, placed),
  });
}

function costCells(view: PageView, { group, at }: PlacedGroup): readonly Content[] {
  const { cost } = group;
  const from = `${at}/cost`;
  const isFirst = group.provider === view.first;
  return [
    told(money(cost.perAssetUsd), `${from}/perAssetUsd`),
    html`<b>${tellIfThere(cost.perKeptUsd, money, `${from}/perKeptUsd`)}</b>`,
    isFirst ? NOTHING : saving(cost.saving, `${from}/saving`, view.comparison.thresholds.saving),
    told(money(cost.jobsUsd), `${from}/jobsUsd`),
    told(money(cost.failedUsd), `${from}/failedUsd`),
    told(money(cost.standbyUsd), `${from}/standbyUsd`),
    told(money(cost.usd), `${from}/usd`),
    ...(view.comparison.volume === undefined ? [] : [tellIfThere(cost.monthlyUsd, money, `${from}/monthlyUsd`)]),
  ];
}

function saving(share: number | undefined, from: string, wanted: number): Markup {
  if (share === undefined) return NOTHING;
  const isEnough = share >= wanted;
  return html`<span class="${isEnough ? 'good' : 'bad'}"
    >${sign(isEnough ? 'pass' : 'fail')} ${told(percent(share), from)}${share < 0 ? ' (dearer)' : ''}</span
  >`;
}
