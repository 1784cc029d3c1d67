import type { Ledger } from '../ledger.ts';
import { sqliteArtifacts } from './artifacts.ts';
import { sqliteCalls } from './calls.ts';
import { Database } from './database.ts';
import { openLedger, openToRead } from './open.ts';
import { sqliteRuns } from './runs.ts';
import { sqliteSteps } from './steps.ts';
import { sqliteVotes } from './votes.ts';

/**
 * A ledger in one SQLite file, shared safely by several processes. Makes the file and its folder when missing.
 * @throws LIMNER_STATE_UNREADABLE when the file cannot be opened, is no ledger, or is newer than this limner.
 */
export function createSqliteLedger(path: string): Ledger {
  return ledgerOf(new Database(openLedger(path)));
}

/**
 * A ledger to look at, that need not be writable; neither its folder. Nothing is made or changed.
 * @throws LIMNER_STATE_UNREADABLE when the file cannot be read, is no ledger, or is of another version than this limner
 */
export function readSqliteLedger(path: string): Ledger {
  return ledgerOf(new Database(openToRead(path)));
}

function ledgerOf(database: Database): Ledger {
  return {
    runs: sqliteRuns(database),
    steps: sqliteSteps(database),
    calls: sqliteCalls(database),
    artifacts: sqliteArtifacts(database),
    votes: sqliteVotes(database),
    async close() {
      database.close();
    },
  };
}
