import { html, type Markup } from '../../report/markup.ts';
import type { Judged } from '../comparison.ts';
import { judgedChart } from './judged-chart.ts';
import { percent } from '../figures.ts';
import { nameOfType } from './numbers.ts';
import { providerName } from './provider-name.ts';
import { section } from './section.ts';
import { dataTable, type Row } from './table.ts';
import { told } from './told.ts';
import type { GroupType, PageView } from './view.ts';

export interface PlacedJudgement {
  readonly type: GroupType;
  readonly provider: string;
  readonly judged: Judged;
  readonly at: string;
}

/** Whom people prefer who did not know whose picture they saw; or how to ask them. */
export function judgedSection(view: PageView): Markup {
  const judgements = view.types.flatMap((type) => view.others.flatMap((provider) => judgementOf(view, type, provider)));
  if (judgements.length === 0) return section('judged', howToVote());
  return section('judged', [
    html`<p class="lead">
      Votes by people who did not know whose picture they saw. The score is the chance (Bradley-Terry) that a picture is
      preferred to ${view.first}'s: 50 % is as good. In 95 of 100 such votes it lies in the interval.
      ${told(percent(view.comparison.thresholds.preferred), '/thresholds/preferred')} is asked for, of
      ${told(String(view.comparison.thresholds.votes), '/thresholds/votes')} votes or more.
    </p>`,
    html`<div class="beside">${judgedTable(view, judgements)} ${judgedChart(view, judgements)}</div>`,
  ]);
}

function judgementOf(view: PageView, type: GroupType, provider: string): readonly PlacedJudgement[] {
  const placed = view.groupOf(type, provider);
  return placed?.group.judged ? [{ type, provider, judged: placed.group.judged, at: `${placed.at}/judged` }] : [];
}

function howToVote(): Markup {
  return html`<p class="lead">
      Nobody has voted yet. Metrics do not see what people see: before anything is moved, let those who know the game
      choose, blind, between pairs.
    </p>
    <p class="command"><code>limner serve compare DIR</code>, where DIR is the folder of this page.</p>`;
}

function judgedTable(view: PageView, judgements: readonly PlacedJudgement[]): Markup {
  const types = [...new Set(judgements.map(({ type }) => type))];
  return dataTable({
    name: 'Votes, by asset type and provider',
    columns: ['Asset type', 'Provider', 'Score', '95 % interval', 'Won', 'Lost', 'Equal', 'Votes', 'Voters'],
    groups: types.map((type) => ({
      head: nameOfType(type),
      rows: judgements.filter((one) => one.type === type).map((one) => judgedRow(view, one)),
    })),
    source: html`Votes on <code>${view.comparison.pack}</code>, in the ledger <code>${view.comparison.state}</code>.`,
  });
}

function judgedRow(view: PageView, { provider, judged, at }: PlacedJudgement): Row {
  const { score, low, high, wins, losses, ties, votes, voters } = judged;
  return {
    head: providerName(view, provider),
    cells: [
      html`<b>${told(percent(score), `${at}/score`)}</b>`,
      html`${told(percent(low), `${at}/low`)} to ${told(percent(high), `${at}/high`)}`,
      ...Object.entries({ wins, losses, ties, votes, voters }).map(([name, count]) =>
        told(String(count), `${at}/${name}`),
      ),
    ],
  };
}
