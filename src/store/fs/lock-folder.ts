import { mkdirSync, rmSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LimnerError } from '../../errors.ts';

export const LOCK_FILE = '.limner-lock';

export interface LockHolder {
  readonly pid: number;
  readonly since: string;
  /** Where the holder keeps its ledger: whoever finds the lock of an unfinished run can finish it. */
  readonly state: string;
}

export interface FolderLock {
  /** Leaves no trace; a folder that stayed empty goes too. */
  release(): void;
  /** Frees the folder but leaves the note of who held it, for `readLockHolder`. */
  abandon(): void;
}

/**
 * Keeps every other process from writing into a folder until `release`. The lock is SQLite's own, and so the kernel's:
 * it ends with the process however the process ends, and nobody has to guess whether a process id is still alive.
 * @throws LIMNER_OUTPUT_BUSY naming the holder, LIMNER_OUTPUT_UNWRITABLE when the folder cannot be made
 */
export function lockFolder(folder: string, holder: LockHolder): FolderLock {
  const path = join(folder, LOCK_FILE);
  for (;;) {
    const lock = acquire(folder, path, holder);
    // A holder removes the file as it leaves; whoever had opened it by then holds a lock on nothing.
    if (lock.inode === inodeOf(path)) {
      return { release: () => leave(lock.connection, folder, path), abandon: () => lock.connection.close() };
    }
    lock.connection.close();
  }
}

function acquire(
  folder: string,
  path: string,
  holder: LockHolder,
): { connection: DatabaseSync; inode: number | undefined } {
  const connection = openLock(folder, path);
  const inode = inodeOf(path);
  try {
    connection.exec(
      'BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS holder (pid INTEGER, since TEXT, state TEXT); DELETE FROM holder',
    );
    connection.prepare('INSERT INTO holder VALUES (?, ?, ?)').run(holder.pid, holder.since, holder.state);
    connection.exec('COMMIT; BEGIN IMMEDIATE');
    return { connection, inode };
  } catch (error) {
    const other = readHolder(connection);
    connection.close();
    if (!isBusy(error)) throw unwritable(folder, error);
    throw new LimnerError('LIMNER_OUTPUT_BUSY', `Another limner${other} is writing into ${folder}.`, { cause: error });
  }
}

function openLock(folder: string, path: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true });
    const connection = new DatabaseSync(path);
    connection.exec('PRAGMA busy_timeout = 200');
    return connection;
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/** Readers are let in beside the holder, so the loser can say who it is. */
function readHolder(connection: DatabaseSync): string {
  const holder = readRow(connection);
  return holder ? ` (process ${holder.pid}, since ${holder.since})` : '';
}

/** Who holds a folder, or held it when its run was broken off; undefined when nobody did. */
export function readLockHolder(folder: string): LockHolder | undefined {
  const path = join(folder, LOCK_FILE);
  if (inodeOf(path) === undefined) return undefined;
  const connection = new DatabaseSync(path, { readOnly: true });
  try {
    return readRow(connection);
  } finally {
    connection.close();
  }
}

function readRow(connection: DatabaseSync): LockHolder | undefined {
  try {
    const row = connection.prepare('SELECT pid, since, state FROM holder').get();
    return row && { pid: Number(row['pid']), since: String(row['since']), state: String(row['state']) };
  } catch {
    return undefined;
  }
}

function leave(connection: DatabaseSync, folder: string, path: string): void {
  rmSync(path, { force: true });
  connection.close();
  try {
    rmdirSync(folder);
  } catch {
    // It holds files, as it should.
  }
}

function inodeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}

function isBusy(error: unknown): boolean {
  const SQLITE_BUSY = 5;
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;
}

function unwritable(folder: string, error: unknown): LimnerError {
  const reason = error instanceof Error ? error.message : String(error);
  return new LimnerError('LIMNER_OUTPUT_UNWRITABLE', `Nothing can be written into ${folder}: ${reason}.`, {
    cause: error,
  });
}
