import type { NodeCatalogue, NodeInfo } from '../node-catalogue.ts';
import { type PythonDict, type PythonValue, isDict, isList, toPython } from './python-value.ts';

/** An object_info dump: as JavaScript reads it, or with all its digits, as `readPythonJson` does. */
export type AnyCatalogue = NodeCatalogue | PythonDict;

/** What a node class tells of itself, as the server holds it. */
export interface ServerClass {
  readonly inputs: { readonly required: PythonDict; readonly optional: PythonDict; readonly hidden: PythonDict };
  readonly outputs: readonly PythonValue[];
  readonly isOutput: boolean;
  /** Of the new generation, whose inputs can be dynamic and whose outputs are a list. */
  readonly isV3: boolean;
}

export interface ServerCatalogue {
  get(className: string): ServerClass | undefined;
  has(className: string): boolean;
  names(): readonly string[];
  /** Whether any node gives this type out. */
  produces(type: string): boolean;
}

/** Opens a dump; each class is read when it is first asked for. */
export function openCatalogue(dump: AnyCatalogue): ServerCatalogue {
  const read = new Map<string, ServerClass>();
  const has = (name: string): boolean => (isDict(dump) ? dump.has(name) : Object.hasOwn(dump, name));
  let produced: ReadonlySet<unknown> | undefined;
  return {
    has,
    names: () => (isDict(dump) ? [...dump.keys()] : Object.keys(dump)),
    produces: (type) => (produced ??= producedTypes(dump)).has(type),
    get(name) {
      if (!has(name)) return undefined;
      const known = read.get(name) ?? readClass(isDict(dump) ? dump.get(name) : exactInfo(dump[name]));
      read.set(name, known);
      return known;
    },
  };
}

function producedTypes(dump: AnyCatalogue): ReadonlySet<unknown> {
  if (!isDict(dump)) return new Set(Object.values(dump).flatMap(({ output }) => output));
  return new Set([...dump.values()].flatMap((info) => asDict(info).get('output') ?? []));
}

function readClass(info: PythonValue | undefined): ServerClass {
  const found = asDict(info);
  const inputs = asDict(found.get('input'));
  const outputs = found.get('output');
  return {
    inputs: {
      required: asDict(inputs.get('required')),
      optional: asDict(inputs.get('optional')),
      hidden: asDict(inputs.get('hidden')),
    },
    outputs: isList(outputs) ? outputs : [],
    isOutput: found.get('output_node') === true,
    isV3: found.has('price_badge') || found.has('output_matchtypes'),
  };
}

export function asDict(value: PythonValue | undefined): PythonDict {
  return isDict(value) ? value : new Map();
}

/** Gives the numbers of a dump their digits and points back, which JavaScript has dropped. */
function exactInfo(info: NodeInfo | undefined): PythonValue {
  const value = asDict(toPython(info));
  return new Map([...value, ['input', exactSpecs(value.get('input') ?? null)]]);
}

function exactSpecs(value: PythonValue): PythonValue {
  if (isDict(value)) return new Map([...value].map(([key, item]) => [key, exactSpecs(item)]));
  if (!isList(value)) return value;
  const [type = null, options] = value;
  if (!isDict(options)) return value.map(exactSpecs);
  return [type, new Map([...options].map(([key, item]) => [key, exactOption(type, item)]))];
}

function exactOption(type: PythonValue, item: PythonValue): PythonValue {
  if (typeof item !== 'bigint') return exactSpecs(item);
  const isHuge = item > BigInt(Number.MAX_SAFE_INTEGER) || -item > BigInt(Number.MAX_SAFE_INTEGER);
  if (isHuge) return LIMITS.get(item) ?? item;
  return typeof type === 'string' && type.split(',').includes('FLOAT') ? Number(item) : item;
}

/** The bounds of 64 bits, by what JavaScript reads in their place. */
const LIMITS: ReadonlyMap<bigint, bigint> = new Map(
  [2n ** 64n, 2n ** 63n].flatMap((power) => [
    [power, power - 1n],
    [-power, 1n - power],
  ]),
);
