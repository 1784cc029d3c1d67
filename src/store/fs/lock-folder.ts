import { accessSync, constants, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncOptions } from 'node:sqlite';
import { LimnerError } from '../../errors.ts';
import { makeFolder } from './make-folder.ts';
import { systemReason } from './system-reason.ts';

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
 * `place` is what the folder stands for, when that is something else.
 * @throws LIMNER_OUTPUT_BUSY naming the holder, LIMNER_OUTPUT_UNWRITABLE when the folder cannot be made
 */
export function lockFolder(folder: string, holder: LockHolder, place = folder): FolderLock {
  const path = join(folder, LOCK_FILE);
  for (let attempt = 1; ; attempt += 1) {
    let before: string | undefined;
    try {
      before = prepareFile(folder, path);
      const connection = acquire(path, holder, place);
      // A holder removes the file as it leaves; whoever had opened it by then holds nothing.
      if (before !== undefined && before === identityOf(path)) {
        return { release: () => leave(connection, folder, path), abandon: () => connection.close() };
      }
      connection.close();
      if (attempt === MOST_ATTEMPTS) throw busy(place, '', undefined);
    } catch (error) {
      if (error instanceof LimnerError) throw error;
      const isReplaced = before === undefined || before !== identityOf(path) || LEFT_BEHIND.has(sqliteCode(error));
      if (!isReplaced) throw unwritable(folder, error);
      if (attempt === MOST_ATTEMPTS)
        throw isVanished(error) || sqliteCode(error) !== 0 ? busy(place, '', error) : unwritable(folder, error);
    }
    pause();
  }
}

/** Whoever waited for a holder to leave finds its file gone; where many come and go, that can happen often. */
const MOST_ATTEMPTS = 20;

/** Lets those who come and go at the same moment get on. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

/** SQLITE_READONLY_DBMOVED and SQLITE_IOERR_DELETE_NOENT: the file, or its journal, went while it was being written. */
const LEFT_BEHIND: ReadonlySet<number> = new Set([1032, 5898]);

/** Makes the file before SQLite would, so that it can be told from another that takes its place meanwhile. */
function prepareFile(folder: string, path: string): string | undefined {
  makeFolder(folder);
  const found = identityOf(path);
  if (found !== undefined) return found;
  try {
    writeFileSync(path, '', { flag: 'wx' });
  } catch (error) {
    if (!isThere(error)) throw error;
  }
  return identityOf(path);
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

/** The folder was there a moment ago: whoever left last took it away, for it was empty. */
function isVanished(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function acquire(path: string, holder: LockHolder, place: string): DatabaseSync {
  const connection = new DatabaseSync(path);
  try {
    connection.exec('PRAGMA busy_timeout = 200');
    connection.exec(
      'BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS holder (pid INTEGER, since TEXT, state TEXT); DELETE FROM holder',
    );
    connection.prepare('INSERT INTO holder VALUES (?, ?, ?)').run(holder.pid, holder.since, holder.state);
    connection.exec('COMMIT; BEGIN IMMEDIATE');
    return connection;
  } catch (error) {
    const other = readHolder(connection);
    connection.close();
    if (!isBusy(error)) throw error;
    throw busy(place, other, error);
  }
}

/** Readers are let in beside the holder, so the loser can say who it is. */
function readHolder(connection: DatabaseSync): string {
  const holder = readRow(connection);
  return holder ? ` (process ${holder.pid}, since ${holder.since})` : '';
}

/** Who holds a folder, or held it when its run was broken off; undefined when nobody did. */
export function readLockHolder(folder: string): LockHolder | undefined {
  return withLockFile(folder, { readOnly: true }, readRow);
}

/** Whether a living process is writing into a folder. */
export function isFolderHeld(folder: string): boolean {
  const holder = readLockHolder(folder);
  if (holder === undefined) return false;
  // Only who may write can ask for the lock; others have to go by the process.
  if (!isWritable(join(folder, LOCK_FILE))) return isAlive(holder.pid);
  return withLockFile(folder, {}, isLocked) ?? false;
}

function withLockFile<T>(folder: string, options: DatabaseSyncOptions, work: (lock: DatabaseSync) => T): T | undefined {
  const path = join(folder, LOCK_FILE);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
  let connection: DatabaseSync | undefined;
  try {
    connection = new DatabaseSync(path, options);
    return work(connection);
  } catch {
    return undefined;
  } finally {
    connection?.close();
  }
}

function isLocked(connection: DatabaseSync): boolean {
  try {
    connection.exec('BEGIN IMMEDIATE; ROLLBACK');
    return false;
  } catch (error) {
    return isBusy(error);
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
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

/** Numbers of files are given again to new ones, their times of birth are not. */
function identityOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found && `${found.ino} ${found.birthtimeNs}`;
}

function isBusy(error: unknown): boolean {
  const SQLITE_BUSY = 5;
  return (sqliteCode(error) & 0xff) === SQLITE_BUSY;
}

function sqliteCode(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
}

function busy(place: string, holder: string, cause: unknown): LimnerError {
  return new LimnerError('LIMNER_OUTPUT_BUSY', `Another limner${holder} is writing into ${place}.`, { cause });
}

function unwritable(folder: string, error: unknown): LimnerError {
  const message = `Nothing can be written into ${folder}: ${systemReason(error)}.`;
  return new LimnerError('LIMNER_OUTPUT_UNWRITABLE', message, { cause: error });
}
