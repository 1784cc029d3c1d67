import { LimnerError } from '../../errors.ts';
import type { AccountProvider } from '../account-provider.ts';
import type { ImageJob, ImageProvider, Quote } from '../provider.ts';
import { asRehearsed } from '../rehearsed.ts';
import { createScenarioApi } from './api.ts';
import { createCrowd } from './busy.ts';
import { createScenarioClient } from './client.ts';
import { findJob } from './find-job.ts';
import { followJob } from './follow-job.ts';
import { keepToPrice } from './keep-to-price.ts';
import { lostJob } from './lost-job.ts';
import { createModels } from './models.ts';
import { type ScenarioOptions, readSettings } from './options.ts';
import { createPace } from './pace.ts';
import { createPrices, priceImage } from './prices.ts';
import { type ModelFindings, capabilitiesOf, findModels } from './probe.ts';
import { quoteJob } from './quote.ts';
import { sendJob } from './send-job.ts';
import { surveyAccount } from './survey.ts';
import { openTicket, ticketFor } from './ticket.ts';
import { bodyFor, orderFor, ordersFor } from './translate.ts';
import { tryBody } from './try-body.ts';
import { createUploads } from './uploads.ts';

/** Nobody publishes how many jobs a plan may have under way; a 429 lowers it. */
const CONCURRENCY = 4;
/** Jobs whose call is kept in mind, to tell them from a lost one. */
const MOST_REMEMBERED = 10_000;

/** Scenario.com: each asset is a chain of paid calls, of which this provider makes one at a time. */
export function createScenario(options: ScenarioOptions): ImageProvider & AccountProvider {
  const { now = Date.now, sleep } = options;
  const settings = readSettings(options);
  const { provider, base, usdPerCu, timeouts, isNearby } = settings;
  const client = createScenarioClient(options);
  const api = createScenarioApi(provider, client);
  const models = createModels(api);
  const prices = createPrices(api, now);
  const waiting = sleep ? { sleep } : {};
  const uploads = createUploads({ provider, client, ...waiting });
  const crowd = createCrowd(CONCURRENCY, now);
  const pace = createPace(now, { isNearby });
  /** The call of each job that this process has met; empty for those that it only followed. */
  const callOf = new Map<string, string>();
  const missedAt = new Map<string, number>();

  function remember(jobId: string, callId: string): void {
    if (callOf.size >= MOST_REMEMBERED) callOf.clear();
    if (!callOf.has(jobId)) callOf.set(jobId, callId);
  }

  const quote = (job: ImageJob): Quote => quoteJob(job, { settings, models, prices });

  async function appraise(jobs: Iterable<ImageJob>, signal: AbortSignal): Promise<void> {
    const steps = [...jobs].flatMap(ordersFor);
    for (const job of steps) {
      const order = orderFor(job, settings);
      const schema = await models.schema(order, signal).catch(ignoreLack);
      const built = schema && tryBody(() => bodyFor(job, schema, settings, order.takesImage ? priceImage : undefined));
      if (built) await prices.learn(order, built.body, signal);
    }
  }

  async function probe(signal: AbortSignal): Promise<ModelFindings> {
    signal.throwIfAborted();
    return findModels({ api, models, settings }, signal);
  }

  return {
    name: provider,
    family: 'scenario',
    announcesSending: true,
    async greet({ signal }) {
      await api.greet(signal);
      return `answers; the keys are accepted; paints with ${settings.models.paint}`;
    },
    async survey({ signal }) {
      const found = await probe(signal);
      return surveyAccount(found, { settings, api, appraise, quote }, signal);
    },
    async probe({ signal }) {
      const found = await probe(signal);
      const capabilities = { ...capabilitiesOf(found, settings), concurrency: crowd.limit() };
      return isNearby ? asRehearsed(capabilities) : capabilities;
    },
    async appraise(jobs, { signal }) {
      await appraise(jobs(), signal);
    },
    quote,
    async submit(job, context) {
      context.signal.throwIfAborted();
      await keepToPrice(job, context, { provider, settings, models, prices });
      const quotedUsd = partOf(quote(job), job);
      const sending = { provider, settings, api, models, uploads, crowd, now, quotedUsd, ...waiting };
      const { sent, ...ticket } = await sendJob(job, context, sending);
      remember(sent.job.id, context.callId);
      return ticketFor(job, sent, { ...ticket, usdPerCu });
    },
    async poll(ticket, { signal }) {
      signal.throwIfAborted();
      const opened = openTicket(provider, base, ticket);
      remember(opened.remoteId, '');
      const state = await followJob(opened, { provider, api, pace, usdPerCu, now, missedAt }, signal);
      const goesOn = 'pollAfterMs' in state && crowd.isTight;
      return goesOn ? { ...state, concurrency: crowd.limit() } : state;
    },
    async cancel(ticket, { signal }) {
      const { remoteId } = openTicket(provider, base, ticket);
      await api.cancel(remoteId, signal);
      const job = await api.job(remoteId, signal);
      if (job?.status === 'canceled') return 'cancelled';
      if (job === undefined || job.status === 'success' || job.status === 'failure') return 'already-finished';
      return 'cannot-cancel';
    },
    async reconcile(job, context) {
      const { callId, remoteSource, signal } = context;
      signal.throwIfAborted();
      const isTaken = (id: string): boolean => callOf.has(id) && callOf.get(id) !== callId;
      const finding = { api, isTaken, settleMs: timeouts.settleMs, now, ...waiting };
      const found = await findJob(await lostJob(job, context, { settings, models, api }), finding, signal);
      if (typeof found === 'string') return { outcome: found };
      remember(found.id, callId);
      const { model, takesImage } = orderFor(job, settings);
      // What went before the call went with it.
      const uploaded = takesImage && remoteSource === undefined ? 1 : 0;
      const sent = { job: found, ...(found.cu === undefined ? {} : { cu: found.cu }) };
      const quotedUsd = partOf(quote(job), job);
      const ticket = { server: base, model, submittedAt: now(), uploads: uploaded, quotedUsd, warnings: [] };
      return { outcome: 'found', ticket: ticketFor(job, sent, { ...ticket, usdPerCu }) };
    },
  };
}

/** What the one request costs that this job is. */
function partOf({ usd, parts }: Quote, { operation }: ImageJob): number {
  return parts?.[operation?.kind ?? 'paint'] ?? usd;
}

/** A model that is not there has no price either; the probe has said so. */
function ignoreLack(error: unknown): undefined {
  if (error instanceof LimnerError && error.refused && !error.retryable) return undefined;
  throw error;
}
