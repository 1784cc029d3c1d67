import { LimnerError } from '../../errors.ts';
import type { ModelInput, RemoteModel } from './remote-model.ts';

export interface BuiltBody {
  readonly body: Readonly<Record<string, unknown>>;
  /** What is not as it was wished: whole sentences. */
  readonly warnings: readonly string[];
}

/**
 * A body that says what was wished in the types that the model itself names: Scenario drops what has another type without a word, and
 * charges the job. Single values for lists are wrapped, numbers are brought to the nearest that the model takes.
 * @throws LIMNER_CAPABILITY_MISSING, refused, for a field that the model does not have, a value of a wrong type and a field that is missing
 */
export function buildBody(model: RemoteModel, wishes: Readonly<Record<string, unknown>>): BuiltBody {
  const body: Record<string, unknown> = {};
  const warnings: string[] = [];
  const known = new Map(model.inputs.map((input) => [input.name, input]));
  for (const [name, wish] of Object.entries(wishes)) {
    if (wish === undefined) continue;
    const input = name === 'dryRun' ? undefined : known.get(name);
    if (!input) throw unfit(model, `it has no input "${name}"`);
    const { value, warning } = fitValue(input, wish, model);
    body[name] = value;
    if (warning !== undefined) warnings.push(warning);
  }
  const missing = model.inputs.find(({ name, isRequired }) => isRequired && body[name] === undefined);
  if (missing) throw unfit(model, `its input "${missing.name}" is required`);
  return { body, warnings };
}

interface Fitted {
  readonly value: unknown;
  readonly warning?: string;
}

const ARRAY = /^(.+)_array$/;

function fitValue(input: ModelInput, wish: unknown, model: RemoteModel): Fitted {
  const item = ARRAY.exec(input.type)?.[1];
  if (item === undefined) return fitOne(input, wish, model);
  const { maxLength, ...each } = input;
  const wishes: readonly unknown[] = Array.isArray(wish) ? wish : [wish];
  if (maxLength !== undefined && wishes.length > maxLength)
    throw unfit(model, `its input "${input.name}" takes ${maxLength} at the most, not ${wishes.length}`);
  const fitted = wishes.map((one) => fitOne({ ...each, type: item }, one, model));
  const warning = fitted.map((one) => one.warning).find((text) => text !== undefined);
  return { value: fitted.map(({ value }) => value), ...(warning === undefined ? {} : { warning }) };
}

function fitOne(input: ModelInput, wish: unknown, model: RemoteModel): Fitted {
  const fit = FITTERS[input.type];
  if (!fit)
    throw unfit(
      model,
      `its input "${input.name}" is a ${input.type || 'thing without a type'}, which limner does not know`,
    );
  const fitted = fit(input, wish, model);
  if (!fitted)
    throw unfit(model, `its input "${input.name}" takes a ${input.type}, not ${JSON.stringify(wish)?.slice(0, 60)}`);
  const { allowedValues } = input;
  if (allowedValues && !allowedValues.includes(fitted.value))
    throw unfit(model, `its input "${input.name}" is one of ${allowedValues.join(', ')}, not ${String(fitted.value)}`);
  return fitted;
}

type Fit = (input: ModelInput, wish: unknown, model: RemoteModel) => Fitted | undefined;

const name: Fit = (_input, wish) => (typeof wish === 'string' && wish !== '' ? { value: wish } : undefined);

const FITTERS: Readonly<Record<string, Fit>> = {
  string: fitText,
  number: fitNumber,
  boolean: (_input, wish) => (typeof wish === 'boolean' ? { value: wish } : undefined),
  file: name,
  model: name,
};

function fitText({ maxLength, name: field }: ModelInput, wish: unknown, model: RemoteModel): Fitted | undefined {
  if (typeof wish !== 'string') return undefined;
  if (maxLength === undefined || wish.length <= maxLength) return { value: wish };
  const warning = `${model.name} takes a ${field} of ${maxLength} characters; what was beyond them was left out.`;
  return { value: cutAtWord(wish, maxLength), warning };
}

/** Whole words, unless the first alone is too long; never half of a character. */
function cutAtWord(text: string, maxLength: number): string {
  const cut = text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '');
  const end = /\s/.test(text[cut.length] ?? ' ') ? cut.length : cut.search(/\s\S*$/);
  return (end > 0 ? cut.slice(0, end) : cut).replace(/[\s,;:]+$/, '');
}

function fitNumber(input: ModelInput, wish: unknown, model: RemoteModel): Fitted | undefined {
  if (typeof wish !== 'number' || !Number.isFinite(wish)) return undefined;
  const value = nearest(input, wish);
  if (value === wish) return { value };
  return { value, warning: `${model.name} takes no ${input.name} of ${wish}; it was given ${value}.` };
}

/** The nearest number on the input's steps, which count from its least. */
function nearest({ min = -Infinity, max = Infinity, step }: ModelInput, wish: number): number {
  const inside = Math.min(max, Math.max(min, wish));
  if (step === undefined || step <= 0) return inside;
  const from = Number.isFinite(min) ? min : 0;
  const most = Number.isFinite(max) ? Math.floor((max - from) / step + 1e-9) : Infinity;
  const steps = Math.min(most, Math.round((inside - from) / step));
  return Number((from + steps * step).toPrecision(12));
}

function unfit({ name: title }: RemoteModel, what: string): LimnerError {
  return new LimnerError('LIMNER_CAPABILITY_MISSING', `${title} of Scenario cannot be asked for this: ${what}.`, {
    refused: true,
    next: 'Nothing was sent. Choose another model, or correct the inputs that were set for it.',
  });
}
