import { LimnerError } from '../../errors.ts';
import type { JobState } from '../provider.ts';
import type { RunpodClient } from './client.ts';
import type { Deadlines } from './options.ts';
import type { HealthWatch } from './health-watch.ts';
import type { Pace } from './pace.ts';
import { type Health, type RemoteJob, hasEnded } from './remote-job.ts';
import { type SettleContext, settleJob } from './settle-job.ts';
import type { JobTicket } from './ticket.ts';
import { concurrencyFor } from './translate.ts';
import type { Watch } from './watch.ts';

export interface FollowOptions extends Omit<SettleContext, 'signal' | 'client' | 'limitMs'> {
  readonly client: RunpodClient;
  readonly watch: Watch;
  readonly health: HealthWatch;
  readonly pace: Pick<Pace, 'limit'>;
  readonly deadlines: Deadlines;
  readonly now: () => number;
}

/** A job that only just arrived is queued, whatever the workers do. */
const WAITS_MS = 2000;

/** How a job stands. Past its deadline it is cancelled, and what the service says to that decides. */
export async function followJob(ticket: JobTicket, options: FollowOptions, signal: AbortSignal): Promise<JobState> {
  const { watch, provider, now, deadlines } = options;
  const { queueMs, runMs, graceMs } = deadlines;
  const passedMs = now() - ticket.submittedAt;
  const leftMs = (passedMs < queueMs ? queueMs : queueMs + runMs + graceMs) - passedMs;
  const sight = await watch.look(ticket.remoteId, Math.max(0, leftMs), signal);
  if (sight.job === 'gone') return { phase: 'failed', error: resultGone(provider, ticket), usd: ticket.mostUsd ?? 0 };
  if (sight.hasEnded) {
    watch.forget(ticket.remoteId);
    // Our own doing, though the answer to it was lost.
    if (sight.job.status === 'CANCELLED' && passedMs > queueMs) return givenUp(sight.job, ticket, options, signal);
    return settleJob(sight.job, ticket, { ...options, limitMs: deadlines.runMs, signal });
  }
  if (isOverdue(sight.job, ticket, options)) return giveUp(ticket, sight.job, options, signal);
  const phase = await phaseOf(sight.job, ticket, options, signal);
  const { recent } = options.health;
  const concurrency = recent && { concurrency: options.pace.limit(concurrencyFor(recent)) };
  return { phase, pollAfterMs: sight.lookAgainMs, ...concurrency };
}

function isOverdue({ status }: RemoteJob, { submittedAt }: JobTicket, { deadlines, now }: FollowOptions): boolean {
  const { queueMs, runMs, graceMs } = deadlines;
  const limitMs = status === 'IN_QUEUE' ? queueMs : queueMs + runMs + graceMs;
  return now() - submittedAt > limitMs;
}

async function giveUp(
  ticket: JobTicket,
  seen: RemoteJob,
  options: FollowOptions,
  signal: AbortSignal,
): Promise<JobState> {
  const { client } = options;
  await client.cancel(ticket.remoteId, signal);
  const job = await client.status(ticket.remoteId, signal);
  if (job?.status === 'COMPLETED')
    return settleJob(job, ticket, { ...options, limitMs: options.deadlines.runMs, signal });
  // As long as it may still run, another one would be paid beside it.
  if (!job || hasEnded(job)) return givenUp(seen, ticket, options, signal);
  const message = `${options.provider} did not end the job in time, and goes on with it though it was told to stop.`;
  return { phase: 'failed', error: new LimnerError('LIMNER_CALL_TIMEOUT', message), usd: ticket.mostUsd ?? 0 };
}

async function givenUp(
  { status, executionMs }: RemoteJob,
  { mostUsd = 0 }: JobTicket,
  options: FollowOptions,
  signal: AbortSignal,
): Promise<JobState> {
  const neverRan = status === 'IN_QUEUE' || (status === 'CANCELLED' && executionMs === undefined);
  const words = neverRan
    ? await nobodyTookIt(options, signal)
    : `${options.provider} did not end the job in time; it was cancelled.`;
  const error = new LimnerError('LIMNER_CALL_TIMEOUT', words, { retryable: true });
  return { phase: 'failed', error, usd: neverRan ? 0 : mostUsd };
}

async function nobodyTookIt({ provider, deadlines, health }: FollowOptions, signal: AbortSignal): Promise<string> {
  const workers = (await health.ask(signal))?.workers;
  return `No worker of ${provider} took the job in ${Math.round(deadlines.queueMs / 1000)} s: ${whyNobody(workers)}`;
}

function whyNobody(workers: Health['workers'] | undefined): string {
  if (!workers) return 'it does not say how its workers are.';
  const { idle, running, initializing, ready, throttled, unhealthy } = workers;
  if (unhealthy > 0) return `${unhealthy} of its workers are unhealthy; look at their logs.`;
  if (throttled > 0 && running + idle + ready === 0) return 'its GPUs are all taken; allow other GPU types or regions.';
  if (initializing > 0) return 'its workers are still starting; their image or models are large.';
  if (running > 0) return `its ${running} workers are busy with other jobs; allow more of them.`;
  if (idle + ready > 0) return 'its workers are idle and pass it over.';
  return 'it has no workers; its maximum may have been set to 0, as happens after days without use.';
}

async function phaseOf(
  job: RemoteJob,
  { submittedAt }: JobTicket,
  { health, now }: FollowOptions,
  signal: AbortSignal,
): Promise<'queued' | 'starting' | 'running'> {
  if (job.status !== 'IN_QUEUE') return 'running';
  if (now() - submittedAt < WAITS_MS) return 'queued';
  const workers = (await health.ask(signal))?.workers;
  return workers && workers.initializing > 0 && workers.running === 0 ? 'starting' : 'queued';
}

function resultGone(provider: string, { remoteId }: JobTicket): LimnerError {
  return new LimnerError(
    'LIMNER_RESULT_GONE',
    `${provider} does not know the job ${remoteId} any more: its result has expired, or was deleted.`,
    {
      retryable: true,
    },
  );
}
