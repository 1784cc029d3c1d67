import type { PlacedFault } from './problem.ts';
import { keyFault, MAX_DEPTH, type ReadResult, TOO_DEEP } from './read-result.ts';
import { quote } from './show-value.ts';
import type { MapEntry, SourceNode } from './source-node.ts';

interface Cursor {
  readonly text: string;
  at: number;
  depth: number;
  readonly faults: PlacedFault[];
}

/** Reads strict JSON and keeps the places, which `JSON.parse` does not. Stops at the first fault of syntax. */
export function readJson(text: string): ReadResult {
  const cursor: Cursor = { text, at: 0, depth: 0, faults: [] };
  const root = readValue(cursor);
  skipSpace(cursor);
  if (root && cursor.at < text.length) {
    fail(cursor, 'only one value is allowed in a JSON file; this is left over');
    return { faults: cursor.faults };
  }
  return root ? { root, faults: cursor.faults } : { faults: cursor.faults };
}

function readValue(cursor: Cursor): SourceNode | undefined {
  skipSpace(cursor);
  const start = cursor.at;
  const first = cursor.text[start];
  if (first === '{' || first === '[') return readNested(cursor, first);
  if (first === '"') {
    const value = readString(cursor);
    return value === undefined ? undefined : { kind: 'scalar', start, value };
  }
  return readWord(cursor);
}

function readNested(cursor: Cursor, opener: '{' | '['): SourceNode | undefined {
  if (cursor.depth === MAX_DEPTH) return fail(cursor, TOO_DEEP);
  cursor.depth += 1;
  const start = cursor.at;
  cursor.at += 1;
  const node = opener === '{' ? readMap(cursor, start) : readList(cursor, start);
  cursor.depth -= 1;
  return node;
}

function readList(cursor: Cursor, start: number): SourceNode | undefined {
  const items: SourceNode[] = [];
  if (takes(cursor, ']')) return { kind: 'list', start, items };
  for (;;) {
    const item = readValue(cursor);
    if (!item) return undefined;
    items.push(item);
    if (takes(cursor, ']')) return { kind: 'list', start, items };
    if (!takes(cursor, ',')) return fail(cursor, `expected "," or "]", not ${found(cursor)}`);
  }
}

function readMap(cursor: Cursor, start: number): SourceNode | undefined {
  const entries = new Map<string, MapEntry>();
  if (takes(cursor, '}')) return { kind: 'map', start, entries };
  for (;;) {
    if (!readEntry(cursor, entries)) return undefined;
    if (takes(cursor, '}')) return { kind: 'map', start, entries };
    if (!takes(cursor, ',')) return fail(cursor, `expected "," or "}", not ${found(cursor)}`);
  }
}

function readEntry(cursor: Cursor, entries: Map<string, MapEntry>): true | undefined {
  skipSpace(cursor);
  const keyStart = cursor.at;
  if (cursor.text[keyStart] !== '"') return fail(cursor, `expected a key in double quotes, not ${found(cursor)}`);
  const key = readString(cursor);
  if (key === undefined) return undefined;
  if (!takes(cursor, ':')) return fail(cursor, `expected ":" after the key ${quote(key)}, not ${found(cursor)}`);
  const value = readValue(cursor);
  if (!value) return undefined;
  const fault = keyFault(key, entries);
  if (fault === undefined) entries.set(key, { keyStart, value });
  else cursor.faults.push({ path: [], offset: keyStart, message: fault });
  return true;
}

function readString(cursor: Cursor): string | undefined {
  const { text, at: start } = cursor;
  let end = start + 1;
  while (end < text.length && text[end] !== '"' && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
  if (text[end] !== '"') return fail(cursor, 'this text has no closing quote on its line');
  const value = parseJson(text.slice(start, end + 1));
  if (typeof value !== 'string') return fail(cursor, 'this text has a wrong escape or a control character in it');
  cursor.at = end + 1;
  return value;
}

function readWord(cursor: Cursor): SourceNode | undefined {
  const { text, at: start } = cursor;
  let end = start;
  while (end < text.length && /[\w+.-]/.test(text[end] ?? '')) end += 1;
  const value = parseJson(text.slice(start, end));
  if (value === null || typeof value === 'number' || typeof value === 'boolean') {
    cursor.at = end;
    return { kind: 'scalar', start, value };
  }
  return fail(cursor, `expected a value, not ${end > start ? quote(text.slice(start, end)) : found(cursor)}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function skipSpace(cursor: Cursor): void {
  while (' \t\r\n'.includes(cursor.text[cursor.at] ?? 'end')) cursor.at += 1;
}

function takes(cursor: Cursor, sign: string): boolean {
  skipSpace(cursor);
  if (cursor.text[cursor.at] !== sign) return false;
  cursor.at += 1;
  return true;
}

function found({ text, at }: Cursor): string {
  return at < text.length ? quote(String.fromCodePoint(text.codePointAt(at) ?? 0)) : 'the end of the file';
}

function fail(cursor: Cursor, message: string): undefined {
  cursor.faults.push({ path: [], offset: cursor.at, message: `not valid JSON: ${message}` });
}
