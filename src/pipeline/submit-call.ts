import { LimnerError, describeError } from '../errors.ts';
import type { CallRow } from '../ledger/ledger.ts';
import type { SubmitContext, Ticket } from '../providers/provider.ts';
import { askProvider } from './ask-provider.ts';
import type { Call, CallEnd } from './call.ts';
import { collect } from './collect-call.ts';
import type { StageContext } from './stage.ts';

/** Sends a claimed call. The ticket is in the ledger before anything else happens. */
export async function submit(claim: CallRow, call: Call, context: StageContext): Promise<CallEnd> {
  const { ports, provider, emit } = context;
  let isSent = false;
  const beforeSend = async (): Promise<void> => {
    await markSending(claim, context);
    isSent = true;
  };
  let ticket: Ticket;
  try {
    if (!provider.announcesSending) await beforeSend();
    ticket = await provider.submit(call.job, { ...submitContext(claim, call, context), beforeSend });
  } catch (error) {
    const state = !isSent || (error instanceof LimnerError && error.refused) ? 'refused' : 'unknown';
    const finishedAt = ports.clock.now();
    await ports.ledger.calls.change(claim, ['claimed'], { state, error: describeError(error), finishedAt });
    emit({ type: 'call-end', id: call.asset, call: claim.id, state, usd: 0 });
    if (state === 'refused') return { state: 'failed', error };
    return settleUnknown(claim, call, context, error);
  }
  const kept = await keepTicket(claim, { ticket, submittedAt: ports.clock.now() }, context);
  return collect(kept ?? (await recordStray(claim, ticket, call, context)), call, context);
}

/** Without this mark, whoever finds the claim of a dead process knows that nothing was sent. */
async function markSending(claim: CallRow, { ports }: StageContext): Promise<void> {
  const isOurs = await ports.ledger.calls.change(claim, ['claimed'], { submittedAt: ports.clock.now() });
  if (isOurs) return;
  const message = `The call ${claim.id} was given up for dead before it was sent.`;
  throw new LimnerError('LIMNER_CALL_FAILED', message, { refused: true, retryable: true });
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
  const { ledger } = context.ports;
  if (known.state === 'claimed' && known.submittedAt === undefined && context.provider.announcesSending) {
    // Its process died before anything was sent.
    await ledger.calls.change(known, ['claimed'], { state: 'refused', usd: 0 });
    return { state: 'moved' };
  }
  const fate = await reconcile(known, call, context, cause);
  if (fate.outcome === 'found') {
    const kept = await keepTicket(known, { ticket: fate.ticket, submittedAt: known.claimedAt }, context);
    return kept ? collect(kept, call, context) : { state: 'moved' };
  }
  if (fate.outcome === 'never-arrived') {
    // The claim is given back, never taken over: whoever makes the next one wins it atomically, and nobody else sends.
    const isGivenBack = await ledger.calls.change(known, ['unknown', 'claimed'], { state: 'refused', usd: 0 });
    const error = neverArrived(context.provider.name, known.id, cause);
    return isGivenBack ? { state: 'failed', error } : { state: 'moved' };
  }
  if (fate.outcome === 'gone') return writeOff(known, context, cause);
  await ledger.calls.change(known, ['claimed'], { state: 'unknown' });
  throw cannotTell(known, context, cause);
}

/** Nobody will ever know whether it was paid for, so the budget goes by the estimate; the picture may be asked for anew. */
async function writeOff(known: CallRow, { ports, provider }: StageContext, cause: unknown): Promise<CallEnd> {
  const message = `The call ${known.id} had no answer, and by now ${provider.name} would not know its result any more.`;
  const error = new LimnerError('LIMNER_RESULT_GONE', message, { cause, retryable: true });
  const end = { state: 'failed', error: describeError(error), usd: known.estimatedUsd } as const;
  const finishedAt = ports.clock.now();
  const isFirst = await ports.ledger.calls.change(known, ['unknown', 'claimed'], { ...end, finishedAt });
  return isFirst ? { state: 'failed', error } : { state: 'moved' };
}

/** A provider that cannot be asked cannot tell either. */
async function reconcile(known: CallRow, call: Call, context: StageContext, cause: unknown) {
  const { provider, ports, signal } = context;
  const ask = () => provider.reconcile(call.job, submitContext(known, call, context));
  try {
    return await askProvider(provider.name, { task: 'say what became of a job', ask }, { clock: ports.clock, signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw cannotTell(known, context, cause ?? error);
  }
}

function cannotTell({ id }: CallRow, { provider }: StageContext, cause: unknown): LimnerError {
  const message = `${provider.name} may or may not have taken the call ${id}, and cannot tell.`;
  return new LimnerError('LIMNER_CALL_UNKNOWN', message, { cause, facts: { call: id, provider: provider.name } });
}

function neverArrived(provider: string, call: string, cause: unknown): LimnerError {
  const message = `The call ${call} never reached ${provider}.`;
  return new LimnerError('LIMNER_CALL_FAILED', message, { cause, retryable: true, refused: true });
}

/**
 * A ticket is kept whatever was thought of the call meanwhile: it says that the job runs. Undefined when the claim was
 * given up for dead and the call has been claimed again since.
 */
async function keepTicket(
  claim: CallRow,
  sent: { readonly ticket: Ticket; readonly submittedAt: number },
  { ports }: StageContext,
): Promise<CallRow | undefined> {
  const { calls } = ports.ledger;
  const change = { state: 'submitted', ...sent, ...told(sent.ticket) } as const;
  await calls.change(claim, ['claimed', 'unknown', 'refused'], change);
  const row = await calls.get(claim.id);
  if (!row) throw new TypeError(`The call ${claim.id} has left the ledger.`);
  return row.claimedAt === claim.claimedAt ? row : undefined;
}

function told({ usd }: Ticket): Pick<CallRow, 'usd'> {
  return usd === undefined ? {} : { usd };
}

/** A job that runs beside the one that took its place: it will be charged, so it gets a row of its own. */
async function recordStray(claim: CallRow, ticket: Ticket, { job }: Call, { ports }: StageContext): Promise<CallRow> {
  const { calls } = ports.ledger;
  const { run, asset, provider, owner, estimatedUsd, claimedAt } = claim;
  const id = `${claim.id}-stray-${claimedAt}`;
  // No cap can forbid what is already under way.
  const caps = { dayStartsAt: 0 };
  await calls.claim({ id, run, asset, provider, owner, estimatedUsd, claimedAt, job, caps });
  const submittedAt = ports.clock.now();
  await calls.change({ id, claimedAt }, ['claimed'], { state: 'submitted', ticket, submittedAt, ...told(ticket) });
  return { ...claim, id, state: 'submitted', ticket, submittedAt };
}

/** A submission is never broken off by us: half a request is a call of unknown fate. */
function submitContext({ id, claimedAt, estimatedUsd }: CallRow, call: Call, context: StageContext): SubmitContext {
  const { blobs } = context.ports;
  return {
    callId: id,
    claimedAt,
    mostUsd: estimatedUsd,
    signal: new AbortController().signal,
    readBlob: (sha256) => blobs.get(sha256),
    ...(call.guide === undefined ? {} : { guide: call.guide }),
    ...(call.remoteSource === undefined ? {} : { remoteSource: call.remoteSource }),
  };
}
