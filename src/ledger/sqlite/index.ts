import type { Ledger } from '../ledger.ts';
import { sqliteArtifacts } from './artifacts.ts';
import { sqliteCalls } from './calls.ts';
import { Database } from './database.ts';
import { sqliteRuns } from './runs.ts';
import { sqliteSteps } from './steps.ts';

/**
 * A ledger in one SQLite file, shared safely by several processes. Makes the file and its folder when missing.
 * @throws LIMNER_STATE_UNREADABLE when the file cannot be opened, is no ledger, or is newer than this limner.
 */
export function createSqliteLedger(path: string): Ledger {
  const database = new Database(path);
  return {
    runs: sqliteRuns(database),
    steps: sqliteSteps(database),
    calls: sqliteCalls(database),
    artifacts: sqliteArtifacts(database),
    async close() {
      database.close();
    },
  };
}
