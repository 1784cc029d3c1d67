import { LimnerError } from '../../errors.ts';
import { explainExecution } from '../../workflow/answers/explain-execution.ts';
import type { JobState, PaintedImage } from '../provider.ts';
import { cancelPrompt } from './cancel-prompt.ts';
import type { ComfyuiClient } from './client.ts';
import { type PromptEnd, placeInQueue, readHistory } from './history.ts';
import type { Deadlines } from './options.ts';
import type { Patience } from './patience.ts';
import type { Socket } from './socket.ts';
import type { PromptTicket } from './ticket.ts';

export interface FollowOptions {
  readonly provider: string;
  readonly client: ComfyuiClient;
  readonly socket: Socket;
  readonly patience: Patience;
  readonly deadlines: Deadlines;
  readonly usdPerSecond: number;
  readonly now: () => number;
}

/** The socket tells sooner; this is for when it does not. */
const LISTEN_MS = 1500;
const WITHOUT_SOCKET_MS = 400;

/** How a prompt stands. The history is the truth, the queue says the rest, and the socket only shortens the wait. */
export async function followJob(ticket: PromptTicket, options: FollowOptions, signal: AbortSignal): Promise<JobState> {
  const { client, socket, patience } = options;
  const { remoteId } = ticket;
  const state = await lookAt(ticket, options, signal);
  if (state === 'queued' || state === 'running') {
    await socket.news(remoteId, socket.isOpen ? LISTEN_MS : WITHOUT_SOCKET_MS, signal);
    const progress = socket.progressOf(remoteId);
    return { phase: state, pollAfterMs: 0, ...(progress ? { progress } : {}) };
  }
  if (state === 'late') await cancelPrompt(remoteId, client, signal);
  const last = state === 'late' ? timeout(options.provider) : await settle(state, ticket, options, signal);
  socket.forget(remoteId);
  patience.forget(remoteId);
  return last;
}

type Standing = PromptEnd | 'queued' | 'running' | 'late' | 'lost';

async function lookAt(ticket: PromptTicket, options: FollowOptions, signal: AbortSignal): Promise<Standing> {
  const { client, deadlines, now } = options;
  const { remoteId, submittedAt } = ticket;
  const end = readHistory(remoteId, await client.history(remoteId, signal));
  if (end) return end;
  const place = placeInQueue(remoteId, await client.queue(signal));
  // It may have ended between the two questions. A server that was started anew has forgotten it.
  if (place === 'absent') return readHistory(remoteId, await client.history(remoteId, signal)) ?? 'lost';
  const isLate = place === 'queued' ? now() - submittedAt > deadlines.queueMs : isStuck(remoteId, options);
  return isLate ? 'late' : place;
}

function isStuck(remoteId: string, { socket, patience, deadlines }: FollowOptions): boolean {
  return patience.stillFor(remoteId, socket.progressOf(remoteId)) > deadlines.runMs;
}

function timeout(provider: string): JobState {
  const message = `${provider} did not move on with the prompt in time; it was told to stop.`;
  const error = new LimnerError('LIMNER_CALL_TIMEOUT', message, {
    next: 'Restart ComfyUI if its queue does not move: a wrong graph of somebody else may have killed its worker.',
  });
  return { phase: 'failed', error, usd: 0 };
}

async function settle(
  end: PromptEnd | 'lost',
  ticket: PromptTicket,
  options: FollowOptions,
  signal: AbortSignal,
): Promise<JobState> {
  const { provider, client } = options;
  if (end === 'lost') {
    const message = `${provider} does not know the prompt ${ticket.remoteId} any more; it was probably started anew.`;
    return { phase: 'failed', error: new LimnerError('LIMNER_RESULT_GONE', message, { retryable: true }), usd: 0 };
  }
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
  for (const { node, role, layer, isBatch = false } of ticket.expected) {
    const saved = end.images.get(node) ?? [];
    if (saved.length === 0) return { phase: 'failed', error: pictureGone(provider, node), usd };
    for (const file of isBatch ? saved : saved.slice(0, 1)) {
      const bytes = await client.view(file, signal);
      if (!bytes) return { phase: 'failed', error: pictureGone(provider, node), usd };
      images.push({ role, bytes, mimeType: 'image/png', ...(layer === undefined ? {} : { layer }) });
    }
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
