import { LimnerError } from '../../errors.ts';
import { capabilitiesOf, choiceOf } from '../../workflow/makings.ts';
import { createBreaker } from '../breaker.ts';
import { pause } from '../pause.ts';
import type { GraphProvider } from '../graph-provider.ts';
import { cancelPrompt } from './cancel-prompt.ts';
import { createComfyuiClient } from './client.ts';
import { findPrompt } from './find-prompt.ts';
import { followJob } from './follow-job.ts';
import { readHistory } from './history.ts';
import { type ComfyuiOptions, DEFAULT_DEADLINES, serverAddress } from './options.ts';
import { type ServerKnowledge, probeServer } from './probe.ts';
import { sendGraph } from './send-graph.ts';
import { sendJob } from './send-job.ts';
import { createPatience } from './patience.ts';
import { createDeafSocket, createSocket } from './socket.ts';
import { openTicket, writeTicket } from './ticket.ts';
import { quoteJob, serverWords } from './translate.ts';

/** A server works on one prompt at a time; a second waits, so that it is never idle. */
const CONCURRENCY = 2;

/** A ComfyUI server of one's own, over HTTP, with its WebSocket to make the wait shorter. */
export function createComfyui(options: ComfyuiOptions): GraphProvider {
  const { name: provider, now = Date.now, sleep = pause, usdPerSecond = 0, wishes = {}, onPreview } = options;
  const { base: server, headers } = serverAddress(options.url);
  const client = createComfyuiClient(options);
  const clientId = crypto.randomUUID();
  const socket =
    'authorization' in headers || typeof WebSocket === 'undefined'
      ? createDeafSocket(sleep)
      : createSocket({ base: server, clientId, now, sleep, ...(onPreview ? { onPreview } : {}) });
  const patience = createPatience(now);
  const deadlines = { ...DEFAULT_DEADLINES, ...options.deadlines };
  const breaker = createBreaker({ provider, restMs: 0, now, sleep });
  let known: ServerKnowledge | undefined;

  async function look(signal: AbortSignal): Promise<ServerKnowledge> {
    known = await probeServer(provider, client, wishes, signal);
    return known;
  }

  return {
    name: provider,
    family: 'comfyui',
    announcesSending: true,
    place: server,
    async sendGraph(request, { signal }) {
      const { catalogue } = known ?? (await look(signal));
      const wantsPreviews = onPreview !== undefined;
      return sendGraph(request, { provider, client, clientId, catalogue, wantsPreviews, signal });
    },
    async findGraph(callId, { signal }) {
      const remoteId = await findPrompt(callId, client, signal);
      return remoteId === undefined ? 'never-arrived' : { remoteId };
    },
    ticketFor({ remoteId, submittedAt, saves }) {
      const expected = saves.map(({ node }, layer) => ({ node, role: 'layer', layer, isBatch: true }) as const);
      return writeTicket({ remoteId, server, submittedAt, expected });
    },
    look: ({ signal }) => look(signal),
    greet: async ({ signal }) => serverWords(await client.systemStats(signal)),
    async probe({ signal }) {
      signal.throwIfAborted();
      const { fit } = await look(signal);
      return { ...capabilitiesOf(fit), concurrency: CONCURRENCY };
    },
    quote: (job) => quoteJob(job, known?.fit, usdPerSecond),
    async submit(job, context) {
      context.signal.throwIfAborted();
      await breaker.pass(context.signal);
      const { fit, catalogue } = known ?? (await look(context.signal));
      const choice = choiceOf(fit.assets[job.type]);
      if (!choice)
        throw new LimnerError('LIMNER_CAPABILITY_MISSING', `${provider} cannot make a ${job.type}.`, { refused: true });
      const wantsPreviews = onPreview !== undefined;
      const sending = { provider, server, client, clientId, catalogue, now, wantsPreviews };
      try {
        const ticket = writeTicket(await sendJob(job, choice, context, sending));
        breaker.worked();
        return ticket;
      } catch (error) {
        breaker.notSent(error);
        // The server is not what it was when it was looked at.
        if (error instanceof LimnerError && CONTRADICTIONS.has(error.code)) known = undefined;
        throw error;
      }
    },
    async poll(ticket, { signal }) {
      signal.throwIfAborted();
      const opened = openTicket(provider, server, ticket);
      return followJob(opened, { provider, client, socket, patience, deadlines, usdPerSecond, now }, signal);
    },
    async cancel(ticket, { signal }) {
      const { remoteId } = openTicket(provider, server, ticket);
      socket.forget(remoteId);
      patience.forget(remoteId);
      if (await cancelPrompt(remoteId, client, signal)) return 'cancelled';
      return readHistory(remoteId, await client.history(remoteId, signal)) ? 'already-finished' : 'cannot-cancel';
    },
    async reconcile(job, { callId, claimedAt, signal }) {
      const remoteId = await findPrompt(callId, client, signal);
      if (remoteId === undefined) return { outcome: 'never-arrived' };
      const { composition } = job;
      const role =
        composition.kind === 'layers' ? ({ role: 'layer', layer: 0 } as const) : ({ role: 'image' } as const);
      const { fit } = known ?? (await look(signal));
      const node = choiceOf(fit.assets[job.type])?.own?.outputs[0]?.node ?? SAVE_NODE;
      const expected = [{ node, ...role }];
      return { outcome: 'found', ticket: writeTicket({ remoteId, server, submittedAt: claimedAt, expected }) };
    },
  };
}

const CONTRADICTIONS: ReadonlySet<string> = new Set([
  'LIMNER_MODEL_MISSING',
  'LIMNER_NODE_MISSING',
  'LIMNER_WORKFLOW_REFUSED',
]);

/** What the node that saves is called in all our workflows. */
const SAVE_NODE = 'save';
