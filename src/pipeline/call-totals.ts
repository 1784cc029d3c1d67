import type { CallRow } from '../ledger/ledger.ts';
import type { CallResult } from './call.ts';
import type { Ports } from './ports.ts';
import type { CallTotals } from './record.ts';
import { withoutDust } from './without-dust.ts';

const MOST_CALLS = 1000;

/** What an asset's calls came to in one run. The ledger knows it, also of processes that are gone. */
export async function callTotals(run: string, asset: string, { ledger }: Pick<Ports, 'ledger'>): Promise<CallTotals> {
  const rows = await ledger.calls.list({ run, asset, limit: MOST_CALLS });
  const sent = rows.filter((row) => row.state !== 'refused');
  const sum = (of: (row: CallRow) => number): number => sent.reduce((total, row) => total + of(row), 0);
  return {
    attempts: rows.reduce((total, row) => total + row.attempts, 0),
    calls: sent.length,
    polls: sum((row) => row.polls),
    usd: withoutDust(sum((row) => row.usd ?? row.estimatedUsd)),
    transfers: {
      uploads: sum((row) => transfersOf(row)?.uploads ?? 0),
      downloads: sum((row) => transfersOf(row)?.downloads ?? 0),
    },
  };
}

function transfersOf({ result }: CallRow): CallResult['transfers'] {
  return (result as CallResult | undefined)?.transfers;
}
