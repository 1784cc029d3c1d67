import { LimnerError } from '../errors.ts';

/** For a `put` with `ifAbsent` where other bytes stand. */
export function alreadyThere(path: string): LimnerError {
  return new LimnerError('LIMNER_STORE_FAILED', `${path} was to be written once, and another file stands there.`, {
    next: 'Choose another path or prefix, or remove the file.',
  });
}
