import { MAX_DIGITS, tooLong } from './python-number.ts';
import { MAX_DEPTH, PythonError, type PythonValue } from './python-value.ts';

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?/y;
const WORD = /null|true|false|NaN|-?Infinity/y;
// oxlint-disable-next-line no-control-regex -- control characters end a string
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const WORDS: Readonly<Record<string, PythonValue>> = {
  null: null,
  true: true,
  false: false,
  NaN: NaN,
  Infinity,
  '-Infinity': -Infinity,
};
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * Reads a text as the server's `json.loads` does: `NaN` and `Infinity` are words, whole numbers keep all digits, keys
 * keep their order. Throws a `PythonError` where the server would, with the offset of the fault.
 */
export function readPythonJson(text: string): PythonValue {
  const reader = { text, at: 0 };
  const value = readValue(reader, 0);
  skipSpace(reader);
  if (reader.at < text.length) throw fault(reader, 'Extra data');
  return value;
}

interface Reader {
  readonly text: string;
  at: number;
}

function readValue(reader: Reader, depth: number): PythonValue {
  if (depth > MAX_DEPTH) throw new PythonError('RecursionError', 'maximum recursion depth exceeded');
  skipSpace(reader);
  const first = reader.text[reader.at];
  if (first === '{') return readDict(reader, depth);
  if (first === '[') return readList(reader, depth);
  if (first === '"') return readString(reader);
  const word = take(reader, WORD);
  if (word !== undefined) return WORDS[word] ?? null;
  return readNumber(reader);
}

function readDict(reader: Reader, depth: number): PythonValue {
  const found = new Map<string, PythonValue>();
  reader.at += 1;
  if (isNext(reader, '}')) return found;
  do {
    skipSpace(reader);
    if (reader.text[reader.at] !== '"') throw fault(reader, 'Expecting property name enclosed in double quotes');
    const key = readString(reader);
    if (!isNext(reader, ':')) throw fault(reader, "Expecting ':' delimiter");
    found.set(key, readValue(reader, depth + 1));
  } while (isNext(reader, ','));
  if (!isNext(reader, '}')) throw fault(reader, "Expecting ',' delimiter");
  return found;
}

function readList(reader: Reader, depth: number): PythonValue {
  const found: PythonValue[] = [];
  reader.at += 1;
  if (isNext(reader, ']')) return found;
  do found.push(readValue(reader, depth + 1));
  while (isNext(reader, ','));
  if (!isNext(reader, ']')) throw fault(reader, "Expecting ',' delimiter");
  return found;
}

function readString(reader: Reader): string {
  reader.at += 1;
  let found = take(reader, PLAIN) ?? '';
  while (reader.text[reader.at] === '\\') {
    found += readEscape(reader);
    found += take(reader, PLAIN) ?? '';
  }
  if (reader.text[reader.at] !== '"') throw fault(reader, 'Unterminated string or a control character in it');
  reader.at += 1;
  return found;
}

function readEscape(reader: Reader): string {
  const letter = reader.text[reader.at + 1] ?? '';
  if (letter === 'u') {
    const hex = reader.text.slice(reader.at + 2, reader.at + 6);
    if (!/^[0-9a-f]{4}$/i.test(hex)) throw fault(reader, 'Invalid \\uXXXX escape');
    reader.at += 6;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }
  const escaped = ESCAPES[letter];
  if (escaped === undefined) throw fault(reader, 'Invalid \\escape');
  reader.at += 2;
  return escaped;
}

function readNumber(reader: Reader): PythonValue {
  NUMBER.lastIndex = reader.at;
  const [literal, whole = '', ...rest] = NUMBER.exec(reader.text) ?? [];
  if (literal === undefined) throw fault(reader, 'Expecting value');
  reader.at += literal.length;
  if (rest.some((part) => part !== undefined)) return Number(literal);
  const digits = whole.replace('-', '').length;
  if (digits > MAX_DIGITS) throw new PythonError('ValueError', tooLong(digits));
  return BigInt(whole);
}

function isNext(reader: Reader, sign: string): boolean {
  skipSpace(reader);
  if (reader.text[reader.at] !== sign) return false;
  reader.at += 1;
  return true;
}

function skipSpace(reader: Reader): void {
  take(reader, SPACE);
}

function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  if (found !== undefined) reader.at += found.length;
  return found;
}

/** `Expecting value: line 1 column 2 (char 1)`. */
function fault({ text, at }: Reader, message: string): PythonError {
  const before = text.slice(0, at).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return new PythonError('JSONDecodeError', `${message}: line ${before.length} column ${column} (char ${at})`);
}
