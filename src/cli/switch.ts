import { LimnerError } from '../errors.ts';

/**
 * Whether a variable holds the one word that switches something on; false where it is not set.
 * @throws LIMNER_USAGE for another word: a slip of the pen must not choose the other way in silence
 */
export function isSwitchedOn(variable: string, word: string, variables: NodeJS.ProcessEnv): boolean {
  const text = variables[variable]?.trim() ?? '';
  if (text === '' || text === word) return text === word;
  throw new LimnerError('LIMNER_USAGE', `${variable} is "${text}", which means nothing.`, {
    next: `Set ${variable} to ${word}, or remove it.`,
  });
}
