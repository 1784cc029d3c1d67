import type { StepLedger } from '../ledger.ts';
import { type Database, parseColumn } from './database.ts';

export function sqliteSteps(database: Database): StepLedger {
  return {
    async get(run, name) {
      return parseColumn(database.get('SELECT output FROM step WHERE run = ? AND name = ?', run, name)?.['output']);
    },
    async put(run, name, output) {
      const sql =
        'INSERT INTO step (run, name, output) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET output = excluded.output';
      database.run(sql, run, name, JSON.stringify(output));
    },
    async clear(run) {
      database.run('DELETE FROM step WHERE run = ?', run);
    },
  };
}
