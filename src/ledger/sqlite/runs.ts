import type { ManifestAsset } from '../../report/manifest.ts';
import type { RunLedger, RunRow, RunStatus } from '../ledger.ts';
import { conditions } from './conditions.ts';
import { type Database, type Row, parseColumn, present } from './database.ts';

export function sqliteRuns(database: Database): RunLedger {
  return {
    async start(run) {
      const number = database.atomically(() => {
        const row = database.get('SELECT coalesce(max(number), 0) + 1 AS next FROM run WHERE pack = ?', run.pack);
        const next = Number(row?.['next']);
        database.run(
          `INSERT INTO run (id, pack, number, pack_file, out, plan_hash, status, snapshot, started_at)
           VALUES (?, ?, ?, ?, ?, ?, 'running', ?, ?)`,
          `${run.pack}-${next}`,
          run.pack,
          next,
          run.packFile,
          run.out,
          run.planHash,
          JSON.stringify(run.snapshot),
          run.startedAt,
        );
        return next;
      });
      return { ...run, id: `${run.pack}-${number}`, status: 'running' };
    },
    async get(id) {
      const row = database.get('SELECT * FROM run WHERE id = ?', id);
      return row && toRun(row);
    },
    async list({ pack, out, packFile, statuses, limit }) {
      const { where, values } = conditions({
        'pack = ?': pack,
        'out = ?': out,
        'pack_file = ?': packFile,
        'status IN (SELECT value FROM json_each(?))': statuses && JSON.stringify(statuses),
      });
      const sql = `SELECT * FROM run ${where} ORDER BY started_at DESC, number DESC LIMIT ?`;
      return database.all(sql, ...values, limit).map(toRun);
    },
    async finish(id, end) {
      database.run(
        'UPDATE run SET status = ?, finished_at = ?, summary = ? WHERE id = ?',
        end.status,
        end.finishedAt,
        JSON.stringify(end.summary),
        id,
      );
    },
    async reopen(id) {
      database.run("UPDATE run SET status = 'running', finished_at = NULL WHERE id = ?", id);
    },
    async saveAsset(run, position, entry) {
      const sql =
        'INSERT INTO asset (run, position, entry) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET entry = excluded.entry';
      database.run(sql, run, position, JSON.stringify(entry));
    },
    async assets(run, page) {
      return database
        .all(
          'SELECT position, entry FROM asset WHERE run = ? AND position > ? ORDER BY position LIMIT ?',
          run,
          page.after,
          page.limit,
        )
        .map((row) => ({
          position: Number(row['position']),
          entry: JSON.parse(String(row['entry'])) as ManifestAsset,
        }));
    },
  };
}

function toRun(row: Row): RunRow {
  return {
    id: String(row['id']),
    pack: String(row['pack']),
    packFile: String(row['pack_file']),
    out: String(row['out']),
    planHash: String(row['plan_hash']),
    status: String(row['status']) as RunStatus,
    snapshot: parseColumn(row['snapshot']),
    startedAt: Number(row['started_at']),
    ...present('finishedAt', row['finished_at'] as number | null),
    ...present('summary', parseColumn(row['summary'])),
  };
}
