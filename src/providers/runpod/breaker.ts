import { LimnerError } from '../../errors.ts';

/** Stops sending to an endpoint that fails every job, so that one dead worker does not eat a whole run. */
export interface Breaker {
  /** @throws LIMNER_WORKER_BROKEN, refused, while it is open */
  check(): void;
  failed(): void;
  worked(): void;
}

const FAILURES_TO_OPEN = 6;
const REST_MS = 30_000;

/** Opens after six broken workers in a row, lets one job through after half a minute, and closes with the first that works. */
export function createBreaker(provider: string, now: () => number): Breaker {
  let inARow = 0;
  let openedAt = 0;
  return {
    check() {
      if (inARow < FAILURES_TO_OPEN) return;
      if (now() - openedAt >= REST_MS) {
        openedAt = now();
        return;
      }
      throw new LimnerError(
        'LIMNER_WORKER_BROKEN',
        `The last ${inARow} jobs on ${provider} failed because their worker is broken; no more are sent.`,
        {
          refused: true,
        },
      );
    },
    failed() {
      inARow += 1;
      openedAt = now();
    },
    worked() {
      inARow = 0;
    },
  };
}
