import type { Ports } from './ports.ts';

const MOST_CALLS = 1000;

/** What an asset's calls came to in one run. The ledger knows it, also of processes that are gone. */
export async function callTotals(
  run: string,
  asset: string,
  { ledger }: Pick<Ports, 'ledger'>,
): Promise<{ readonly attempts: number; readonly calls: number; readonly polls: number; readonly usd: number }> {
  const rows = await ledger.calls.list({ run, asset, limit: MOST_CALLS });
  const sent = rows.filter((row) => row.state !== 'refused');
  return {
    attempts: rows.reduce((sum, row) => sum + row.attempts, 0),
    calls: sent.length,
    polls: sent.reduce((sum, row) => sum + row.polls, 0),
    usd: sent.reduce((sum, row) => sum + (row.usd ?? row.estimatedUsd), 0),
  };
}
