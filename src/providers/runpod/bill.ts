import type { RemoteJob } from './remote-job.ts';

/** How an endpoint is billed: every worker by the second, from its start until it has stopped. */
export interface Rates {
  readonly usdPerSecond: number;
  /** What a worker takes to start, its container and ComfyUI included. */
  readonly coldStartSeconds: number;
  /** How long a worker waits for another job before it stops. */
  readonly idleSeconds: number;
}

/** Each worker is billed up to a whole second. */
const ROUNDING_SECONDS = 1;

/** What is billed for a worker beside its jobs. */
export function standbyUsd({ usdPerSecond, coldStartSeconds, idleSeconds }: Rates): number {
  return (coldStartSeconds + idleSeconds + ROUNDING_SECONDS) * usdPerSecond;
}

/** The most that a job of so many seconds can be charged: it had a worker of its own. */
export function mostUsd(seconds: number, rates: Rates): number {
  return seconds * rates.usdPerSecond + standbyUsd(rates);
}

/** How long a job may run, that must not be charged more than this. */
export function secondsWithin(usd: number, rates: Rates): number {
  return rates.usdPerSecond > 0 ? (usd - standbyUsd(rates)) / rates.usdPerSecond : Infinity;
}

export interface Bill {
  /** For a job that has ended, always the same for the same job. `limitMs` is when the service would have stopped it. */
  charge(job: RemoteJob, limitMs: number): Charge;
  /** A job that no call pays for, a probe: the next calls do, as far as what is held back for them allows. */
  carry(job: RemoteJob): void;
}

export interface Charge {
  readonly usd: number;
  /** Of `usd`: for its worker to start and to wait. */
  readonly standbyUsd: number;
  /** It is the first that was seen on a worker since that one started. */
  readonly isFirst: boolean;
}

/**
 * Apportions what workers are billed for to the jobs that they ran. A job pays for the seconds that it ran; the first that is seen on a worker
 * also for its start (never more than the job waited) and for the idle time at its end; each later one for the time since the one before it.
 */
export function createBill(rates: Rates, now: () => number): Bill {
  const charged = new Map<string, Charge>();
  /** When the last job of a worker ended, by the worker's id. */
  const ends = new Map<string, number>();
  let carriedUsd = 0;

  function standbyOf({ workerId, delayMs = Infinity }: RemoteJob, startedAt: number): Standby {
    const before = workerId === undefined ? undefined : ends.get(workerId);
    const gapSeconds = before === undefined ? Infinity : Math.max(0, startedAt - before) / 1000;
    if (gapSeconds <= rates.idleSeconds) return { seconds: gapSeconds, isFirst: false };
    const startSeconds = Math.min(delayMs / 1000, rates.coldStartSeconds);
    return { seconds: startSeconds + rates.idleSeconds + ROUNDING_SECONDS, isFirst: true };
  }

  function reckon(job: RemoteJob, ranMs: number | undefined): Charge {
    const endedAt = now();
    const standby = ranMs === undefined ? NO_STANDBY : standbyOf(job, endedAt - ranMs);
    if (job.workerId !== undefined) ends.set(job.workerId, Math.max(endedAt, ends.get(job.workerId) ?? 0));
    return {
      usd: ((ranMs ?? 0) / 1000 + standby.seconds) * rates.usdPerSecond,
      standbyUsd: standby.seconds * rates.usdPerSecond,
      isFirst: standby.isFirst,
    };
  }

  return {
    charge(job, limitMs) {
      const known = charged.get(job.id);
      if (known !== undefined) return known;
      const own = reckon(job, ranFor(job, limitMs));
      const room = Math.max(0, mostUsd(limitMs / 1000, rates) - own.usd);
      const extra = own.usd > 0 ? Math.min(carriedUsd, room) : 0;
      carriedUsd -= extra;
      const charge = { ...own, usd: own.usd + extra, standbyUsd: own.standbyUsd + extra };
      charged.set(job.id, charge);
      return charge;
    },
    carry(job) {
      carriedUsd += reckon(job, job.executionMs ?? 0).usd;
    },
  };
}

interface Standby {
  readonly seconds: number;
  readonly isFirst: boolean;
}

const NO_STANDBY: Standby = { seconds: 0, isFirst: false };

/** Undefined when no worker took it. A job whose end says nothing of its time may have run until it was stopped. */
function ranFor({ status, executionMs, delayMs }: RemoteJob, limitMs: number): number | undefined {
  if (executionMs !== undefined) return executionMs;
  return status === 'CANCELLED' && delayMs === undefined ? undefined : limitMs;
}
