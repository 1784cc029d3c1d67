import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { LimnerError } from '../../errors.ts';
import { systemReason } from '../../store/fs/system-reason.ts';

export type Row = Record<string, unknown>;

/** One SQLite file, opened for several processes at once, with its statements prepared once. */
export class Database {
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(connection: DatabaseSync) {
    this.#connection = connection;
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return translated(() => this.#prepare(sql).all(...values));
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return translated(() => this.#prepare(sql).get(...values));
  }

  /** The number of rows that changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return translated(() => Number(this.#prepare(sql).run(...values).changes));
  }

  /** Takes the write lock first, so that what is read inside cannot change before it is acted upon. */
  atomically<T>(work: () => T): T {
    translated(() => this.#connection.exec('BEGIN IMMEDIATE'));
    try {
      const result = work();
      translated(() => this.#connection.exec('COMMIT'));
      return result;
    } catch (error) {
      // SQLite has rolled back by itself when the disk is full.
      if (this.#connection.isTransaction) this.#connection.exec('ROLLBACK');
      throw error;
    }
  }

  /** For writes about money: they are on the disk, not only with the system, when this returns. */
  durably<T>(work: () => T): T {
    this.#connection.exec('PRAGMA synchronous = FULL');
    try {
      return work();
    } finally {
      this.#connection.exec('PRAGMA synchronous = NORMAL');
    }
  }

  close(): void {
    this.#statements.clear();
    this.#connection.close();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

const [BUSY, READONLY, IOERR, FULL] = [5, 8, 10, 13];

function codeOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
}

/** Another connection holds what is wanted. */
export function isBusy(error: unknown): boolean {
  return codeOf(error) === BUSY;
}

/** The system's own troubles are not our bugs: they end the run, and what was paid is found again by the next. */
function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    if (![BUSY, READONLY, IOERR, FULL].includes(code)) throw error;
    const next = code === BUSY ? 'Another process holds it. Run the command again when that has ended.' : undefined;
    throw new LimnerError('LIMNER_STORE_FAILED', `The ledger cannot be written: ${systemReason(error)}.`, {
      cause: error,
      ...(next === undefined ? {} : { next }),
    });
  }
}

/** A column that holds JSON; absent when the column is null. */
export function parseColumn<T>(value: unknown): T | undefined {
  return typeof value === 'string' ? (JSON.parse(value) as T) : undefined;
}

/** `{ [key]: value }`, or nothing where there is no value: rows have nulls, our types have absent fields. */
export function present<K extends string, T>(key: K, value: T | null | undefined): { [P in K]?: T } {
  return value === null || value === undefined ? {} : ({ [key]: value } as { [P in K]?: T });
}

export function jsonOrNull(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
