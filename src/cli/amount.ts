import { LimnerError } from '../errors.ts';

/** A variable that is an amount, as a field of that name; none where it is not set. @throws LIMNER_USAGE for what is no number from 0 up: a wrong rate would let a budget be overspent */
export function amount<Name extends string>(
  field: Name,
  variable: string,
  variables: NodeJS.ProcessEnv,
): { readonly [name in Name]?: number } {
  const text = variables[variable]?.trim();
  if (!text) return {};
  if (/^(\d+(\.\d*)?|\.\d+)$/.test(text)) return { [field]: Number(text) } as { readonly [name in Name]: number };
  throw new LimnerError('LIMNER_USAGE', `${variable} is "${text}", which is no amount.`, {
    next: `Set ${variable} to a number from 0 up, or remove it.`,
  });
}
