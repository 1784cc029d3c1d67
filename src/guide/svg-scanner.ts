import { LimnerError } from '../errors.ts';

/** Reads the small pieces of SVG path data. Every `read` throws `LIMNER_PACK_INVALID` with the position. */
export interface SvgScanner {
  readonly position: number;
  /** Skips blanks; true at the end of the text. */
  isAtEnd(): boolean;
  /** Is the next thing a number, perhaps after one comma? */
  isBeforeNumber(): boolean;
  readCommand(): string;
  readNumber(): number;
  /** An arc's `0` or `1`, which needs no separator after it. */
  readFlag(): boolean;
  fail(expected: string): never;
}

/** Beyond these, sums and squares of coordinates lose the precision that a picture needs. */
const LARGEST = 1e9;
const SMALLEST = 1e-9;

export function scanSvg(text: string): SvgScanner {
  let position = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = position;
    return pattern.exec(text)?.[0];
  };
  const take = (pattern: RegExp): string | undefined => {
    const found = match(pattern);
    position += found?.length ?? 0;
    return found;
  };
  const fail = (expected: string): never => {
    const rest = text.slice(position, position + 12);
    const found = rest === '' ? 'the path ends' : `found ${JSON.stringify(rest)}`;
    const message = `Path data: expected ${expected} at character ${position + 1}, but ${found}.`;
    throw new LimnerError('LIMNER_PACK_INVALID', message, { facts: { position } });
  };
  return {
    get position() {
      return position;
    },
    isAtEnd() {
      take(BLANKS);
      return position === text.length;
    },
    isBeforeNumber: () => match(NUMBER_AHEAD) !== undefined,
    readCommand: () => take(COMMAND) ?? fail('a command letter (M L H V C S Q T A Z)'),
    readNumber() {
      take(SEPARATOR);
      const value = Number(match(NUMBER) ?? fail('a number'));
      if (Math.abs(value) > LARGEST) return fail(`a number between -${LARGEST} and ${LARGEST}`);
      take(NUMBER);
      return Math.abs(value) < SMALLEST ? 0 : value;
    },
    readFlag() {
      take(SEPARATOR);
      return (take(FLAG) ?? fail('an arc flag (0 or 1)')) === '1';
    },
    fail,
  };
}

const BLANKS = /[\t\n\f\r ]*/y;
const SEPARATOR = /[\t\n\f\r ]*(?:,[\t\n\f\r ]*)?/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
/** A comma promises a number, so one that keeps no promise is found by the reading that follows. */
const NUMBER_AHEAD = /[\t\n\f\r ]*(?:,|[+-]?\.?\d)/y;
const COMMAND = /[MLHVCSQTAZmlhvcsqtaz]/y;
const FLAG = /[01]/y;
