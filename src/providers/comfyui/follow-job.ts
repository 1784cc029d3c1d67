import { LimnerError } from '../../errors.ts';
import { explainExecution } from '../../workflow/answers/explain-execution.ts';
import type { JobState, PaintedImage } from '../provider.ts';
import type { ComfyuiClient } from './client.ts';
import { type PromptEnd, placeInQueue, readHistory } from './history.ts';
import type { Deadlines } from './options.ts';
import type { Socket } from './socket.ts';
import type { PromptTicket } from './ticket.ts';

export interface FollowOptions {
  readonly provider: string;
  readonly client: ComfyuiClient;
  readonly socket: Socket;
  readonly deadlines: Deadlines;
  readonly usdPerSecond: number;
  readonly now: () => number;
}

/** The socket tells sooner; this is for when it does not. */
const LISTEN_MS = 1500;
const WITHOUT_SOCKET_MS = 400;

/** How a prompt stands. The history is the truth, the queue says the rest, and the socket only shortens the wait. */
export async function followJob(ticket: PromptTicket, options: FollowOptions, signal: AbortSignal): Promise<JobState> {
  const { client, socket, now } = options;
  const { remoteId } = ticket;
  const end = await endOf(remoteId, client, signal);
  if (end) {
    socket.forget(remoteId);
    return settle(end, ticket, options, signal);
  }
  const place = placeInQueue(remoteId, await client.queue(signal));
  if (place === 'absent') return settleAbsent(ticket, options, signal);
  const { queueMs, runMs } = options.deadlines;
  const waitedMs = now() - ticket.submittedAt;
  if (waitedMs > (place === 'queued' ? queueMs : queueMs + runMs)) return giveUp(ticket, options, signal);
  await socket.news(remoteId, socket.isOpen ? LISTEN_MS : WITHOUT_SOCKET_MS, signal);
  const progress = socket.progressOf(remoteId);
  return { phase: place, pollAfterMs: 0, ...(progress ? { progress } : {}) };
}

async function endOf(remoteId: string, client: ComfyuiClient, signal: AbortSignal): Promise<PromptEnd | undefined> {
  return readHistory(remoteId, await client.history(remoteId, signal));
}

/** It may have ended between the two questions. A server that was started anew has forgotten it. */
async function settleAbsent(ticket: PromptTicket, options: FollowOptions, signal: AbortSignal): Promise<JobState> {
  const end = await endOf(ticket.remoteId, options.client, signal);
  options.socket.forget(ticket.remoteId);
  if (end) return settle(end, ticket, options, signal);
  const message = `${options.provider} does not know the prompt ${ticket.remoteId} any more; it was probably started anew.`;
  return { phase: 'failed', error: new LimnerError('LIMNER_RESULT_GONE', message, { retryable: true }), usd: 0 };
}

async function giveUp(ticket: PromptTicket, options: FollowOptions, signal: AbortSignal): Promise<JobState> {
  const { client, provider, socket } = options;
  await client.cancel(ticket.remoteId, signal);
  socket.forget(ticket.remoteId);
  const error = new LimnerError(
    'LIMNER_CALL_TIMEOUT',
    `${provider} did not end the prompt in time; it was cancelled.`,
    {
      next: 'Restart ComfyUI if its queue does not move: a wrong graph of somebody else may have killed its worker.',
    },
  );
  return { phase: 'failed', error, usd: 0 };
}

async function settle(
  end: PromptEnd,
  ticket: PromptTicket,
  options: FollowOptions,
  signal: AbortSignal,
): Promise<JobState> {
  const { provider, client } = options;
  const usd = (end.ranMs / 1000) * options.usdPerSecond;
  if (end.outcome === 'interrupted') {
    return {
      phase: 'failed',
      error: new LimnerError('LIMNER_CALL_FAILED', `Somebody stopped the prompt on ${provider}.`),
      usd,
    };
  }
  if (end.outcome === 'error') return { phase: 'failed', error: explainExecution(provider, end.error ?? ''), usd };
  const images: PaintedImage[] = [];
  for (const { node, role, layer } of ticket.expected) {
    const [file] = end.images.get(node) ?? [];
    const bytes = file && (await client.view(file, signal));
    if (!bytes) return { phase: 'failed', error: pictureGone(provider, node), usd };
    images.push({ role, bytes, mimeType: 'image/png', ...(layer === undefined ? {} : { layer }) });
  }
  return { phase: 'done', images, usd };
}

function pictureGone(provider: string, node: string): LimnerError {
  return new LimnerError(
    'LIMNER_RESULT_GONE',
    `${provider} ended the prompt, but the picture of its node ${node} is not there.`,
    {
      retryable: true,
    },
  );
}
