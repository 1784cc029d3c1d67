import { LimnerError, describeError } from '../errors.ts';
import type { CallRow } from '../ledger/ledger.ts';
import type { SubmitContext, Ticket } from '../providers/provider.ts';
import { collect } from './collect-call.ts';
import type { Call, CallEnd } from './call.ts';
import type { StageContext } from './stage.ts';

/** Sends a claimed call. The ticket is in the ledger before anything else happens. */
export async function submit(id: string, call: Call, context: StageContext): Promise<CallEnd> {
  const { ports, provider, emit } = context;
  let ticket: Ticket;
  try {
    ticket = await provider.submit(call.job, submitContext(id, call, context));
  } catch (error) {
    const state = error instanceof LimnerError && error.refused ? 'refused' : 'unknown';
    await ports.ledger.calls.change(id, ['claimed'], {
      state,
      error: describeError(error),
      finishedAt: ports.clock.now(),
    });
    emit({ type: 'call-end', id: call.asset, call: id, state, usd: 0 });
    if (state === 'refused') return { state: 'failed', error };
    return settleUnknown(await readCall(id, context), call, context, error);
  }
  return keepTicket(id, ticket, call, context);
}

/**
 * Asks the provider what became of a submission whose answer was lost.
 * @throws LIMNER_CALL_UNKNOWN when it cannot tell: the call stays unknown and nothing is sent again
 */
export async function settleUnknown(
  known: CallRow,
  call: Call,
  context: StageContext,
  cause?: unknown,
): Promise<CallEnd> {
  const { ports, provider } = context;
  const fate = await provider.reconcile(call.job, submitContext(known.id, call, context));
  if (fate.outcome === 'found') return keepTicket(known.id, fate.ticket, call, context);
  if (fate.outcome === 'never-arrived') {
    // The claim is given back, never taken over: whoever makes the next one wins it atomically, and nobody else sends.
    await ports.ledger.calls.change(known.id, ['unknown', 'claimed'], { state: 'refused', usd: 0 });
    return { state: 'failed', error: neverArrived(provider.name, known.id, cause) };
  }
  await ports.ledger.calls.change(known.id, ['claimed'], { state: 'unknown' });
  throw new LimnerError(
    'LIMNER_CALL_UNKNOWN',
    `${provider.name} may or may not have taken the call ${known.id}, and cannot tell.`,
    {
      cause,
      facts: { call: known.id, provider: provider.name },
    },
  );
}

function neverArrived(provider: string, call: string, cause: unknown): LimnerError {
  const message = `The call ${call} never reached ${provider}.`;
  return new LimnerError('LIMNER_CALL_FAILED', message, { cause, retryable: true, refused: true });
}

/** A ticket is kept whatever was thought of the call meanwhile: it says that the job runs. */
async function keepTicket(id: string, ticket: Ticket, call: Call, context: StageContext): Promise<CallEnd> {
  const { ledger, clock } = context.ports;
  await ledger.calls.change(id, ['claimed', 'unknown', 'refused'], {
    state: 'submitted',
    ticket,
    submittedAt: clock.now(),
  });
  return collect(await readCall(id, context), call, context);
}

async function readCall(id: string, context: StageContext): Promise<CallRow> {
  const row = await context.ports.ledger.calls.get(id);
  if (!row) throw new TypeError(`The call ${id} has left the ledger.`);
  return row;
}

/** A submission is never broken off by us: half a request is a call of unknown fate. */
function submitContext(id: string, call: Call, context: StageContext): SubmitContext {
  const { blobs } = context.ports;
  return {
    callId: id,
    signal: new AbortController().signal,
    readBlob: (sha256) => blobs.get(sha256),
    ...(call.guide === undefined ? {} : { guide: call.guide }),
  };
}
