import { formatMs } from '../../report/format.ts';
import { html, type Content, type Markup } from '../../report/markup.ts';
import type { PhaseName, Speed } from '../comparison.ts';
import type { AssetCard } from './asset-cards.ts';
import { groupTable } from './group-table.ts';
import { section } from './section.ts';
import { slowest, speedChart } from './speed-chart.ts';
import { NOTHING, told } from './told.ts';
import type { PageView, PlacedGroup } from './view.ts';

const WARMTHS = ['warm', 'cold'] as const;
const PHASE_TITLES: readonly (readonly [name: PhaseName, title: string, about: string])[] = [
  ['queueMs', 'Queue', 'waiting for a worker that was there'],
  ['coldMs', 'Cold start', 'waiting for a worker to start'],
  ['runMs', 'Run', 'the service at work'],
  ['transferMs', 'Transfer', 'pictures on their way'],
  ['ownMs', 'limner', 'guide, finish, check, store'],
  ['totalMs', 'Total', 'from start to files'],
];

/** How long assets took, cold starts apart from warm ones, and where the time went. */
export function speedSection(view: PageView, cards: readonly AssetCard[]): Markup {
  const { seconds } = view.comparison.thresholds;
  return section('speed', [
    html`<p class="lead">
      From an asset's start to its files. Half of the assets took no longer than p50, 95 of 100 no longer than p95. A
      cold asset met a worker that had to start first; the line of ${told(`${seconds} s`, '/thresholds/seconds')} holds
      for warm ones.
    </p>`,
    html`<div class="beside">
      ${totalsTable(view)}
      <div>${speedChart(view, cards)} ${slowest(cards)}</div>
    </div>`,
    html`<details>
      <summary>Where the time goes: every phase</summary>
      ${WARMTHS.filter((warmth) => isMet(view, warmth)).map((warmth) => phaseTable(view, warmth))}
    </details>`,
  ]);
}

function totalsTable(view: PageView): Markup {
  return groupTable(view, {
    name: 'Time of an asset, warm and cold',
    columns: WARMTHS.flatMap((warmth) => [
      html`${warmth === 'warm' ? 'Warm' : 'Cold'} <small>assets</small>`,
      'p50',
      'p95',
      'max',
      `over ${view.comparison.thresholds.seconds} s`,
    ]),
    cells: ({ group, at }) => WARMTHS.flatMap((warmth) => totalCells(group.speed[warmth], `${at}/speed/${warmth}`)),
  });
}

function totalCells(speed: Speed, at: string): readonly Content[] {
  if (speed.samples === 0) return [told('0', `${at}/samples`), NOTHING, NOTHING, NOTHING, NOTHING];
  const late = told(String(speed.late), `${at}/late`);
  return [
    told(String(speed.samples), `${at}/samples`),
    ...spreadCells(speed, 'totalMs', at),
    speed.late > 0 ? html`<span class="bad">${late}</span>` : late,
  ];
}

function spreadCells({ phases }: Speed, phase: PhaseName, at: string): readonly Markup[] {
  const spread = phases[phase];
  if (!spread) return [NOTHING, NOTHING, NOTHING];
  return (['p50', 'p95', 'max'] as const).map((name) => told(formatMs(spread[name]), `${at}/phases/${phase}/${name}`));
}

function isMet({ comparison }: PageView, warmth: 'warm' | 'cold'): boolean {
  return comparison.groups.some(({ speed }) => speed[warmth].samples > 0);
}

function phaseTable(view: PageView, warmth: 'warm' | 'cold'): Markup {
  const cells = ({ group, at }: PlacedGroup): readonly Content[] =>
    PHASE_TITLES.map(([phase]) => {
      const [p50, p95, max] = spreadCells(group.speed[warmth], phase, `${at}/speed/${warmth}`);
      return group.speed[warmth].phases[phase] ? html`${p50} · ${p95} · ${max}` : NOTHING;
    });
  return html`<h3>${warmth === 'warm' ? 'Warm' : 'Cold'}: p50 · p95 · max of each phase</h3>
    ${groupTable(view, {
      name: `Phases of ${warmth} assets`,
      columns: PHASE_TITLES.map(([, title, about]) => html`${title} <small>${about}</small>`),
      cells,
    })}`;
}
