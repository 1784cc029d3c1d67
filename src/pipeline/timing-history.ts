import type { Ledger } from '../ledger/ledger.ts';
import type { TimingHistory } from '../providers/provider.ts';
import type { CallResult } from './call.ts';

const MOST_CALLS = 500;
/** Of so many jobs in a hundred is the time an upper bound: a few slow ones should not surprise. */
const PERCENTILE = 0.75;

/** How long the newest jobs took, by what they were made with. Read once; what ends later is not in it. */
export async function readTimings({ calls }: Pick<Ledger, 'calls'>): Promise<TimingHistory> {
  const rows = await calls.list({ states: ['done'], limit: MOST_CALLS, newestFirst: true });
  const seconds = new Map<string, number[]>();
  for (const { provider, result } of rows) {
    const timing = (result as CallResult | undefined)?.timing;
    if (timing?.making === undefined) continue;
    const key = keyOf(provider, timing.making);
    seconds.set(key, [...(seconds.get(key) ?? []), timing.seconds]);
  }
  return (provider, making) => percentile(seconds.get(keyOf(provider, making)) ?? []);
}

const keyOf = (provider: string, making: string): string => `${provider}\n${making}`;

function percentile(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * PERCENTILE) - 1];
}
