import { LimnerError } from '../../errors.ts';
import type { JobState } from '../provider.ts';
import type { Breaker } from '../breaker.ts';
import type { RunpodClient } from './client.ts';

export interface SecondChanceOptions {
  readonly client: Pick<RunpodClient, 'retry'>;
  readonly breaker: Breaker;
  /** Given to jobs whose worker was broken, before they count as failed. */
  readonly chances?: number;
}

const CHANCES = 4;

/**
 * A job that a broken worker failed was never worked on: once the endpoint has rested it is queued again under its own id. That is one
 * submission still, which nobody can lose on its way. Gives the state as it is when there is no chance left.
 */
export function createSecondChance({ client, breaker, chances = CHANCES }: SecondChanceOptions) {
  const given = new Map<string, { times: number; isDue: boolean }>();
  return async (id: string, state: JobState, signal: AbortSignal): Promise<JobState> => {
    if (!(state.phase === 'failed' && isBroken(state.error))) {
      if (state.phase === 'failed' || state.phase === 'done') given.delete(id);
      return state;
    }
    const chance = given.get(id) ?? { times: 0, isDue: false };
    // The first look at this failure tells of the broken worker, the next one comes when the rest is over.
    if (!chance.isDue) breaker.failed(state.error);
    const { restsMs } = breaker;
    if (restsMs === undefined || chance.times >= chances) {
      given.delete(id);
      return state;
    }
    if (!chance.isDue || restsMs > 0) {
      given.set(id, { ...chance, isDue: true });
      return { phase: 'queued', pollAfterMs: Math.max(1, restsMs) };
    }
    given.set(id, { times: chance.times + 1, isDue: false });
    return (await client.retry(id, signal)) ? { phase: 'queued', pollAfterMs: 1 } : state;
  };
}

function isBroken(error: Error): error is LimnerError {
  return error instanceof LimnerError && error.code === 'LIMNER_WORKER_BROKEN';
}
