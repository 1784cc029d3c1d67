import { LimnerError } from '../errors.ts';
import { hashJson } from '../hash.ts';
import type { CallRow } from '../ledger/ledger.ts';
import { callTotals } from './call-totals.ts';
import type { Call, CallEnd, CallResult } from './call.ts';
import { claimCall } from './claim-call.ts';
import { collect } from './collect-call.ts';
import type { PaintedSection } from './record.ts';
import type { StageContext } from './stage.ts';
import { settleUnknown, submit } from './submit-call.ts';

/** Another process gets this long to submit what it has claimed; then its claim has an unknown fate. */
const CLAIM_PATIENCE_MS = 120_000;
const WAIT_FOR_OTHER_MS = 100;
/** How long to wait before looking whether money has come free, at first and at most. */
const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [100, 2000];
/** Only what was paid for in vain counts: a refused call is claimed again under its own id. */
const MAX_GENERATIONS = 100;

/**
 * Gets the pictures of one job, spending at most once for them: an earlier call's result serves again, a call under way is
 * collected, a call of unknown fate is asked after and never blindly repeated.
 *
 * All of it, the pauses too, is one step: steps do not nest on every engine, and what has to outlive the process stands in
 * the ledger's calls, not in the step.
 * @throws LIMNER_BUDGET_EXCEEDED, LIMNER_CALL_UNKNOWN, LIMNER_CALL_OVERDUE, LIMNER_CALL_FAILED or the provider's own error
 */
export async function paidCall(call: Call, context: StageContext): Promise<PaintedSection> {
  const key = hashJson({ provider: context.provider.name, version: call.version, job: call.job });
  let failures = 0;
  let waits = 0;
  for (let generation = 0; generation < MAX_GENERATIONS;) {
    const end = await context.limiter.run(() => settle(`${key}-${generation}`, call, context));
    if (end.state === 'done') {
      const { images, warnings } = end;
      return { images, warnings, ...(await callTotals(call.run, call.asset, context.ports)) };
    }
    if (end.state === 'waiting') await waitForMoney(waits, call, context);
    waits = end.state === 'waiting' ? waits + 1 : 0;
    if (end.state === 'spent') generation += 1;
    if (end.state !== 'failed') continue;
    failures += 1;
    if (!isRetryable(end.error) || failures >= context.attempts) throw end.error;
    await context.ports.clock.sleep(1000 * 2 ** failures, context.signal);
  }
  throw new LimnerError('LIMNER_CALL_FAILED', `The same picture was paid for ${MAX_GENERATIONS} times in vain.`);
}

/** Nothing is under way meanwhile: what others fetch may be what frees the money. */
async function waitForMoney(waits: number, { asset }: Call, { emit, ports, signal }: StageContext): Promise<void> {
  if (waits === 0) emit({ type: 'progress', id: asset, phase: 'waiting for money held back' });
  await ports.clock.sleep(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** waits), signal);
}

async function settle(id: string, call: Call, context: StageContext): Promise<CallEnd> {
  for (let waits = 0; ; waits += 1) {
    context.signal.throwIfAborted();
    const claim = await claimCall(id, call, context);
    if (claim.outcome === 'waiting') return { state: 'waiting' };
    const { call: known } = claim;
    if (claim.outcome === 'claimed') return submit(known, call, context);
    if (known.state === 'done') return recall(known, context);
    if (known.state === 'failed') return { state: 'spent' };
    if (known.state === 'submitted') return collect(known, call, context);
    if (known.state === 'unknown' || isAbandoned(known, call, context)) return settleUnknown(known, call, context);
    if (waits === 0) context.emit({ type: 'progress', id: call.asset, phase: 'waiting for another process' });
    await context.ports.clock.sleep(WAIT_FOR_OTHER_MS, context.signal);
  }
}

/** A claim without a ticket whose process is gone: it may or may not have been sent. */
function isAbandoned(known: CallRow, call: Call, context: StageContext): boolean {
  if (known.owner === context.owner) return false;
  // This process holds the output's lock, so an earlier owner within the same run has died.
  if (known.run === call.run) return true;
  return context.ports.clock.now() - known.claimedAt > CLAIM_PATIENCE_MS;
}

async function recall(known: CallRow, context: StageContext): Promise<CallEnd> {
  const result = known.result as CallResult;
  const kept = await Promise.all(result.images.map((image) => context.ports.blobs.has(image.blob)));
  return kept.every(Boolean) ? { state: 'done', ...result } : { state: 'spent' };
}

function isRetryable(error: unknown): boolean {
  return error instanceof LimnerError && error.retryable;
}
