import { LimnerError } from '../errors.ts';

/**
 * Refuses every path that could leave the store or mean different files on different systems.
 * @throws LIMNER_STORE_FAILED
 */
export function checkStorePath(path: string): void {
  const parts = path.split('/');
  const isSafe = path.length <= 512 && parts.every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part));
  if (isSafe) return;
  throw new LimnerError('LIMNER_STORE_FAILED', `"${path}" is not a safe path for a file in a store.`, {
    next: 'Use letters, digits, dots, dashes and underscores, with / between folders.',
  });
}
