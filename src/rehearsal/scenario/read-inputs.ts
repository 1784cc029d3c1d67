import { isDict } from '../http/dict.ts';
import type { ModelInput, ScenarioModel } from './models.ts';
import { Refusal } from './reply.ts';

export type Body = { readonly [name: string]: unknown };

export interface ReadInputs {
  /** What the model gets: defaults filled in, and without what was dropped or is unknown. */
  readonly body: Body;
  /** Names of inputs that wanted an array and got something else: dropped without a word, and paid for. */
  readonly dropped: readonly string[];
  /** Names that are no inputs: ignored without a word. */
  readonly unknown: readonly string[];
}

/** Checks a body against the model's inputs as the service does. Throws a `Refusal` in the service's own words. */
export function readInputs({ inputs }: ScenarioModel, sent: unknown): ReadInputs {
  if (!isDict(sent)) throw new Refusal(400, 'Invalid request body');
  const names = new Set(inputs.map(({ name }) => name));
  const dropped = inputs.filter((input) => isDropped(input, sent[input.name])).map(({ name }) => name);
  const kept: Body = Object.fromEntries(
    Object.entries(sent).filter(([name, value]) => names.has(name) && !dropped.includes(name) && value != null),
  );
  for (const input of inputs) check(input, kept[input.name]);
  const defaults = inputs.flatMap(({ name, default: value }) => (value === undefined ? [] : [[name, value] as const]));
  const unknown = Object.keys(sent).filter((name) => !names.has(name) && name !== 'dryRun');
  return { body: { ...Object.fromEntries(defaults), ...kept }, dropped, unknown };
}

function isDropped({ type }: ModelInput, value: unknown): boolean {
  return type.endsWith('_array') && value != null && !Array.isArray(value);
}

function check(input: ModelInput, value: unknown): void {
  const { name, required } = input;
  if (value === undefined || value === '') {
    if (required?.always) throw new Refusal(400, `Input ${name} is required`);
    if (value === undefined) return;
  }
  if (Array.isArray(value)) checkArray(input, value);
  else if (input.type === 'number') checkNumber(input, value);
  else if (input.type === 'boolean') demand(typeof value === 'boolean', `Input ${name} must be a boolean`);
  else checkText(input, value);
}

function demand(isFine: boolean, reason: string): void {
  if (!isFine) throw new Refusal(400, reason);
}

function checkNumber({ name, min, max, step }: ModelInput, value: unknown): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Refusal(400, `Input ${name} must be a number`);
  demand(min === undefined || value >= min, `Input ${name} must be at least ${min}`);
  demand(max === undefined || value <= max, `Input ${name} must be at most ${max}`);
  demand(step === undefined || value % step === 0, `Input ${name} must be a multiple of ${step}`);
}

function checkText({ name, maxLength, allowedValues }: ModelInput, value: unknown): void {
  if (typeof value !== 'string') throw new Refusal(400, `"${name}" must be a string`);
  demand(maxLength === undefined || value.length <= maxLength, `Input ${name} must be at most ${maxLength} characters`);
  demand(!allowedValues || allowedValues.includes(value), `Input ${name} must be one of ${allowedValues?.join(', ')}`);
}

/** Numbers below the least are let through, as recorded; only those above the most are not. */
function checkArray({ name, type, max, maxLength }: ModelInput, values: readonly unknown[]): void {
  demand(type.endsWith('_array'), `"${name}" must be a ${type === 'number' || type === 'boolean' ? type : 'string'}`);
  demand(maxLength === undefined || values.length <= maxLength, `Input ${name} must have at most ${maxLength} items`);
  const kind = type === 'number_array' ? 'number' : 'string';
  for (const value of values) {
    demand(typeof value === kind, `"${name}" must be an array of ${kind}s`);
    if (max !== undefined) demand(Number(value) <= max, `Input ${name} must be at most ${max}`);
  }
}
