import { LimnerError } from '../../errors.ts';
import { fitEndpoint } from '../../workflow/fit-endpoint.ts';
import { capabilitiesOf, choiceOf } from '../../workflow/makings.ts';
import { packOf } from '../../workflow/node-packs.ts';
import { createMemoryProbeCache } from '../probe-cache.ts';
import type { EndpointKnowledge, ProbedProvider } from '../probed-provider.ts';
import type { JobState } from '../provider.ts';
import { createBreaker } from './breaker.ts';
import { createRunpodClient } from './client.ts';
import { followJob } from './follow-job.ts';
import { createHealthWatch } from './health-watch.ts';
import { DEFAULT_DEADLINES, DEFAULT_USD_PER_SECOND, type RunpodOptions } from './options.ts';
import { pause } from '../pause.ts';
import { probeEndpoint } from './probe.ts';
import { sendJob } from './send-job.ts';
import { openTicket, writeTicket } from './ticket.ts';
import { concurrencyFor, quoteJob } from './translate.ts';
import { createWatch } from './watch.ts';

/** A RunPod Serverless endpoint with worker-comfyui 5.x: one workflow a picture, one call a workflow. */
export function createRunpod(options: RunpodOptions): ProbedProvider {
  const { name: provider, endpointId: endpoint, now = Date.now, sleep = pause } = options;
  const { usdPerSecond = DEFAULT_USD_PER_SECOND, cache = createMemoryProbeCache(), wishes = {} } = options;
  const deadlines = { ...DEFAULT_DEADLINES, ...options.deadlines };
  const client = createRunpodClient(options);
  const watch = createWatch({ client, now, sleep });
  const health = createHealthWatch(client, now);
  const breaker = createBreaker(provider, now);
  const key = `runpod-${endpoint}`;
  const shared = { provider, client, watch, packOf, now, usdPerSecond, deadlines, health };
  let known: EndpointKnowledge | undefined;

  async function look({ fresh, signal }: { readonly fresh: boolean; readonly signal: AbortSignal }) {
    if (fresh) await cache.drop(key);
    const facts = await probeEndpoint({ ...shared, cache, key, queueMs: deadlines.queueMs }, signal);
    known = { facts, fit: fitEndpoint(facts, wishes) };
    return known;
  }

  /** An answer that contradicts what was probed: the next run asks anew. */
  async function learn(state: JobState): Promise<JobState> {
    if (state.phase === 'done') breaker.worked();
    if (state.phase !== 'failed' || !(state.error instanceof LimnerError)) return state;
    const { code } = state.error;
    if (code === 'LIMNER_WORKER_BROKEN') breaker.failed();
    if (code === 'LIMNER_MODEL_MISSING' || code === 'LIMNER_NODE_MISSING') await cache.drop(key);
    return state;
  }

  return {
    name: provider,
    family: 'comfyui',
    look,
    async probe({ signal }) {
      const { fit } = await look({ fresh: false, signal });
      const found = await health(signal);
      return { ...capabilitiesOf(fit), concurrency: found ? concurrencyFor(found) : 1 };
    },
    quote: (job) => quoteJob(job, known?.fit, usdPerSecond),
    async submit(job, context) {
      const { fit } = known ?? (await look({ fresh: false, signal: context.signal }));
      const choice = choiceOf(fit.assets[job.type]);
      if (!choice)
        throw new LimnerError('LIMNER_CAPABILITY_MISSING', `${provider} cannot make a ${job.type}.`, { refused: true });
      breaker.check();
      return writeTicket(await sendJob(job, choice, context, { provider, endpoint, client, now }));
    },
    async poll(ticket, { signal }) {
      signal.throwIfAborted();
      return learn(await followJob(openTicket(provider, endpoint, ticket), shared, signal));
    },
    async cancel(ticket, { signal }) {
      const { remoteId } = openTicket(provider, endpoint, ticket);
      const answer = await client.cancel(remoteId, signal);
      if (answer?.status === 'CANCELLED') return 'cancelled';
      const job = await client.status(remoteId, signal);
      if (job?.status === 'CANCELLED') return 'cancelled';
      return job === undefined || job.status === 'COMPLETED' || job.status === 'FAILED'
        ? 'already-finished'
        : 'cannot-cancel';
    },
    // No list of jobs, no keys of our own: all that is sure is that a job cannot outlive the time it was given.
    async reconcile(_job, { claimedAt, signal }) {
      signal.throwIfAborted();
      const { queueMs, runMs } = deadlines;
      const RETENTION_MS = 30 * 60_000;
      return { outcome: now() - claimedAt > queueMs + runMs + RETENTION_MS ? 'gone' : 'cannot-tell' };
    },
  };
}
