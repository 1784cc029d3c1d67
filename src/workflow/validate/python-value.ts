import type { InputValue } from '../graph.ts';

/**
 * A JSON value as the server's Python holds it. Whole numbers are `bigint` and numbers with a point are `number`, for
 * `0` and `0.0` are not the same there and seeds go up to 2^64−1; an object is a Map, for it keeps the order of keys
 * such as "10" and "9".
 */
export type PythonValue = null | boolean | bigint | number | string | readonly PythonValue[] | PythonDict;
export type PythonDict = ReadonlyMap<string, PythonValue>;

/** A value nested deeper than this is refused by the server, whose reader is recursive too. */
export const MAX_DEPTH = 900;

/** An exception of the server: its type, and what `str()` makes of it. */
export class PythonError extends Error {
  readonly type: string;
  /** As `traceback.format_tb` writes them, innermost last. */
  readonly frames: readonly string[];

  constructor(type: string, message: string, frames: readonly string[] = []) {
    super(message);
    this.type = type;
    this.frames = frames;
  }
}

/**
 * What the server would hold after reading a value that JavaScript has read already. A Map is taken for a value that
 * was read with `readPythonJson`. What JSON cannot hold becomes null.
 */
export function toPython(value: unknown, depth = 0): PythonValue {
  if (depth > MAX_DEPTH) throw new PythonError('RecursionError', 'maximum recursion depth exceeded');
  if (isDict(value)) return value;
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint') return value;
  if (Array.isArray(value)) return value.map((item: unknown) => toPython(item, depth + 1));
  if (typeof value !== 'object' || value === null) return null;
  return new Map(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]: [string, unknown]) => [key, toPython(item, depth + 1)]),
  );
}

/** The way back. Whole numbers beyond 2^53 lose digits. */
export function toJson(value: PythonValue): InputValue {
  if (typeof value === 'bigint') return Number(value);
  if (isList(value)) return value.map(toJson);
  return isDict(value) ? objectOf(value) : value;
}

export function objectOf(value: PythonDict): { readonly [key: string]: InputValue } {
  return Object.fromEntries([...value].map(([key, item]) => [key, toJson(item)]));
}

export function dict(entries: { readonly [key: string]: PythonValue }): PythonDict {
  return new Map(Object.entries(entries));
}

export function isDict(value: unknown): value is PythonDict {
  return value instanceof Map;
}

export function isList(value: PythonValue | undefined): value is readonly PythonValue[] {
  return Array.isArray(value);
}
