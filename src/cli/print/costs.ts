import { type RunCost, addCosts, mergeParts, usdPerKept } from '../run-costs.ts';
import { counted, dollars } from './figures.ts';
import { table } from './table.ts';
import { columns, print, wrap } from './terminal.ts';

const RUN_COLUMNS = [
  { title: 'run', least: 10 },
  { title: 'made', drop: 4 },
  { title: 'kept', drop: 2 },
  { title: 'calls', drop: 5 },
  { title: 'cost' },
  { title: 'failed', drop: 3 },
  { title: 'held', drop: 1 },
  { title: 'per kept' },
] as const;
const PART_COLUMNS = [
  { title: 'provider', least: 10 },
  { title: 'type', least: 6 },
  { title: 'calls', drop: 2 },
  { title: 'cost' },
  { title: 'failed', drop: 1 },
] as const;

export interface CostReport {
  /** Those to show; the sums are of `all`. */
  readonly shown: readonly RunCost[];
  readonly all: readonly RunCost[];
  /** Of all packs of the ledger. */
  readonly todayUsd: number;
  /** Of the pack that was named. */
  readonly dayCapUsd?: number;
}

/** What runs cost, by run, then by provider and type, then in all and today. */
export function reportCosts({ shown, all, todayUsd, dayCapUsd }: CostReport): void {
  table({ columns: RUN_COLUMNS, rows: shown.map(runRow) }).forEach((line) => print(line));
  const parts = mergeParts(all);
  if (parts.length > 0) print();
  const rows = parts.map(({ provider, type, calls, usd, failedUsd }) => [
    provider,
    type,
    String(calls),
    dollars(usd),
    amount(failedUsd),
  ]);
  if (parts.length > 0) table({ columns: PART_COLUMNS, rows }).forEach((line) => print(line));
  print();
  const total = addCosts(all);
  const kept = all.reduce((sum, cost) => sum + cost.kept, 0);
  const each = usdPerKept({ usd: total.usd, kept });
  const perKept = each === undefined ? '' : `, ${dollars(each)} for each of ${counted(kept, 'kept asset')}`;
  const failed = total.failedUsd > 0 ? `, ${dollars(total.failedUsd)} of it for failures` : '';
  const held = total.heldUsd > 0 ? `; up to ${dollars(total.heldUsd)} more for calls that have not ended` : '';
  const runs = counted(all.length, 'run');
  print(
    wrap(`${runs}, ${counted(total.calls, 'call')}, ${dollars(total.usd)}${perKept}${failed}${held}.`, columns(), ''),
  );
  const cap = dayCapUsd === undefined ? '' : ` of ${dollars(dayCapUsd)}`;
  print(`Today (UTC): ${dollars(todayUsd)}${cap}, as budgets count it.`);
}

function runRow(cost: RunCost): readonly string[] {
  const { run, made, kept, calls, usd, failedUsd, heldUsd } = cost;
  const each = usdPerKept(cost);
  return [
    run,
    String(made),
    String(kept),
    String(calls),
    dollars(usd),
    amount(failedUsd),
    amount(heldUsd),
    each === undefined ? '' : dollars(each),
  ];
}

/** Nothing where there is nothing to say. */
function amount(usd: number): string {
  return usd === 0 ? '' : dollars(usd);
}
