import type { RunpodClient } from './client.ts';
import { type RemoteJob, hasEnded } from './remote-job.ts';

/** Follows jobs to their end with as few questions as the endpoint allows. */
export interface Watch {
  /** The job now, or as soon as it has ended; `gone` once the service has said so repeatedly. */
  look(id: string, limitMs: number, signal: AbortSignal): Promise<Sight>;
  /** Waits between two looks. */
  rest(ms: number, signal: AbortSignal): Promise<void>;
  forget(id: string): void;
}

export type Sight =
  | { readonly job: RemoteJob; readonly hasEnded: boolean; readonly lookAgainMs: number }
  | { readonly job: 'gone' };

export interface WatchOptions {
  readonly client: Pick<RunpodClient, 'status' | 'waitFor'>;
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The first question is short, so that people soon see whether the job waits or runs. */
const WAITS_MS = [5000, 20_000, 60_000];
/** An answer that comes this much sooner was not held back at all. */
const HELD_BACK = 0.5;
const UNHELD_ANSWERS_TO_BELIEVE = 2;
const TIMES_GONE_TO_BELIEVE = 3;
const GONE_AGAIN_MS = 400;
const FIRST_LOOK_MS = 300;
const LAST_LOOK_MS = 5000;

/**
 * Asks with the service's long poll, one question a job and most jobs need only one. Where there is none (the route is undocumented), jobs
 * are asked for when they are likely to be done, from how long the last ones took.
 */
export function createWatch({ client, now, sleep }: WatchOptions): Watch {
  const jobs = new Map<string, { firstSeen: number; looks: number }>();
  let unheld = 0;
  let usualMs: number | undefined;

  const hasLongPoll = (): boolean => unheld < UNHELD_ANSWERS_TO_BELIEVE;

  async function ask(id: string, looks: number, limitMs: number, signal: AbortSignal): Promise<RemoteJob | undefined> {
    if (!hasLongPoll()) return client.status(id, signal);
    const waitMs = Math.max(1000, Math.min(WAITS_MS[looks] ?? 60_000, limitMs));
    const askedAt = now();
    const job = await client.waitFor(id, waitMs, signal);
    if (!job) {
      const known = await client.status(id, signal);
      if (known) unheld = UNHELD_ANSWERS_TO_BELIEVE;
      return known;
    }
    if (hasEnded(job)) unheld = Math.min(unheld, 0);
    else if (now() - askedAt < waitMs * HELD_BACK) unheld += 1;
    return job;
  }

  async function confirmGone(id: string, signal: AbortSignal): Promise<RemoteJob | undefined> {
    for (let times = 1; times < TIMES_GONE_TO_BELIEVE; times += 1) {
      await sleep(GONE_AGAIN_MS * times, signal);
      const job = await client.status(id, signal);
      if (job) return job;
    }
    return undefined;
  }

  /** With a long poll the next question may follow at once; without, it waits until the job may well be done. */
  function lookAgainMs(seen: { readonly firstSeen: number; readonly looks: number }): number {
    if (hasLongPoll()) return 0;
    const remaining = (usualMs ?? 0) - (now() - seen.firstSeen);
    const backedOff = FIRST_LOOK_MS * 1.6 ** seen.looks;
    return Math.min(LAST_LOOK_MS, Math.max(FIRST_LOOK_MS, remaining > 0 ? remaining : backedOff));
  }

  return {
    async look(id, limitMs, signal) {
      const seen = jobs.get(id) ?? { firstSeen: now(), looks: 0 };
      jobs.set(id, seen);
      const job = (await ask(id, seen.looks, limitMs, signal)) ?? (await confirmGone(id, signal));
      seen.looks += 1;
      if (!job) return { job: 'gone' };
      if (hasEnded(job)) {
        const tookMs = now() - seen.firstSeen;
        usualMs = usualMs === undefined ? tookMs : usualMs * 0.8 + tookMs * 0.2;
      }
      return { job, hasEnded: hasEnded(job), lookAgainMs: lookAgainMs(seen) };
    },
    rest: sleep,
    forget: (id) => void jobs.delete(id),
  };
}
