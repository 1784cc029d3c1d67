import type { EndpointFit } from '../../workflow/fit-endpoint.ts';
import type { WorkflowChoice } from '../../workflow/job-workflow.ts';
import { choiceOf, secondsFor } from '../../workflow/makings.ts';
import type { ImageJob, Quote, TimingHistory } from '../provider.ts';
import { type Rates, mostUsd, standbyUsd } from './bill.ts';
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

/** How many workers will be at it, as far as can be told. */
export function machinesFor(concurrency: number): number {
  return Math.max(1, Math.ceil(concurrency / JOBS_PER_WORKER));
}

export interface QuoteOptions {
  readonly provider: string;
  readonly fit: EndpointFit | undefined;
  readonly rates: Rates;
  readonly resultsInBucket: boolean;
  readonly history: TimingHistory | undefined;
  /** When the service stops a job. */
  readonly limitMs: number;
  readonly machines: number;
}

/** A job that loads its model first takes this much longer than others. */
const LOADING_SECONDS = 20;
/** No job is sent that would be stopped sooner than after so many times its usual time. */
const LEAST_PATIENCE = 3;

export function quoteJob(job: ImageJob, options: QuoteOptions): Quote {
  const { provider, fit, rates, resultsInBucket, history, limitMs, machines } = options;
  const calls = job.composition.kind === 'layers' ? job.composition.layers.length : 1;
  const choice = fit && choiceOf(fit.assets[job.type]);
  const known = choice && history?.(provider, makingName(job, choice));
  const each = known ?? (fit ? secondsFor(job, fit) : 0);
  const most = mostUsd(limitMs / 1000, rates);
  const least = Math.min(most, mostUsd(LOADING_SECONDS + each * LEAST_PATIENCE, rates));
  const tooLarge = resultsInBucket ? undefined : answerFault(provider, job.canvas.width * job.canvas.height);
  return {
    usd: each * calls * rates.usdPerSecond,
    mostUsd: most * calls,
    leastUsd: least * calls,
    basis: known === undefined ? 'assumption' : 'history',
    standby: { machines, usdEach: standbyUsd(rates) },
    seconds: each * calls,
    calls,
    ...(tooLarge ? { refusal: { code: tooLarge.code, reason: `${tooLarge.message} ${tooLarge.next}` } } : {}),
  };
}

/** Jobs of the same name take about the same time. */
export function makingName({ type }: ImageJob, { profile, removal, options }: WorkflowChoice): string {
  const steps = options?.steps === undefined ? [] : [`${options.steps} steps`];
  return [type, profile, removal, ...steps].join('/');
}

/** How an endpoint is doing, for people: `answers; workers: 1 running, 2 idle; 3 jobs wait`. */
export function healthWords({ jobs, workers }: Health): string {
  const awake = Object.entries(workers).flatMap(([state, count]) => (count > 0 ? [`${count} ${state}`] : []));
  const crew = awake.length === 0 ? 'no worker is up' : `workers: ${awake.join(', ')}`;
  return `answers; ${crew}; ${jobs.inQueue === 1 ? '1 job waits' : `${jobs.inQueue} jobs wait`}`;
}
