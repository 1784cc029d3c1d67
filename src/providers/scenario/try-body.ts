import { LimnerError } from '../../errors.ts';

/** A body that cannot be built has no price; the quote says why. */
export function tryBody<T>(build: () => T): T | undefined {
  try {
    return build();
  } catch (error) {
    if (error instanceof LimnerError && error.refused) return undefined;
    throw error;
  }
}
