import type { EndpointFit } from '../../workflow/fit-endpoint.ts';
import { secondsFor } from '../../workflow/makings.ts';
import type { ImageJob, Quote } from '../provider.ts';
import { answerFault } from './limits.ts';
import type { Health } from './remote-job.ts';

/** Jobs waiting for each worker, so that none stands idle between two. */
const JOBS_PER_WORKER = 2;
/** An endpoint that has scaled to zero shows no workers, yet brings some up as soon as jobs wait. */
const FEWEST_JOBS = 6;
const MOST_JOBS = 100;

/** How many jobs an endpoint is given at once. */
export function concurrencyFor({ workers }: Health): number {
  const { idle, running, initializing, ready, throttled } = workers;
  // Ready workers are idle ones under another name.
  const awake = Math.max(idle, ready) + running + initializing + throttled;
  return Math.min(MOST_JOBS, Math.max(FEWEST_JOBS, awake * JOBS_PER_WORKER));
}

export interface QuoteOptions {
  readonly provider: string;
  readonly fit: EndpointFit | undefined;
  readonly usdPerSecond: number;
  readonly resultsInBucket: boolean;
}

export function quoteJob(job: ImageJob, { provider, fit, usdPerSecond, resultsInBucket }: QuoteOptions): Quote {
  const calls = job.composition.kind === 'layers' ? job.composition.layers.length : 1;
  const seconds = (fit ? secondsFor(job, fit) : 0) * calls;
  const tooLarge = resultsInBucket ? undefined : answerFault(provider, job.canvas.width * job.canvas.height);
  return {
    usd: seconds * usdPerSecond,
    seconds,
    calls,
    ...(tooLarge ? { refusal: { code: tooLarge.code, reason: `${tooLarge.message} ${tooLarge.next}` } } : {}),
  };
}

/** How an endpoint is doing, for people: `answers; workers: 1 running, 2 idle; 3 jobs wait`. */
export function healthWords({ jobs, workers }: Health): string {
  const awake = Object.entries(workers).flatMap(([state, count]) => (count > 0 ? [`${count} ${state}`] : []));
  const crew = awake.length === 0 ? 'no worker is up' : `workers: ${awake.join(', ')}`;
  return `answers; ${crew}; ${jobs.inQueue === 1 ? '1 job waits' : `${jobs.inQueue} jobs wait`}`;
}
