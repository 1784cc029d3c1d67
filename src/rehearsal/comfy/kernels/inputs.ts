import type { InputValue } from '../../../workflow/graph.ts';
import { missingArgument, PythonError } from '../python-error.ts';
import type {
  ConditioningValue,
  GuiderValue,
  ImageValue,
  LatentValue,
  MaskValue,
  NoiseValue,
  SigmasValue,
  VaeValue,
  Value,
} from '../values.ts';

interface Kinds {
  readonly image: ImageValue;
  readonly mask: MaskValue;
  readonly latent: LatentValue;
  readonly conditioning: ConditioningValue;
  readonly vae: VaeValue;
  readonly sigmas: SigmasValue;
  readonly noise: NoiseValue;
  readonly guider: GuiderValue;
}

/** What one call of a node was given. Every getter throws what Python would when the value is not there or not fit. */
export interface Inputs {
  /** A thing that came through a link. `attribute` is what the real node asks it for first. */
  get<Kind extends keyof Kinds>(kind: Kind, name: string, attribute?: string): Kinds[Kind];
  maybe<Kind extends keyof Kinds>(kind: Kind, name: string): Kinds[Kind] | undefined;
  number(name: string, fallback?: number): number;
  text(name: string, fallback?: string): string;
  flag(name: string, fallback?: boolean): boolean;
  any(name: string): Value;
  readonly names: readonly string[];
}

export function readInputs(className: string, given: Readonly<Record<string, Value>>): Inputs {
  const find = (name: string): Value => {
    const value = given[name];
    if (value === undefined) throw missingArgument(className, name);
    return value;
  };
  return {
    names: Object.keys(given),
    any: (name) => given[name],
    get(kind, name, attribute = 'shape') {
      const value = find(name);
      if (isKind(kind, value)) return value;
      throw new PythonError('AttributeError', `'${pythonTypeOf(value)}' object has no attribute '${attribute}'`);
    },
    maybe(kind, name) {
      const value = given[name];
      return isKind(kind, value) ? value : undefined;
    },
    number(name, fallback) {
      const value = given[name] ?? fallback;
      if (typeof value === 'boolean') return Number(value);
      const number = typeof value === 'string' ? Number(value) : value;
      if (typeof number === 'number' && !Number.isNaN(number)) return number;
      if (value === undefined) throw missingArgument(className, name);
      throw new PythonError('TypeError', `must be real number, not ${pythonTypeOf(value)}`);
    },
    text(name, fallback) {
      const value = given[name] ?? fallback;
      if (value === undefined) throw missingArgument(className, name);
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    },
    flag: (name, fallback) => Boolean(fallback === undefined ? find(name) : (given[name] ?? fallback)),
  };
}

function isKind<Kind extends keyof Kinds>(kind: Kind, value: Value): value is Kinds[Kind] {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}

export function pythonTypeOf(value: Value): string {
  if (value === null || value === undefined) return 'NoneType';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return 'kind' in value && (value.kind === 'image' || value.kind === 'mask') ? 'Tensor' : 'dict';
}

export function isPlainValue(value: Value): value is InputValue {
  return typeof value !== 'object' || value === null || !('kind' in value);
}
