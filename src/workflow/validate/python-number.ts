import { repr, stringRepr, typeName } from './python-text.ts';
import { PythonError, type PythonValue, isDict, isList } from './python-value.ts';

/** What counts for white space at the ends of a number. */
const SPACE = '[\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]*';
const DIGITS = '\\d+(?:_\\d+)*';
const INT = new RegExp(`^${SPACE}([+-]?)(${DIGITS})${SPACE}$`);
const FLOAT = new RegExp(
  `^${SPACE}([+-]?)(?:(inf|infinity)|(nan)|((?:${DIGITS}(?:\\.(?:${DIGITS})?)?|\\.${DIGITS})(?:e[+-]?${DIGITS})?))${SPACE}$`,
  'i',
);
/** No text or answer of more digits is read as a whole number. */
export const MAX_DIGITS = 4300;
/** Python's `%.200R` in one message. */
const SHOWN_LITERAL = 200;

/** `int(value)`, with the exceptions it raises. */
export function toInt(value: PythonValue): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number') return truncate(value);
  if (typeof value === 'string') return parseInt10(value);
  throw new PythonError(
    'TypeError',
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(value)}'`,
  );
}

function truncate(value: number): bigint {
  if (Number.isNaN(value)) throw new PythonError('ValueError', 'cannot convert float NaN to integer');
  if (!Number.isFinite(value)) throw new PythonError('OverflowError', 'cannot convert float infinity to integer');
  return BigInt(Math.trunc(value));
}

function parseInt10(text: string): bigint {
  const [, sign, grouped] = INT.exec(plainDigits(text)) ?? [];
  if (grouped === undefined) {
    const shown = [...stringRepr(text)].slice(0, SHOWN_LITERAL).join('');
    throw new PythonError('ValueError', `invalid literal for int() with base 10: ${shown}`);
  }
  const digits = grouped.replaceAll('_', '');
  if (digits.length > MAX_DIGITS) throw new PythonError('ValueError', tooLong(digits.length));
  return sign === '-' ? -BigInt(digits) : BigInt(digits);
}

export function tooLong(digits: number): string {
  return `Exceeds the limit (${MAX_DIGITS} digits) for integer string conversion: value has ${digits} digits; use sys.set_int_max_str_digits() to increase the limit`;
}

/** `float(value)`, with the exceptions it raises. */
export function toFloat(value: PythonValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'bigint') return widen(value);
  if (typeof value === 'string') return parseFloat10(value);
  throw new PythonError('TypeError', `float() argument must be a string or a real number, not '${typeName(value)}'`);
}

function widen(value: bigint): number {
  const float = Number(value);
  if (!Number.isFinite(float)) throw new PythonError('OverflowError', 'int too large to convert to float');
  return float;
}

function parseFloat10(text: string): number {
  const [match, sign, infinite, nan, number] = FLOAT.exec(plainDigits(text)) ?? [];
  if (match === undefined)
    throw new PythonError('ValueError', `could not convert string to float: ${stringRepr(text)}`);
  const size = infinite ? Infinity : nan ? NaN : Number((number ?? '').replaceAll('_', ''));
  return sign === '-' ? -size : size;
}

/** Digits of every script count; each script has its ten in a row. */
function plainDigits(text: string): string {
  return text.replaceAll(/(?![0-9])\p{Nd}/gu, (letter) => {
    const point = letter.codePointAt(0) ?? 0;
    let first = point;
    while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
    return String((point - first) % 10);
  });
}

/** `bool(value)`. */
export function isTruthy(value: PythonValue): boolean {
  if (isList(value)) return value.length > 0;
  if (isDict(value)) return value.size > 0;
  return Number.isNaN(value) || Boolean(value);
}

/** `a == b`: 1, 1.0 and True are the same. */
export function isEqual(a: PythonValue, b: PythonValue): boolean {
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, index) => isEqual(item, b[index] ?? null));
  if (isDict(a)) return isDict(b) && a.size === b.size && [...a].every(([key, item]) => holds(b.get(key), item));
  if (typeof a === 'string' || a === null) return a === b;
  if (typeof b === 'string' || b === null || isList(b) || isDict(b)) return false;
  // oxlint-disable-next-line eqeqeq -- the one comparison that finds 1n and 1 equal
  return plainNumber(a) == plainNumber(b);
}

function holds(found: PythonValue | undefined, item: PythonValue): boolean {
  return found !== undefined && isEqual(found, item);
}

function plainNumber(value: boolean | bigint | number): bigint | number {
  return typeof value === 'boolean' ? Number(value) : value;
}

/** `a < b`, or the exception of a comparison that Python refuses. */
export function isLess(a: PythonValue, b: PythonValue, sign: '<' | '>' = '<'): boolean {
  if (typeof a === 'string' && typeof b === 'string') return sign === '<' ? a < b : a > b;
  if (!isNumber(a) || !isNumber(b)) {
    throw new PythonError(
      'TypeError',
      `'${sign}' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`,
    );
  }
  const [left, right] = [plainNumber(a), plainNumber(b)];
  return sign === '<' ? left < right : left > right;
}

function isNumber(value: PythonValue): value is boolean | bigint | number {
  return typeof value === 'boolean' || typeof value === 'bigint' || typeof value === 'number';
}

/** The message of a KeyError: the key's repr. */
export function keyError(key: PythonValue): PythonError {
  if (isList(key) || isDict(key)) return new PythonError('TypeError', `unhashable type: '${typeName(key)}'`);
  return new PythonError('KeyError', repr(key));
}
