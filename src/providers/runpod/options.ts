import { LimnerError } from '../../errors.ts';
import { isLoopback } from '../network.ts';
import type { FitWishes } from '../../workflow/fit-endpoint.ts';
import type { Rates } from './bill.ts';
import type { ProbeCache } from '../probe-cache.ts';
import type { TimingHistory } from '../provider.ts';

export interface RunpodOptions {
  /** How routes name it. */
  readonly name: string;
  readonly endpointId: string;
  readonly apiKey: string;
  /** The part before `/{endpointId}`. */
  readonly baseUrl?: string;
  /** US dollars for a second of GPU; that of a 4090 unless told. */
  readonly usdPerSecond?: number;
  /** Seconds that a worker takes to start, at the most; 45 unless told. */
  readonly coldStartSeconds?: number;
  /** The endpoint's idle timeout in seconds; 5 unless told. */
  readonly idleSeconds?: number;
  /** How long such jobs took before. */
  readonly history?: TimingHistory;
  readonly deadlines?: Partial<Deadlines>;
  readonly timeouts?: Partial<Timeouts>;
  /** Which profile and removal to take instead of the best. */
  readonly wishes?: FitWishes;
  /** The worker puts its pictures into a bucket, so that no answer is too large. */
  readonly resultsInBucket?: boolean;
  readonly cache?: ProbeCache;
  readonly fetch?: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Longest a job may stay in a phase, in milliseconds. */
export interface Deadlines {
  /** Until a worker takes it, cold start included. */
  readonly queueMs: number;
  /** Sent along as the endpoint's `executionTimeout`, which is 5 s at the least. */
  readonly runMs: number;
  /** More than both together: for a service that forgets to stop a job at its own deadline. */
  readonly graceMs: number;
}

/** Longest an answer may take, and how long to leave the endpoint alone, in milliseconds. */
export interface Timeouts {
  /** Until a submission is answered; it carries up to 10 MB. Beyond that it is lost: nobody knows whether it arrived. */
  readonly submitMs: number;
  /** Until a result has come, of up to 20 MB. */
  readonly resultMs: number;
  /** Until any other question is answered. */
  readonly answerMs: number;
  /** Between the two looks at the endpoint's counters that settle the fate of a lost submission. */
  readonly settleMs: number;
  /** Without new jobs after a worker has lost its ComfyUI: idle workers stop by then, and fresh ones take their place. */
  readonly restMs: number;
}

export const DEFAULT_BASE_URL = 'https://api.runpod.ai/v2';
/** A cold start with tens of gigabytes to load takes minutes; a quarter of an hour means that no worker comes. */
export const DEFAULT_DEADLINES: Deadlines = { queueMs: 15 * 60_000, runMs: 5 * 60_000, graceMs: 60_000 };
export const DEFAULT_TIMEOUTS: Timeouts = {
  submitMs: 60_000,
  resultMs: 180_000,
  answerMs: 30_000,
  settleMs: 5000,
  restMs: 15_000,
};
/** A 4090 (`ADA_24`), flex price, and the console’s idle timeout. */
export const DEFAULT_RATES: Rates = { usdPerSecond: 0.00031, coldStartSeconds: 45, idleSeconds: 5 };

export function ratesOf(options: Partial<Rates>): Rates {
  const { usdPerSecond, coldStartSeconds, idleSeconds } = DEFAULT_RATES;
  return {
    usdPerSecond: options.usdPerSecond ?? usdPerSecond,
    coldStartSeconds: options.coldStartSeconds ?? coldStartSeconds,
    idleSeconds: options.idleSeconds ?? idleSeconds,
  };
}

/**
 * The address of the endpoint, checked: https, or http on this machine.
 * @throws LIMNER_USAGE
 */
export function endpointUrl({ baseUrl = DEFAULT_BASE_URL, endpointId }: RunpodOptions): string {
  const url = URL.parse(baseUrl);
  if (!url) throw new LimnerError('LIMNER_USAGE', `"${baseUrl}" is no address of an API.`, { next: FIX });
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
    throw new LimnerError('LIMNER_USAGE', `The API key would travel unprotected to ${url.host}.`, { next: FIX });
  }
  if (!/^[\w-]+$/.test(endpointId)) {
    throw new LimnerError('LIMNER_USAGE', `"${endpointId}" is no id of a RunPod endpoint.`, {
      next: 'Copy the id from the endpoint’s page; it is made of letters and digits.',
    });
  }
  return `${baseUrl.replace(/\/+$/, '')}/${endpointId}`;
}

const FIX = 'Set RUNPOD_ENDPOINT_BASE_URL to an https address, or to http on this machine.';

/** How long results of `/run` are kept. */
export const RETENTION_MS = 30 * 60_000;

/** How long a job can live: its `ttl`. A submission of unknown fate is history when this has passed. */
export function lifetimeMs({ queueMs, runMs }: Deadlines): number {
  return queueMs + runMs + RETENTION_MS;
}
