import { LimnerError } from '../../errors.ts';
import { hashJson } from '../../hash.ts';
import { type EndpointFit, fitEndpoint } from '../../workflow/fit-endpoint.ts';
import type { WorkflowChoice } from '../../workflow/job-workflow.ts';
import { capabilitiesOf, choiceOf } from '../../workflow/makings.ts';
import { packOf } from '../../workflow/node-packs.ts';
import { createBreaker } from '../breaker.ts';
import { pause } from '../pause.ts';
import { createMemoryProbeCache } from '../probe-cache.ts';
import type { GraphProvider } from '../graph-provider.ts';
import { isLoopback } from '../network.ts';
import type { ImageJob, JobState, Quote, TimingHistory } from '../provider.ts';
import { asRehearsed, rehearsedName } from '../rehearsed.ts';
import { countArrivals } from './arrivals.ts';
import { createBill, secondsWithin } from './bill.ts';
import { cancelJob } from './cancel-job.ts';
import { createRunpodClient } from './client.ts';
import { followJob } from './follow-job.ts';
import { createHealthWatch } from './health-watch.ts';
import {
  DEFAULT_DEADLINES,
  DEFAULT_TIMEOUTS,
  type RunpodOptions,
  endpointUrl,
  lifetimeMs,
  ratesOf,
} from './options.ts';
import { createPace } from './pace.ts';
import { probeEndpoint } from './probe.ts';
import { createSecondChance } from './second-chance.ts';
import { sendGraph } from './send-graph.ts';
import { sendJob } from './send-job.ts';
import { openTicket, writeTicket } from './ticket.ts';
import { concurrencyFor, healthWords, machinesFor, makingName, quoteJob } from './translate.ts';
import { createWatch } from './watch.ts';

/** Asked again after a probe that was not answered. */
const PROBE_PAUSE_MS = 500;

/** A RunPod Serverless endpoint with worker-comfyui 5.x: one workflow a picture, one call a workflow. */
export function createRunpod(options: RunpodOptions): GraphProvider {
  const { name: provider, endpointId: endpoint, now = Date.now, sleep = pause } = options;
  const { cache = createMemoryProbeCache(), wishes = {}, resultsInBucket = false, history } = options;
  const isNearby = isLoopback(new URL(endpointUrl(options)));
  const rates = ratesOf(options);
  const deadlines = { ...DEFAULT_DEADLINES, ...options.deadlines };
  const { settleMs, restMs } = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
  const pace = createPace(now);
  const plain = createRunpodClient({ ...options, onBusy: () => pace.busy() });
  const arrivals = countArrivals(plain, { now, sleep, settleMs });
  const { client } = arrivals;
  const watch = createWatch({ client, now, sleep });
  const health = createHealthWatch(client, now);
  const breaker = createBreaker({ provider, restMs, now, sleep });
  const giveSecondChance = createSecondChance({ client, breaker });
  const key = `runpod-${endpoint}`;
  const shared = { provider, client, watch, packOf, now, bill: createBill(rates, now), deadlines, health, pace };
  const sending = { provider, client, resultsInBucket };
  /** What the jobs of this run were planned with. */
  let planned: EndpointFit | undefined;
  /** As it was last found out; undefined when a job has contradicted it since. */
  let latest: EndpointFit | undefined;
  let question: Promise<EndpointFit> | undefined;

  async function look({ fresh, signal }: { readonly fresh: boolean; readonly signal: AbortSignal }) {
    if (fresh) await cache.drop(key);
    const pauseMs = PROBE_PAUSE_MS;
    const facts = await probeEndpoint({ ...shared, cache, key, queueMs: deadlines.queueMs, pauseMs }, signal);
    return { facts, fit: fitEndpoint(facts, wishes) };
  }

  /** One question at a time, whoever wants to know. */
  async function fitNow(signal: AbortSignal): Promise<EndpointFit> {
    question ??= look({ fresh: false, signal })
      .then(({ fit }) => (latest = fit))
      .finally(() => (question = undefined));
    return question;
  }

  /**
   * The first job after a contradiction waits for the new answer; others go on with what was planned meanwhile, and so does everybody while
   * the endpoint cannot be asked: a wrong guess is refused for nothing.
   */
  async function fitForJobs(signal: AbortSignal): Promise<EndpointFit> {
    if (latest) return latest;
    if (!planned) return fitNow(signal);
    if (question) return planned;
    try {
      return await fitNow(signal);
    } catch (error) {
      if (signal.aborted || !(error instanceof LimnerError)) throw error;
      return (latest = planned);
    }
  }

  async function chooseFor({ type }: ImageJob, signal: AbortSignal): Promise<WorkflowChoice> {
    const before = planned && choiceOf(planned.assets[type]);
    const choice = choiceOf((await fitForJobs(signal)).assets[type]);
    if (!choice)
      throw new LimnerError('LIMNER_CAPABILITY_MISSING', `${provider} cannot make a ${type}.`, { refused: true });
    if (before && hashJson(before) !== hashJson(choice)) throw changed(provider);
    return choice;
  }

  /** An answer that contradicts what was probed: it is asked anew before the next job. */
  async function learn(state: JobState): Promise<JobState> {
    if (state.phase === 'done') breaker.worked();
    if (state.phase !== 'failed' || !(state.error instanceof LimnerError)) return state;
    const { error } = state;
    breaker.failed(error);
    if (error.code === 'LIMNER_MODEL_MISSING' || error.code === 'LIMNER_NODE_MISSING') {
      latest = undefined;
      await cache.drop(key);
    } else if (error.code !== 'LIMNER_OUT_OF_MEMORY') return state;
    return { ...state, error: mayBeTriedAgain(error) };
  }

  let machines = 1;
  const nameOf = (making: string): string => (isNearby ? rehearsedName(making) : making);
  const usual: TimingHistory = (name, making) => history?.(name, nameOf(making));
  const pricing = { provider, rates, resultsInBucket, history: usual, limitMs: deadlines.runMs };
  const quote = (job: ImageJob): Quote => quoteJob(job, { ...pricing, fit: planned, machines });

  /** The service stops a job before it costs more than was held back for it. */
  function limitOf(heldUsd: number): number {
    return Math.min(deadlines.runMs, Math.floor(secondsWithin(heldUsd, rates) * 1000));
  }

  return {
    name: provider,
    family: 'comfyui',
    announcesSending: true,
    async look(context) {
      const found = await look(context);
      latest = found.fit;
      return found;
    },
    place: endpoint,
    async sendGraph(request, { signal }) {
      await breaker.pass(signal);
      return sendGraph(request, { ...sending, signal });
    },
    async findGraph(callId, { signal }) {
      return (await arrivals.neverArrived(callId, signal)) ? 'never-arrived' : 'cannot-tell';
    },
    ticketFor({ remoteId, submittedAt, saves }) {
      const expected = saves.map(({ prefix }, layer) => ({ prefix, role: 'layer', layer, isBatch: true }) as const);
      return writeTicket({ remoteId, endpoint, submittedAt, expected, resultBytes: 0 });
    },
    greet: async ({ signal }) => healthWords(await client.health(signal)),
    async probe({ signal }) {
      planned = await fitNow(signal);
      const found = await health.ask(signal);
      const concurrency = found ? pace.limit(concurrencyFor(found)) : 1;
      machines = machinesFor(concurrency);
      const capabilities = { ...capabilitiesOf(planned), concurrency };
      return isNearby ? asRehearsed(capabilities) : capabilities;
    },
    quote,
    async submit(job, context) {
      context.signal.throwIfAborted();
      const choice = await chooseFor(job, context.signal).catch(asRefusal);
      await breaker.pass(context.signal);
      const { mostUsd = quote(job).mostUsd ?? 0 } = context;
      const terms = { mostUsd, limitMs: limitOf(mostUsd), making: nameOf(makingName(job, choice)) };
      try {
        return writeTicket(await sendJob(job, choice, context, { ...sending, ...terms, endpoint, now }));
      } catch (error) {
        breaker.notSent(error);
        throw error;
      }
    },
    async poll(ticket, { signal }) {
      signal.throwIfAborted();
      const opened = openTicket(provider, endpoint, ticket);
      const state = await followJob(opened, shared, signal);
      return learn(await giveSecondChance(opened.remoteId, state, signal));
    },
    async cancel(ticket, { signal }) {
      return cancelJob(openTicket(provider, endpoint, ticket).remoteId, client, signal);
    },
    // No list of jobs, no keys of our own: what is certain is what the counters prove, and that a job cannot outlive its time.
    async reconcile(_job, { callId, claimedAt, signal }) {
      signal.throwIfAborted();
      if (now() - claimedAt > lifetimeMs(deadlines)) return { outcome: 'gone' };
      return { outcome: (await arrivals.neverArrived(callId, signal)) ? 'never-arrived' : 'cannot-tell' };
    },
  };
}

/** Nothing of the job itself was sent yet, whatever kept the endpoint from saying what it has. */
function asRefusal(error: unknown): never {
  if (!(error instanceof LimnerError)) throw error;
  const { code, message, next, retryable, facts, cause } = error;
  throw new LimnerError(code, message, { next, retryable, facts, cause, refused: true });
}

/**
 * During a release old and new workers overlap, and a worker's memory holds the models of earlier jobs: another may do, as long as the
 * endpoint still has what was planned with.
 */
function mayBeTriedAgain({ code, message, next, facts, cause, refused }: LimnerError): LimnerError {
  return new LimnerError(code, message, { next, facts, cause, refused, retryable: true });
}

function changed(provider: string): LimnerError {
  return new LimnerError('LIMNER_CAPABILITY_MISSING', `What ${provider} has is not what this run was planned with.`, {
    refused: true,
    next: 'Run the command again: it plans anew.',
  });
}
