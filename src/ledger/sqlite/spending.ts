import type { Spending, SpendingFilter } from '../ledger.ts';
import type { Database, Row } from './database.ts';

const SUMS = `SELECT run, asset, provider, state, count(*) AS calls, sum(coalesce(usd, estimated_usd)) AS usd FROM call
  WHERE state <> 'refused'`;
const GROUPS = 'GROUP BY run, asset, provider, state ORDER BY run, asset, provider, state';

/** Summed where the calls are: a ledger may have more of them than anyone wants in memory. */
export function sqliteSpending(database: Database, { run, since }: SpendingFilter): readonly Spending[] {
  const conditions = [
    ...(run === undefined ? [] : ['AND run = ?']),
    ...(since === undefined ? [] : ['AND claimed_at >= ?']),
  ];
  const values = [...(run === undefined ? [] : [run]), ...(since === undefined ? [] : [since])];
  return database.all([SUMS, ...conditions, GROUPS].join(' '), ...values).map(toSpending);
}

function toSpending(row: Row): Spending {
  return {
    run: String(row['run']),
    asset: String(row['asset']),
    provider: String(row['provider']),
    state: String(row['state']) as Spending['state'],
    calls: Number(row['calls']),
    usd: Number(row['usd']),
  };
}
