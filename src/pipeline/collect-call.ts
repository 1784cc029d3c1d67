import { LimnerError, describeError } from '../errors.ts';
import type { CallRow } from '../ledger/ledger.ts';
import type { JobState, Ticket } from '../providers/provider.ts';
import type { Call, CallEnd } from './call.ts';
import type { PaintedBlob } from './record.ts';
import type { StageContext } from './stage.ts';

const MAX_POLL_ERRORS = 5;

/** Polls a submitted call to its end. The pictures are in the blob store before the call is marked done. */
export async function collect(known: CallRow, call: Call, context: StageContext): Promise<CallEnd> {
  const { ports, emit, signal } = context;
  for (let polls = known.polls + 1; ; polls += 1) {
    const state = await poll(known.ticket as Ticket, context);
    if (state.phase === 'failed') return recordFailure(known.id, call, context, { ...state, polls });
    if (state.phase === 'done') return keepImages(known.id, { ...state, polls }, call, context);
    emit({
      type: 'progress',
      id: call.asset,
      phase: state.phase,
      ...(state.progress ? { progress: state.progress } : {}),
    });
    await ports.clock.sleep(state.pollAfterMs, signal);
  }
}

/** A poll costs nothing, so it may be repeated; the job itself goes on whatever happens to the question. */
async function poll(ticket: Ticket, context: StageContext): Promise<JobState> {
  const { provider, ports, signal } = context;
  for (let errors = 1; ; errors += 1) {
    signal.throwIfAborted();
    try {
      return await provider.poll(ticket, { signal, readBlob: (sha256) => ports.blobs.get(sha256) });
    } catch (error) {
      const mayPass = error instanceof LimnerError && error.retryable;
      if (!mayPass || errors >= MAX_POLL_ERRORS) throw error;
      await ports.clock.sleep(250 * 2 ** errors, signal);
    }
  }
}

async function keepImages(
  id: string,
  end: Extract<JobState, { phase: 'done' }> & { readonly polls: number },
  call: Call,
  context: StageContext,
): Promise<CallEnd> {
  const { ports, emit } = context;
  if (end.images.length === 0) {
    const error = new LimnerError('LIMNER_CALL_FAILED', 'The job ended well but brought no picture.', {
      retryable: true,
    });
    return recordFailure(id, call, context, { error, usd: end.usd, polls: end.polls });
  }
  const images: PaintedBlob[] = [];
  for (const { role, layer, bytes, mimeType } of end.images) {
    images.push({ role, blob: await ports.blobs.put(bytes), mimeType, ...(layer === undefined ? {} : { layer }) });
  }
  const finishedAt = ports.clock.now();
  await ports.ledger.calls.change(id, ['submitted'], {
    state: 'done',
    result: images,
    usd: end.usd,
    polls: end.polls,
    finishedAt,
  });
  emit({ type: 'call-end', id: call.asset, call: id, state: 'done', usd: end.usd });
  return { state: 'done', images, ...(end.warnings ? { warnings: end.warnings } : {}) };
}

/** What a call that ended badly leaves in the ledger and tells the listeners. */
async function recordFailure(
  id: string,
  call: Call,
  context: StageContext,
  end: { readonly error: unknown; readonly usd: number; readonly polls: number },
): Promise<CallEnd> {
  const { ports, emit } = context;
  const finishedAt = ports.clock.now();
  await ports.ledger.calls.change(id, ['submitted'], {
    state: 'failed',
    error: describeError(end.error),
    usd: end.usd,
    polls: end.polls,
    finishedAt,
  });
  emit({ type: 'call-end', id: call.asset, call: id, state: 'failed', usd: end.usd });
  return { state: 'failed', error: end.error };
}
