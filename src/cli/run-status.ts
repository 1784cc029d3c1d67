import { resolve } from 'node:path';
import type { RunRow } from '../ledger/ledger.ts';
import { lockPlace } from './destination.ts';
import { isFolderHeld, readLockHolder } from '../store/fs/lock-folder.ts';

/** A run whose process died still stands as running in the ledger; the lock on its output knows better. */
export function asItStands(run: RunRow, state: string): RunRow {
  if (run.status !== 'running' || run.out === '') return run;
  const place = lockPlace(run.out, state);
  const holder = readLockHolder(place);
  const isOurs = holder !== undefined && resolve(holder.state) === resolve(state);
  return isOurs && isFolderHeld(place) ? run : { ...run, status: 'interrupted' };
}
