import { LimnerError } from '../../errors.ts';

/** The failure of a picture that cannot be read. `what` completes the sentence "The picture …". */
export function invalidPicture(what: string, cause?: unknown): LimnerError {
  return new LimnerError('LIMNER_PICTURE_INVALID', `The picture ${what}.`, cause === undefined ? {} : { cause });
}
