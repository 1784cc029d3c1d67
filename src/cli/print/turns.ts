import type { PlannedTurn } from '../compare/plan-turns.ts';
import { counted, dollars, duration } from './figures.ts';
import { table } from './table.ts';
import { columns, paintText, print, wrap } from './terminal.ts';

const COLUMNS = [
  { title: 'provider' },
  { title: 'run' },
  { title: 'make' },
  { title: 'cached', drop: 2 },
  { title: 'cannot', drop: 1 },
  { title: 'calls', drop: 3 },
  { title: 'work', drop: 4 },
  { title: 'expected' },
  { title: 'at most' },
] as const;

/** What a comparison is going to do and to cost. */
export function reportTurns(
  planned: readonly PlannedTurn[],
  budget: { readonly run?: number; readonly day?: number },
): void {
  const rows = planned.map(({ turn, report }) => {
    const { toMake, cached, refused, calls, seconds, usd, mostUsd } = report;
    const counts = [toMake, cached, refused, calls].map((count) => (count === 0 ? '' : `${count}`));
    return [turn.provider, `${turn.number}`, ...counts, duration(seconds * 1000), dollars(usd), dollars(mostUsd)];
  });
  for (const line of table({ columns: COLUMNS, rows })) print(line);
  const sum = (key: 'usd' | 'mostUsd' | 'toMake'): number =>
    planned.reduce((total, { report }) => total + report[key], 0);
  const caps = [
    ...(budget.run === undefined ? [] : [`${dollars(budget.run)} for all of it`]),
    ...(budget.day === undefined ? [] : [`${dollars(budget.day)} a day`]),
  ];
  const capWords = caps.length > 0 ? `; the budget is ${caps.join(' and ')}` : '';
  print();
  print(
    wrap(
      `${paintText('bold', `${counted(sum('toMake'), 'picture')} to make`)}: expected ${dollars(sum('usd'))}, at most ${dollars(sum('mostUsd'))}${capWords}.`,
      columns(),
    ),
  );
  for (const line of notes(planned)) print(wrap(line, columns(), ''));
}

/** What the providers assume and what they cannot, each told once. */
function notes(planned: readonly PlannedTurn[]): readonly string[] {
  const lines = planned.flatMap(({ turn, report }) => [
    ...report.assumes,
    ...report.assets.flatMap(({ id, action, reason }) =>
      action === 'refuse' ? [`${turn.provider} cannot make ${id}: ${reason ?? ''}.`] : [],
    ),
  ]);
  return [...new Set(lines)];
}
