import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { LimnerError } from '../../errors.ts';
import { isBusy } from './database.ts';
import { makeFolder } from '../../store/fs/make-folder.ts';
import { systemReason } from '../../store/fs/system-reason.ts';

const SCHEMA_VERSION = 5;
/** What brings a ledger of an older version to the next one, by the older version. */
const MIGRATIONS: Readonly<Record<number, string>> = {
  // A refused call was followed by another then, which may have been paid: it must not be claimed again, but passed over.
  1: `ALTER TABLE call ADD COLUMN attempts INTEGER NOT NULL DEFAULT 1; DELETE FROM step;
      UPDATE call SET state = 'failed', usd = 0 WHERE state = 'refused';`,
  2: `UPDATE call SET result = json_object('images', json(result), 'warnings', json('[]')) WHERE json_type(result) = 'array';`,
  3: 'ALTER TABLE call ADD COLUMN job TEXT',
  4: `CREATE TABLE vote (pack TEXT NOT NULL, pair TEXT NOT NULL, voter TEXT NOT NULL, choice TEXT NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (pack, pair, voter)) STRICT;`,
};

/** Opens a ledger to write into; makes the file and its folder when missing. */
export function openLedger(path: string): DatabaseSync {
  return translated(path, () => {
    if (path !== ':memory:') makeFolder(dirname(path));
    const connection = new DatabaseSync(path);
    connection.exec('PRAGMA busy_timeout = 15000');
    beginLog(connection);
    connection.exec('PRAGMA synchronous = NORMAL');
    migrate(connection, path);
    return connection;
  });
}

const [LOG_TRIES, LOG_PAUSE_MS] = [300, 50];

/** Two processes that make the same file at once may stand in each other's way here, and SQLite gives up without waiting. */
function beginLog(connection: DatabaseSync): void {
  for (let tries = 1; ; tries += 1) {
    try {
      connection.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || tries === LOG_TRIES) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOG_PAUSE_MS);
    }
  }
}

/** Opens a ledger that is there, to read it. */
export function openToRead(path: string): DatabaseSync {
  return translated(path, () => {
    const connection = new DatabaseSync(readersUrl(path), { readOnly: true });
    connection.exec('PRAGMA busy_timeout = 15000');
    const version = versionOf(connection);
    if (version > SCHEMA_VERSION) throw tooNew(path);
    if (version === SCHEMA_VERSION) return connection;
    if (version > 0) {
      throw new LimnerError('LIMNER_STATE_UNREADABLE', `The ledger ${path} was written by an older limner.`, {
        next: 'Run `limner generate` once: it brings the ledger up to date.',
      });
    }
    throw new LimnerError('LIMNER_STATE_UNREADABLE', `${path} is not a ledger, or was never finished.`);
  });
}

/**
 * Even a reader makes the files of a write-ahead log, which the next writer might not own, and which cannot be made in a
 * folder that is read-only. Without such a log nobody is writing, and the file can be read as it stands.
 */
function readersUrl(path: string): URL {
  const url = pathToFileURL(path);
  if (!existsSync(`${path}-wal`)) url.searchParams.set('immutable', '1');
  return url;
}

function translated(path: string, work: () => DatabaseSync): DatabaseSync {
  try {
    return work();
  } catch (error) {
    if (error instanceof LimnerError) throw error;
    const message = `The ledger ${path} cannot be opened: ${systemReason(error)}.`;
    throw new LimnerError('LIMNER_STATE_UNREADABLE', message, { cause: error });
  }
}

function migrate(connection: DatabaseSync, path: string): void {
  const version = versionOf(connection);
  if (version === SCHEMA_VERSION) return;
  if (version > SCHEMA_VERSION) throw tooNew(path);
  connection.exec('BEGIN IMMEDIATE');
  // Another process may have brought it up to date while this one waited for the lock.
  const from = versionOf(connection);
  for (let step = from; step > 0 && step < SCHEMA_VERSION; step += 1) connection.exec(MIGRATIONS[step] ?? '');
  if (from === 0) connection.exec(readFileSync(new URL('../schema.sql', import.meta.url), 'utf8'));
  connection.exec(`PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
}

function versionOf(connection: DatabaseSync): number {
  return Number(connection.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}

function tooNew(path: string): LimnerError {
  return new LimnerError('LIMNER_STATE_UNREADABLE', `The ledger ${path} was written by a newer limner.`, {
    next: 'Update limner, or choose another folder with --state.',
  });
}
