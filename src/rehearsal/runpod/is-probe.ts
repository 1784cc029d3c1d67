import { isDict } from '../http/dict.ts';

/** A job by which limner only asks what is there; the counters keep it apart from jobs for pictures. */
export function isProbe(input: unknown): boolean {
  const limner = isDict(input) ? input['limner'] : undefined;
  return isDict(limner) && limner['probe'] === true;
}
