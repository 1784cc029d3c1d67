/** Deeper than any error we know; beyond it the text is somebody's joke. */
const MAX_DEPTH = 64;

/**
 * Reads what Python's `repr` wrote: strings in either quote, numbers, `None`, `True`, `False`, lists, tuples and dicts. Tuples
 * become lists, dicts objects. Undefined when the text is anything else.
 */
export function parsePythonLiteral(text: string): unknown {
  try {
    const reader = new LiteralReader(text);
    const value = reader.value(0);
    reader.skipSpace();
    return reader.isAtEnd() ? value : undefined;
  } catch (error) {
    if (error instanceof NotALiteral) return undefined;
    throw error;
  }
}

class NotALiteral extends Error {}

const WORDS: readonly (readonly [string, unknown])[] = [
  ['None', null],
  ['True', true],
  ['False', false],
  ['nan', Number.NaN],
  ['inf', Infinity],
  ['-inf', -Infinity],
];
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', "'": "'", '"': '"' };
const HEX_ESCAPES: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

class LiteralReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  skipSpace(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  value(depth: number): unknown {
    if (depth > MAX_DEPTH) throw new NotALiteral();
    this.skipSpace();
    const next = this.#text[this.#at];
    if (next === "'" || next === '"') return this.#string();
    if (next === '[') return this.#list(']', depth);
    if (next === '(') return this.#list(')', depth);
    if (next === '{') return this.#dict(depth);
    return this.#wordOrNumber();
  }

  #take(expected: string): boolean {
    this.skipSpace();
    if (!this.#text.startsWith(expected, this.#at)) return false;
    this.#at += expected.length;
    return true;
  }

  #wordOrNumber(): unknown {
    const word = WORDS.find(([name]) => this.#take(name));
    return word ? word[1] : this.#number();
  }

  #number(): number {
    const match = /^[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?/i.exec(this.#text.slice(this.#at, this.#at + 400));
    if (!match) throw new NotALiteral();
    this.#at += match[0].length;
    return Number(match[0].replaceAll('_', ''));
  }

  #list(close: string, depth: number): readonly unknown[] {
    this.#at += 1;
    const items: unknown[] = [];
    while (!this.#take(close)) {
      items.push(this.value(depth + 1));
      if (this.#take(',')) continue;
      if (!this.#take(close)) throw new NotALiteral();
      return items;
    }
    return items;
  }

  #dict(depth: number): Readonly<Record<string, unknown>> {
    this.#at += 1;
    const entries: [string, unknown][] = [];
    while (!this.#take('}')) {
      const key = this.value(depth + 1);
      if (!this.#take(':')) throw new NotALiteral();
      entries.push([String(key), this.value(depth + 1)]);
      if (this.#take(',')) continue;
      if (!this.#take('}')) throw new NotALiteral();
      break;
    }
    return Object.fromEntries(entries);
  }

  #string(): string {
    const quote = this.#text[this.#at];
    let value = '';
    for (this.#at += 1; this.#at < this.#text.length; this.#at += 1) {
      const letter = this.#text[this.#at] ?? '';
      if (letter === quote) {
        this.#at += 1;
        return value;
      }
      value += letter === '\\' ? this.#escape() : letter;
    }
    throw new NotALiteral();
  }

  #escape(): string {
    this.#at += 1;
    const letter = this.#text[this.#at] ?? '';
    const digits = HEX_ESCAPES[letter];
    if (digits === undefined) return ESCAPES[letter] ?? `\\${letter}`;
    const code = Number.parseInt(this.#text.slice(this.#at + 1, this.#at + 1 + digits), 16);
    if (Number.isNaN(code) || code > 0x10ffff) throw new NotALiteral();
    this.#at += digits;
    return String.fromCodePoint(code);
  }
}
