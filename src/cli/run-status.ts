import { resolve } from 'node:path';
import type { RunRow } from '../ledger/ledger.ts';
import { isFolderHeld, readLockHolder } from '../store/fs/lock-folder.ts';

/** A run whose process died still stands as running in the ledger; the lock on its output knows better. */
export function asItStands(run: RunRow, state: string): RunRow {
  if (run.status !== 'running' || run.out === '') return run;
  const holder = readLockHolder(run.out);
  const isOurs = holder !== undefined && resolve(holder.state) === resolve(state);
  return isOurs && isFolderHeld(run.out) ? run : { ...run, status: 'interrupted' };
}
