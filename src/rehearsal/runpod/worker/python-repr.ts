import { type Dict, isDict } from '../../http/dict.ts';

/**
 * A JSON value as Python's `repr()` writes it: the worker puts ComfyUI's parsed answer into its error texts that way.
 *
 * JSON read by JavaScript no longer tells 1.0 from 1. Where ComfyUI says that an input is a FLOAT, its options and the value it
 * received are written as floats; 2^64, which is what JavaScript makes of the largest seed, as that seed.
 */
export function pythonRepr(value: unknown): string {
  if (Array.isArray(value)) return reprList(value);
  if (isDict(value)) return reprDict(value);
  if (typeof value === 'string') return reprString(value);
  if (typeof value === 'number') return reprNumber(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return 'None';
}

/** `str()`: a string as it is, everything else as its repr. */
export function pythonStr(value: unknown): string {
  return typeof value === 'string' ? value : pythonRepr(value);
}

/** A float, even when it is whole: `1.0`, `0.05`, `1e-07`, `inf`, `nan`. */
export function reprFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const exponent = value === 0 ? 0 : Number(value.toExponential().split('e')[1]);
  if (exponent < -4 || exponent >= 16) return scientific(value);
  const text = exponent < 0 ? value.toFixed(digitsAfterPoint(value)) : String(value);
  return text.includes('.') ? text : `${text}.0`;
}

function scientific(value: number): string {
  const [mantissa, exponent = '0'] = value.toExponential().split('e');
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${mantissa}e${sign}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`;
}

/** Digits that the shortest decimal of a number below one needs behind its point. */
function digitsAfterPoint(value: number): number {
  const [mantissa = '', exponent] = value.toExponential().split('e');
  return mantissa.replace(/[-.]/g, '').length - 1 - Number(exponent);
}

const LARGEST_SEED = '18446744073709551615';

function reprNumber(value: number): string {
  if (!Number.isInteger(value) || Object.is(value, -0)) return reprFloat(value);
  return value === 2 ** 64 ? LARGEST_SEED : BigInt(value).toString();
}

function reprList(list: readonly unknown[]): string {
  const write = isFloatConfig(list) ? reprAsFloat : pythonRepr;
  return `[${list.map(write).join(', ')}]`;
}

function reprDict(dict: Dict): string {
  const floats = isFloatConfig(dict['input_config']) ? ['received_value'] : [];
  const pairs = Object.entries(dict).map(
    ([key, value]) => `${reprString(key)}: ${(floats.includes(key) ? reprAsFloat : pythonRepr)(value)}`,
  );
  return `{${pairs.join(', ')}}`;
}

/** The numbers directly in a FLOAT's options are floats. */
function reprAsFloat(value: unknown): string {
  if (typeof value === 'number') return reprFloat(value);
  if (!isDict(value)) return pythonRepr(value);
  const pairs = Object.entries(value).map(([key, part]) => {
    return `${reprString(key)}: ${typeof part === 'number' ? reprFloat(part) : pythonRepr(part)}`;
  });
  return `{${pairs.join(', ')}}`;
}

function isFloatConfig(value: unknown): boolean {
  return Array.isArray(value) && value[0] === 'FLOAT' && isDict(value[1]);
}

/** Single quotes, unless the text holds one and no double quote. */
function reprString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + text.replace(/[\\'"]|[\p{C}\p{Z}]/gu, (character) => escape(character, quote)) + quote;
}

const NAMED: { readonly [character: string]: string } = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  ' ': ' ',
};

function escape(character: string, quote: string): string {
  if (character === "'" || character === '"') return character === quote ? `\\${character}` : character;
  const named = NAMED[character];
  if (named !== undefined) return named;
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${hex(code, 2)}`;
  return code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
