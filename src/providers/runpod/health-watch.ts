import { LimnerError } from '../../errors.ts';
import type { RunpodClient } from './client.ts';
import type { Health } from './remote-job.ts';

const FRESH_MS = 5000;

/** The endpoint's health, asked at most every five seconds whoever wants it. */
export interface HealthWatch {
  /** Undefined when it is not to be had just now. */
  ask(signal: AbortSignal): Promise<Health | undefined>;
  /** What the last question gave, if that was a moment ago: costs nothing. */
  readonly recent: Health | undefined;
}

export function createHealthWatch(client: Pick<RunpodClient, 'health'>, now: () => number): HealthWatch {
  let askedAt = -Infinity;
  let known: Health | undefined;
  let question: Promise<Health | undefined> = Promise.resolve(undefined);
  const isFresh = (): boolean => now() - askedAt < FRESH_MS;

  async function askAnew(signal: AbortSignal): Promise<Health | undefined> {
    try {
      known = await client.health(signal);
    } catch (error) {
      // Whoever asked first may have gone; the next one asks again.
      askedAt = -Infinity;
      signal.throwIfAborted();
      // Only decoration: a key that may not ask for it can still paint.
      if (!(error instanceof LimnerError)) throw error;
      known = undefined;
    }
    return known;
  }

  return {
    ask(signal) {
      if (isFresh()) return question;
      askedAt = now();
      question = askAnew(signal);
      return question;
    },
    get recent() {
      return isFresh() ? known : undefined;
    },
  };
}
