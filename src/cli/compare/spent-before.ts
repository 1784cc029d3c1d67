import { readWholeComparison } from '../../compare/read-whole.ts';
import type { Ledger, RunRow } from '../../ledger/ledger.ts';
import { withoutDust } from '../../pipeline/without-dust.ts';
import type { AssetStore } from '../../store/store.ts';
import { costOf } from '../run-costs.ts';
import type { Turn } from './turns.ts';

const MOST_RUNS = 1000;
const OPEN: readonly RunRow['status'][] = ['running', 'interrupted'];
const WHOLE: readonly RunRow['status'][] = ['done', 'failed', 'refused'];

/**
 * When the last comparison in this folder was whole, in milliseconds since 1970: what was spent since then belongs to the one that is being
 * made, also where it was broken off.
 */
export async function lastCompared(
  turns: readonly Turn[],
  { store, ledger }: { readonly store: AssetStore; readonly ledger: Pick<Ledger, 'runs'> },
): Promise<number> {
  const text = new TextDecoder().decode(await store.get('compare.json'));
  const writtenAt = Date.parse(readWholeComparison(text)?.finishedAt ?? '') || 0;
  const runs = await ledger.runs.list({ out: turns.at(-1)?.out ?? '', limit: MOST_RUNS });
  const ends = runs.flatMap(({ status, finishedAt = 0 }) => (WHOLE.includes(status) ? [finishedAt] : []));
  return Math.max(writtenAt, ...ends);
}

/** What all turns have cost since then, but for a run that `turn` may take up again: what that one cost is held against its budget anyway. */
export async function spentBefore(
  turn: Turn,
  turns: readonly Turn[],
  { since, ledger }: { readonly since: number; readonly ledger: Pick<Ledger, 'runs' | 'calls'> },
): Promise<number> {
  let spentUsd = 0;
  for (const { out } of turns) {
    for (const { id, status, startedAt } of await ledger.runs.list({ out, limit: MOST_RUNS })) {
      if (startedAt < since || (out === turn.out && OPEN.includes(status))) continue;
      const { usd, heldUsd } = costOf(await ledger.calls.spending({ run: id }));
      spentUsd += usd + heldUsd;
    }
  }
  return withoutDust(spentUsd);
}
