import { LimnerError } from '../../errors.ts';
import type { RunpodClient } from './client.ts';
import { type Health, type RemoteJob, hasEnded } from './remote-job.ts';
import { createTurnstile } from './turnstile.ts';

/** Knows which submissions the endpoint must have counted, and so whether one without an answer ever arrived. */
export interface Arrivals {
  /** The same client, whose submissions and answers are kept count of. */
  readonly client: RunpodClient;
  /** Is it certain that the last submission of this call, which had no answer, did not arrive? Holds all others back meanwhile. */
  neverArrived(call: string, signal: AbortSignal): Promise<boolean>;
}

export interface ArrivalsOptions {
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly settleMs: number;
}

/** How old the first count may be: far less than the time after which jobs and results expire and leave the count. */
const FRESH_MS = 5 * 60_000;
/** A count that is older is taken anew as soon as nothing is under way. */
const RENEW_MS = 30_000;

interface Count {
  readonly total: number;
  readonly at: number;
}

/**
 * A job that arrived is in one of the endpoint's counters until it expires. So none did if, twice some time apart, the counters hold what
 * they held before plus the submissions that were answered, nothing having left them and nobody else being at work. Everything short of
 * that is no proof.
 */
export function countArrivals(client: RunpodClient, { now, sleep, settleMs }: ArrivalsOptions): Arrivals {
  const turnstile = createTurnstile(now);
  /** Taken and not yet seen to end. */
  const underWay = new Set<string>();
  const lost = new Set<string>();
  const verdicts = new Map<string, boolean>();
  /** Lost ones that may be at work unseen. */
  let ghosts = 0;
  let accepted = 0;
  let before: Count | undefined;
  let settling: Promise<void> | undefined;
  /** Resolves when nothing is being counted: what leaves the counters meanwhile would spoil the proof. */
  let counting: Promise<void> = Promise.resolve();

  async function count(signal: AbortSignal): Promise<number | undefined> {
    const health = await client.health(signal).catch((error: unknown) => {
      if (error instanceof LimnerError) return undefined;
      throw error;
    });
    if (!health?.isWhole) return undefined;
    const active = health.jobs.inQueue + health.jobs.inProgress;
    if (active === 0) ghosts = 0;
    return active > underWay.size + ghosts ? undefined : totalOf(health);
  }

  async function takeCount(signal: AbortSignal): Promise<void> {
    const at = now();
    before = undefined;
    accepted = 0;
    const total = await count(signal);
    before = total === undefined ? undefined : { total, at };
  }

  function settle(signal: AbortSignal): Promise<void> {
    return turnstile.alone(() => {
      const work = judge(signal);
      counting = work.catch(() => undefined);
      return work;
    }, signal);
  }

  async function judge(signal: AbortSignal): Promise<void> {
    const first = await count(signal);
    await sleep(settleMs, signal);
    const second = await count(signal);
    const isFresh = before !== undefined && now() - before.at < FRESH_MS;
    const expected = isFresh && before ? before.total + accepted : undefined;
    const isNone = expected !== undefined && first === expected && second === expected;
    for (const call of lost) verdicts.set(call, isNone);
    if (!isNone) ghosts += lost.size;
    lost.clear();
    accepted = 0;
    before = second !== undefined && first === second ? { total: second, at: now() } : undefined;
  }

  /** At once, and not when somebody asks: all that is lost until then would be judged together, and one that arrived speaks against all. */
  function lose(call: string, signal: AbortSignal): void {
    lost.add(call);
    settling ??= settle(signal).finally(() => (settling = undefined));
    settling.catch(() => undefined);
  }

  /** Something has left the counters, or will. */
  function forgetCount(): void {
    before = undefined;
  }

  /** A job of which nobody will know whether it runs. */
  function loseSight(): void {
    forgetCount();
    ghosts += 1;
  }

  function observe(id: string, job: RemoteJob | undefined): RemoteJob | undefined {
    if (job && !hasEnded(job)) underWay.add(id);
    else underWay.delete(id);
    if (!job || job.status === 'CANCELLED' || job.status === 'TIMED_OUT') forgetCount();
    return job;
  }

  async function run(...[call, input, signal, options]: Parameters<RunpodClient['run']>): Promise<RemoteJob> {
    const renew = async (): Promise<void> => {
      if (lost.size === 0 && (!before || now() - before.at > RENEW_MS)) await takeCount(signal);
    };
    return turnstile.pass(
      async () => {
        if (call !== undefined) verdicts.delete(call);
        try {
          const job = await client.run(call, input, signal, options);
          accepted += 1;
          underWay.add(job.id);
          return job;
        } catch (error) {
          if (!(error instanceof LimnerError && error.refused)) {
            if (call === undefined) loseSight();
            else lose(call, signal);
            turnstile.oneByOne();
          }
          throw error;
        }
      },
      renew,
      signal,
    );
  }

  return {
    client: {
      ...client,
      run,
      async status(id, signal) {
        await counting;
        return observe(id, await client.status(id, signal));
      },
      async waitFor(id, waitMs, signal) {
        await counting;
        const job = await client.waitFor(id, waitMs, signal);
        // Where there is no long poll, everything is unknown to it.
        return job && observe(id, job);
      },
      async cancel(id, signal) {
        await counting;
        forgetCount();
        return client.cancel(id, signal);
      },
    },
    async neverArrived(call, signal) {
      if (lost.has(call)) await settling;
      signal.throwIfAborted();
      return verdicts.get(call) ?? false;
    },
  };
}

function totalOf({ jobs }: Health): number {
  return jobs.inQueue + jobs.inProgress + jobs.ended;
}
