import { isEqual } from './python-number.ts';
import { str } from './python-text.ts';
import { type PythonDict, type PythonValue, dict, isDict, isList } from './python-value.ts';
import { type ServerClass, asDict } from './server-catalogue.ts';

/** One input as the server checks it: dynamic ones are unfolded into `parent.child`. */
export interface FinalInput {
  readonly name: string;
  readonly type: PythonValue;
  readonly options: PythonDict;
  readonly isRequired: boolean;
}

export interface FinalInputs {
  readonly inputs: readonly FinalInput[];
  /** Something was unfolded; the server then names missing inputs by their last part. */
  readonly isDynamic: boolean;
}

interface Unfolding {
  readonly required: Map<string, PythonValue>;
  readonly optional: Map<string, PythonValue>;
  readonly given: PythonDict;
  isDynamic: boolean;
}

/** The inputs that a node has, given what it was sent: old classes as they stand, new ones with dynamic inputs unfolded. */
export function finaliseInputs({ inputs, isV3 }: ServerClass, given: PythonDict): FinalInputs {
  const out: Unfolding = { required: new Map(), optional: new Map(), given, isDynamic: false };
  for (const [category, specs] of [
    ['required', inputs.required],
    ['optional', inputs.optional],
  ] as const) {
    if (isV3) unfoldAll(out, category, specs, []);
    else specs.forEach((spec, name) => out[category].set(name, spec));
  }
  const required = [...out.required].map(([name, spec]) => finalInput(name, spec, true));
  const optional = [...out.optional]
    .filter(([name]) => !out.required.has(name))
    .map(([name, spec]) => finalInput(name, spec, false));
  return { inputs: [...required, ...optional], isDynamic: out.isDynamic };
}

function finalInput(name: string, spec: PythonValue, isRequired: boolean): FinalInput {
  const { type, options } = readSpec(spec);
  return { name, type, options, isRequired };
}

/** `[TYPE, options?]`. */
export function readSpec(spec: PythonValue | undefined): { readonly type: PythonValue; readonly options: PythonDict } {
  const [type = null, options] = isList(spec) ? spec : [];
  return { type, options: asDict(options) };
}

type Category = 'required' | 'optional';

function unfoldAll(out: Unfolding, category: Category, specs: PythonDict, path: readonly string[]): void {
  for (const [name, spec] of specs) {
    const { type, options } = readSpec(spec);
    const unfold = typeof type === 'string' && Object.hasOwn(UNFOLD, type) ? UNFOLD[type] : undefined;
    if (unfold) {
      unfold(out, { category, spec, options, path: [...path, name] });
    } else {
      out[category].set([...path, name].join('.'), spec);
      if (path.length > 0) out.isDynamic = true;
    }
  }
}

interface Dynamic {
  readonly category: Category;
  readonly spec: PythonValue;
  readonly options: PythonDict;
  readonly path: readonly string[];
}

const UNFOLD: Readonly<Record<string, (out: Unfolding, dynamic: Dynamic) => void>> = {
  COMFY_AUTOGROW_V3: unfoldAutogrow,
  COMFY_DYNAMICCOMBO_V3: unfoldCombo,
  COMFY_DYNAMICSLOT_V3: unfoldSlot,
};

/** A row of like inputs: the first `min` are required where the template is; the row itself is no input. */
function unfoldAutogrow(out: Unfolding, { options, path }: Dynamic): void {
  const { names, min, spec, isRequired } = readTemplate(options);
  names.forEach((name, index) => {
    const category = index < min && isRequired ? 'required' : 'optional';
    out[category].set([...path, name].join('.'), spec);
  });
  out.isDynamic = true;
}

/** The names, the least number and the kind of an autogrow row. */
function readTemplate(options: PythonDict) {
  const template = asDict(options.get('template'));
  const [category, specs] =
    [...asDict(template.get('input'))].find(([, found]) => isDict(found) && found.size > 0) ?? [];
  const [spec = null] = isDict(specs) ? specs.values() : [];
  const listed = template.get('names');
  const prefix = template.get('prefix');
  const names = isList(listed)
    ? listed.filter((name) => typeof name === 'string')
    : Array.from({ length: count(template.get('max')) }, (_, index) => `${str(prefix ?? '')}${index}`);
  return {
    names: spec === null ? [] : names,
    min: count(template.get('min')),
    spec,
    isRequired: category === 'required',
  };
}

/** The server itself never unfolds more than a hundred. */
function count(value: PythonValue | undefined): number {
  return typeof value === 'bigint' || typeof value === 'number' ? Math.max(0, Math.min(100, Number(value))) : 0;
}

/** A choice that brings inputs of its own. An unknown choice, or none, makes the whole input vanish. */
function unfoldCombo(out: Unfolding, { category, spec, options, path }: Dynamic): void {
  const name = path.join('.');
  const chosen = out.given.get(name);
  if (chosen === undefined) return;
  const option = dynamicOptions(options).find(({ key }) => isEqual(key, chosen));
  if (!option) return;
  unfoldCategories(out, option.inputs, path);
  out[category].set(name, spec);
  out.isDynamic = true;
}

export function dynamicOptions(
  options: PythonDict,
): readonly { readonly key: PythonValue; readonly inputs: PythonDict }[] {
  const listed = options.get('options');
  return (isList(listed) ? listed : []).filter(isDict).map((option) => {
    return { key: option.get('key') ?? null, inputs: asDict(option.get('inputs')) };
  });
}

/** An input whose further inputs appear once it is given. */
function unfoldSlot(out: Unfolding, { category, spec, options, path }: Dynamic): void {
  const name = path.join('.');
  if (!out.given.has(name)) return;
  unfoldCategories(out, asDict(options.get('inputs')), path);
  out[category].set(name, spec);
  out.isDynamic = true;
}

function unfoldCategories(out: Unfolding, inputs: PythonDict, path: readonly string[]): void {
  for (const category of ['required', 'optional'] as const) {
    unfoldAll(out, category, asDict(inputs.get(category)), path);
  }
}

/** `(type, options)`, as errors show it. */
export function inputConfig({ type, options }: Pick<FinalInput, 'type' | 'options'>): PythonValue {
  return [type, options.size === 0 ? dict({}) : options];
}
