import { LimnerError } from '../../errors.ts';
import { readRefusalText } from '../../workflow/answers/refusal-text.ts';
import type { GraphRefusal } from '../../workflow/answers/graph-refusal.ts';
import { isObject } from '../../workflow/answers/loose-json.ts';
import type { EndpointFacts } from '../../workflow/endpoint-facts.ts';
import type { WorkflowGraph } from '../../workflow/graph.ts';
import { askEndpoint } from '../../workflow/probe/ask-endpoint.ts';
import { readProbe } from '../../workflow/probe/read-probe.ts';
import { workflowQuestions } from '../../workflow/probe/questions.ts';
import type { ProbeCache } from '../probe-cache.ts';
import type { Bill } from './bill.ts';
import type { RunpodClient } from './client.ts';
import { type FailureContext, explainFailure } from './failures.ts';
import type { RemoteJob } from './remote-job.ts';
import type { Watch } from './watch.ts';

export interface ProbeOptions extends FailureContext {
  readonly client: RunpodClient;
  readonly watch: Watch;
  readonly bill: Pick<Bill, 'carry'>;
  readonly cache: ProbeCache;
  /** Names the endpoint in the cache. */
  readonly key: string;
  readonly now: () => number;
  readonly queueMs: number;
  /** Before a probe without an answer is sent again. */
  readonly pauseMs: number;
}

const FRESH_MS = 24 * 3_600_000;

/** What the endpoint has: as it was found lately, or asked anew. */
export async function probeEndpoint(options: ProbeOptions, signal: AbortSignal): Promise<EndpointFacts> {
  const { cache, key, now } = options;
  const known = await cache.read(key);
  if (known && now() - known.at < FRESH_MS && isFacts(known.facts)) return known.facts;
  const facts = await askEndpoint((graph) => askInVain(graph, options, signal), workflowQuestions());
  await cache.write(key, { at: now(), facts });
  return facts;
}

/** A probe that met a passing trouble is sent again: it costs nothing but the time of a worker that is awake. */
const TRIES = 4;

async function askInVain(graph: WorkflowGraph, options: ProbeOptions, signal: AbortSignal): Promise<GraphRefusal> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await askOnce(graph, options, signal);
    } catch (error) {
      // Whoever needs the answer asks a service in trouble again, too: more than once here would multiply the wait.
      const isTrouble = error instanceof LimnerError && error.retryable && tries === 1;
      if (!isTrouble && !(error instanceof UnansweredProbe)) throw error;
      if (error instanceof UnansweredProbe && tries === TRIES) throw error.reason;
      await options.watch.rest(options.pauseMs * tries, signal);
    }
  }
}

/** A job that ran, but did not answer the question. */
class UnansweredProbe extends Error {
  readonly reason: LimnerError;
  constructor(reason: LimnerError) {
    super(reason.message);
    this.reason = reason;
  }
}

/**
 * A job of the endpoint, which fails in validation: no model is loaded and no second of sampling is paid, though a worker is woken:
 * what that costs is on the bill of the next call.
 * @throws the endpoint's own trouble, when it fails for any other reason
 */
async function askOnce(graph: WorkflowGraph, options: ProbeOptions, signal: AbortSignal): Promise<GraphRefusal> {
  const { client, provider } = options;
  const submitted = await client.run(undefined, { workflow: graph, limner: { probe: true } }, signal);
  const job = await follow(submitted, options, signal);
  options.bill.carry(job);
  const refusal = job.status === 'FAILED' ? refusalOf(job) : undefined;
  if (refusal && isAbout(graph, refusal)) return refusal;
  if (job.status !== 'COMPLETED') throw new UnansweredProbe(explainFailure(job, options));
  throw new UnansweredProbe(
    new LimnerError('LIMNER_CALL_FAILED', `${provider} ran a probe that no ComfyUI could run.`, {
      next: 'Check that the endpoint runs worker-comfyui.',
    }),
  );
}

/** Complaints about nodes that were not sent answer somebody else, and one about nothing in particular says nothing of what is there. */
function isAbout(graph: WorkflowGraph, refusal: GraphRefusal): boolean {
  return readProbe(refusal, []).missingClass !== undefined || refusal.nodes.some(({ id }) => id in graph);
}

async function follow({ id }: RemoteJob, options: ProbeOptions, signal: AbortSignal): Promise<RemoteJob> {
  const { client, watch, now, provider, queueMs } = options;
  const startedAt = now();
  try {
    for (;;) {
      const leftMs = queueMs - (now() - startedAt);
      const sight = await watch.look(id, leftMs, signal);
      if (sight.job === 'gone')
        throw new LimnerError('LIMNER_RESULT_GONE', `${provider} lost the probe.`, { retryable: true });
      if (sight.hasEnded) return sight.job;
      if (leftMs <= 0) {
        await client.cancel(id, signal);
        throw new LimnerError(
          'LIMNER_CALL_TIMEOUT',
          `No worker of ${provider} took the probe in ${Math.round(queueMs / 1000)} s.`,
        );
      }
      await watch.rest(sight.lookAgainMs, signal);
    }
  } finally {
    watch.forget(id);
  }
}

function refusalOf({ error, output }: RemoteJob): GraphRefusal | undefined {
  const details = isObject(output) && Array.isArray(output['details']) ? output['details'].map(String) : [];
  for (const text of [String(error), ...details]) {
    const refusal = readRefusalText(text);
    if (refusal) return refusal;
  }
  return undefined;
}

function isFacts(value: unknown): value is EndpointFacts {
  return isObject(value) && isObject(value['nodes']) && isObject(value['models']);
}
