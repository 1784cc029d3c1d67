import * as z from 'zod';
import { entryKeyFault, isPrintable } from './names.ts';
import { listWords } from './show-value.ts';

/**
 * The few kinds of fields a pack is made of. Every message is a clause that starts with "must", so that it can follow
 * the field's name: "`width` must be a whole number from 1 to 8192".
 */
export function wholeNumber(min: number, max: number) {
  return z
    .int({ error: `must be a whole number from ${min} to ${max}` })
    .min(min)
    .max(max);
}

export function numberBetween(min: number, max: number) {
  return z
    .number({ error: `must be a number from ${min} to ${max}` })
    .min(min)
    .max(max);
}

/** One line of words: line breaks become spaces. */
export function text(max: number) {
  return z
    .string({ error: `must be text of 1 to ${max} characters` })
    .overwrite((value) => value.replaceAll(/[ \t\r\n]+/g, ' ').trim())
    .min(1)
    .max(max)
    .refine(isPrintable, { error: 'must not hold control characters' });
}

export function oneOf<const T extends readonly string[]>(values: T) {
  return z.enum(values, { error: `must be ${listWords(values)}` });
}

/** A name of the user's own: a variant, region, animation or layer. */
export function entryKey() {
  return named(entryKeyFault, 'must be a name of 1 to 64 characters');
}

/** Text that one rule of `names.ts` judges. */
export function named(faultOf: (name: string) => string | undefined, error: string) {
  return z.string({ error }).superRefine((name, context) => {
    const message = faultOf(name);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });
}

export function listOf<T extends z.ZodType>(item: T, what: string, bounds: { min: number; max: number }) {
  return z
    .array(item, { error: `must be a list of ${bounds.min} to ${bounds.max} ${what}` })
    .min(bounds.min)
    .max(bounds.max);
}

/**
 * A mapping with exactly these keys. An unknown key's message carries, separated by spaces, the keys that would have
 * been right: `issue-faults.ts` makes a sentence of it.
 */
export function mapping<T extends z.ZodRawShape>(what: string, shape: T) {
  return z
    .strictObject(shape, {
      error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : `must be ${what}`),
    })
    .meta({ title: what.replace(/^an? /, '') });
}
