import { floatRepr } from './python-text.ts';
import { type PythonValue, isList } from './python-value.ts';

/** A value as the server's `json.dumps` writes it: ASCII, a space after `:` and `,`, `NaN` for what JSON cannot say. */
export function writePythonJson(value: PythonValue): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return writeFloat(value);
  if (typeof value === 'string') return writeString(value);
  if (isList(value)) return `[${value.map(writePythonJson).join(', ')}]`;
  return `{${[...value].map(([key, item]) => `${writeString(key)}: ${writePythonJson(item)}`).join(', ')}}`;
}

function writeFloat(value: number): string {
  return Number.isFinite(value) ? floatRepr(value) : Number.isNaN(value) ? 'NaN' : value < 0 ? '-Infinity' : 'Infinity';
}

function writeString(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
