import { LimnerError } from '../../errors.ts';
import type { JobState } from '../provider.ts';
import type { RunpodClient } from './client.ts';
import type { Deadlines } from './options.ts';
import type { Health, RemoteJob } from './remote-job.ts';
import { type SettleContext, settleJob } from './settle-job.ts';
import type { JobTicket } from './ticket.ts';
import type { Watch } from './watch.ts';

export interface FollowOptions extends Omit<SettleContext, 'signal' | 'client'> {
  readonly client: RunpodClient;
  readonly watch: Watch;
  /** The endpoint's health, of a moment ago at the oldest. */
  readonly health: (signal: AbortSignal) => Promise<Health | undefined>;
  readonly deadlines: Deadlines;
  readonly now: () => number;
}

/** A job that only just arrived is queued, whatever the workers do. */
const WAITS_MS = 2000;
/** The service stops a job at its own deadline; ours is for a service that forgets to. */
const GRACE_MS = 60_000;

/** How a job stands. Past its deadline it is cancelled, and what the service says to that decides. */
export async function followJob(ticket: JobTicket, options: FollowOptions, signal: AbortSignal): Promise<JobState> {
  const { watch, provider, now, deadlines } = options;
  const leftMs = ticket.submittedAt + deadlines.queueMs - now();
  const sight = await watch.look(ticket.remoteId, Math.max(0, leftMs), signal);
  if (sight.job === 'gone') return { phase: 'failed', error: resultGone(provider, ticket), usd: 0 };
  if (sight.hasEnded) {
    watch.forget(ticket.remoteId);
    return settleJob(sight.job, ticket, { ...options, signal });
  }
  if (isOverdue(sight.job, ticket, options)) return giveUp(ticket, sight.job, options, signal);
  return { phase: await phaseOf(sight.job, ticket, options, signal), pollAfterMs: sight.lookAgainMs };
}

function isOverdue({ status }: RemoteJob, { submittedAt }: JobTicket, { deadlines, now }: FollowOptions): boolean {
  const { queueMs, runMs } = deadlines;
  const limitMs = status === 'IN_QUEUE' ? queueMs : queueMs + runMs + GRACE_MS;
  return now() - submittedAt > limitMs;
}

async function giveUp(
  ticket: JobTicket,
  seen: RemoteJob,
  options: FollowOptions,
  signal: AbortSignal,
): Promise<JobState> {
  const { client, provider, usdPerSecond, deadlines } = options;
  await client.cancel(ticket.remoteId, signal);
  const job = await client.status(ticket.remoteId, signal);
  if (job?.status === 'COMPLETED') return settleJob(job, ticket, { ...options, signal });
  const waited = seen.status === 'IN_QUEUE';
  const words = waited
    ? `No worker of ${provider} took the job in ${Math.round(deadlines.queueMs / 1000)} s: ${await whyNobody(options, signal)}`
    : `${provider} did not end the job in time; it was cancelled.`;
  const usd = waited ? 0 : (deadlines.runMs / 1000) * usdPerSecond;
  return { phase: 'failed', error: new LimnerError('LIMNER_CALL_TIMEOUT', words), usd };
}

async function whyNobody({ health }: FollowOptions, signal: AbortSignal): Promise<string> {
  const found = await health(signal);
  if (!found) return 'it does not say how its workers are.';
  const { idle, running, initializing, ready, throttled, unhealthy } = found.workers;
  if (unhealthy > 0) return `${unhealthy} of its workers are unhealthy; look at their logs.`;
  if (throttled > 0 && running + idle + ready === 0) return 'its GPUs are all taken; allow other GPU types or regions.';
  if (initializing > 0) return 'its workers are still starting; their image or models are large.';
  if (running > 0) return `its ${running} workers are busy with other jobs; allow more of them.`;
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
  const workers = (await health(signal))?.workers;
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
