import type { InputValue } from './graph.ts';

export interface Mark {
  /** `$slot`, `$in`, `$set` or `$file`. */
  readonly kind: string;
  readonly name: string;
}

/** The mark that a value is, such as `{"$slot": "prompt"}`; undefined for every other value. */
export function asMark(value: InputValue | undefined): Mark | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const [entry] = entries;
  if (entries.length !== 1 || !entry?.[0].startsWith('$')) return undefined;
  const [kind, name]: [string, unknown] = entry;
  return typeof name === 'string' ? { kind, name } : undefined;
}

/** Replaces a mark whose kind has a table by what stands there; all else is given back as it is. */
export function fillMarks(
  value: InputValue,
  tables: { readonly [kind: string]: { readonly [name: string]: InputValue } },
): InputValue {
  const mark = asMark(value);
  const table = mark && tables[mark.kind];
  if (!table) return value;
  const filling = Object.hasOwn(table, mark.name) ? table[mark.name] : undefined;
  if (filling === undefined) throw new TypeError(`Nothing stands behind ${mark.kind} "${mark.name}".`);
  return filling;
}
