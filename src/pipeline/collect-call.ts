import type { CallRow } from '../ledger/ledger.ts';
import type { JobState, Ticket } from '../providers/provider.ts';
import { askProvider, translate } from './ask-provider.ts';
import type { Call, CallEnd } from './call.ts';
import { recordFailure, recordPictures } from './end-call.ts';
import { overdue, stopOverdue } from './overdue-call.ts';
import type { StageContext } from './stage.ts';
import { watchPhases } from './watch-phases.ts';

const MOST_DOWNLOADS = 3;

/** See `follow`. In the ledger this process is the one that follows the call, until it gives up. */
export async function collect(known: CallRow, call: Call, context: StageContext): Promise<CallEnd> {
  const { owner, ports } = context;
  const follower = async (name: string): Promise<void> =>
    void (await ports.ledger.calls.change(known, ['submitted'], { owner: name }));
  if (known.owner !== owner) await follower(owner);
  try {
    return await follow(known, call, context);
  } catch (error) {
    // Who was stopped is expected back. What broke the following off matters more than whether this can be written.
    if (!context.signal.aborted) await follower('').catch(() => undefined);
    throw error;
  }
}

/**
 * Polls a submitted call to its end, or to its deadline, which counts from the submission whichever process polls. The
 * pictures are looked at, and in the blob store, before the call is marked done.
 * @throws LIMNER_CALL_OVERDUE when the deadline has passed and the job cannot be stopped: the call stays submitted
 */
async function follow(known: CallRow, call: Call, context: StageContext): Promise<CallEnd> {
  const { ports, provider, signal } = context;
  const deadline = (known.submittedAt ?? known.claimedAt) + context.callDeadlineMs;
  const watch = watchPhases(ports.clock);
  let downloads = 0;
  let hasFinished = false;
  for (let polls = known.polls + 1; ; polls += 1) {
    signal.throwIfAborted();
    const row = { ...known, polls };
    const state = await watch.ask(() => poll(known.ticket as Ticket, context));
    if (state.phase === 'failed') {
      const error = translate(state.error, `The job at ${provider.name} failed`);
      return recordFailure(row, { error, usd: state.usd }, call, context);
    }
    if (state.phase === 'done') {
      downloads += 1;
      const isLastTry = downloads >= MOST_DOWNLOADS;
      const end = await recordPictures(row, state, call, context, { isLastTry, watched: watch.watched() });
      if (end) return end;
      await ports.clock.sleep(500 * 2 ** downloads, signal);
      continue;
    }
    if (state.concurrency !== undefined) context.limiter.limit = state.concurrency;
    await tellProgress(row, state, call, context);
    const leftMs = deadline - ports.clock.now();
    if (leftMs > 0) await ports.clock.sleep(Math.min(state.pollAfterMs, leftMs), signal);
    else if (hasFinished) throw overdue(row, context);
    else {
      const end = await stopOverdue(row, call, context);
      if (end) return end;
      hasFinished = true;
    }
  }
}

/** A poll costs nothing, so it may be repeated; the job itself goes on whatever happens to the question. */
function poll(ticket: Ticket, { provider, ports, signal }: StageContext): Promise<JobState> {
  const ask = () => provider.poll(ticket, { signal, readBlob: (sha256) => ports.blobs.get(sha256) });
  return askProvider(provider.name, { task: 'say how a job is doing', ask }, { clock: ports.clock, signal });
}

async function tellProgress(
  { polls, ...row }: CallRow,
  { phase, progress }: Extract<JobState, { pollAfterMs: number }>,
  call: Call,
  { ports, emit }: StageContext,
): Promise<void> {
  await ports.ledger.calls.change(row, ['submitted'], { polls });
  emit({ type: 'progress', id: call.asset, phase, ...(progress ? { progress } : {}) });
}
