import { LimnerError } from '../errors.ts';
import { askProvider, translate } from '../pipeline/ask-provider.ts';
import { systemClock } from '../pipeline/system-clock.ts';
import type { GraphProvider, GraphRequest, SentGraph } from '../providers/graph-provider.ts';
import { pause } from '../providers/pause.ts';
import type { PaintedImage } from '../providers/provider.ts';

const MOST_SENDS = 3;

/**
 * Sends a graph once. It is sent again only when the service surely did not take it.
 * @throws LIMNER_CALL_UNKNOWN when nobody can tell whether it did, or the refusal itself
 */
export async function sendOnce(provider: GraphProvider, request: GraphRequest, signal: AbortSignal): Promise<string> {
  for (let sends = 1; ; sends += 1) {
    signal.throwIfAborted();
    try {
      // Never broken off by the caller: half a request is a job of unknown fate.
      return await provider.sendGraph(request, { signal: new AbortController().signal });
    } catch (error) {
      const fate = await fateOf(error, provider, request, signal);
      if (typeof fate === 'object') return fate.remoteId;
      if (sends >= MOST_SENDS || !(fate === 'never-arrived' || mayPass(error))) throw error;
      await pause(500 * 2 ** sends, signal);
    }
  }
}

function mayPass(error: unknown): boolean {
  return error instanceof LimnerError && error.refused && error.retryable;
}

type Fate = { readonly remoteId: string } | 'refused' | 'never-arrived';

async function fateOf(
  error: unknown,
  provider: GraphProvider,
  { callId }: GraphRequest,
  signal: AbortSignal,
): Promise<Fate> {
  if (error instanceof LimnerError && error.refused) return 'refused';
  const ask = () => provider.findGraph(callId, { signal });
  const question = { task: 'say what became of a job', ask };
  const fate = await askProvider(provider.name, question, { clock: systemClock, signal }).catch(
    () => 'cannot-tell' as const,
  );
  if (fate !== 'cannot-tell') return fate;
  throw new LimnerError('LIMNER_CALL_UNKNOWN', `${provider.name} may or may not have taken the job, and cannot tell.`, {
    cause: error,
    next: 'It was not sent again. Look at the endpoint’s jobs before you ask for the picture once more.',
    facts: { call: callId },
  });
}

/** Follows a graph to its end, or to the provider's own deadlines. @throws what it failed with */
export async function waitForGraph(
  provider: GraphProvider,
  sent: SentGraph,
  signal: AbortSignal,
): Promise<readonly PaintedImage[]> {
  const ticket = provider.ticketFor(sent);
  const ask = () => provider.poll(ticket, { signal, readBlob: noBlob });
  for (;;) {
    signal.throwIfAborted();
    const question = { task: 'say how a job is doing', ask };
    const state = await askProvider(provider.name, question, { clock: systemClock, signal });
    if (state.phase === 'failed') throw translate(state.error, `The job at ${provider.name} failed`);
    if (state.phase === 'done') return state.images;
    await pause(state.pollAfterMs, signal);
  }
}

function noBlob(): Promise<Uint8Array> {
  throw new TypeError('A graph that was sent needs no more pictures.');
}
