import { LimnerError } from '../../errors.ts';
import type { RunpodClient } from './client.ts';
import type { Health } from './remote-job.ts';

const FRESH_MS = 5000;

/** The endpoint's health, asked at most every five seconds whoever wants it. Undefined when it is not to be had just now. */
export function createHealthWatch(
  client: Pick<RunpodClient, 'health'>,
  now: () => number,
): (signal: AbortSignal) => Promise<Health | undefined> {
  let askedAt = -Infinity;
  let last: Promise<Health | undefined> = Promise.resolve(undefined);
  return (signal) => {
    if (now() - askedAt < FRESH_MS) return last;
    askedAt = now();
    last = client.health(signal).catch((error: unknown) => {
      // Only decoration: a key that may not ask for it can still paint.
      if (error instanceof LimnerError) return undefined;
      throw error;
    });
    return last;
  };
}
