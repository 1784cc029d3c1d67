import { LimnerError } from '../errors.ts';
import { hashJson } from '../hash.ts';
import type { CallRow } from '../ledger/ledger.ts';
import { callTotals } from './call-totals.ts';
import type { Call, CallEnd } from './call.ts';
import { collect } from './collect-call.ts';
import type { PaintedBlob, PaintedSection } from './record.ts';
import type { StageContext } from './stage.ts';
import { settleUnknown, submit } from './submit-call.ts';

/** Another process gets this long to submit what it has claimed; then its claim has an unknown fate. */
const CLAIM_PATIENCE_MS = 120_000;
const WAIT_FOR_OTHER_MS = 100;
const MAX_GENERATIONS = 100;

/**
 * Gets the pictures of one job, spending at most once for them: an earlier call's result serves again, a call under way is
 * collected, a call of unknown fate is asked after and never blindly repeated.
 * @throws LIMNER_BUDGET_EXCEEDED, LIMNER_CALL_UNKNOWN, LIMNER_CALL_FAILED or the provider's own error
 */
export async function paidCall(call: Call, context: StageContext): Promise<PaintedSection> {
  const key = hashJson({ provider: context.provider.name, version: call.version, job: call.job });
  let failures = 0;
  for (let generation = 0; generation < MAX_GENERATIONS; generation += 1) {
    const end = await settle(`${key}-${generation}`, call, context);
    if (end.state === 'done') {
      const { images, warnings = [] } = end;
      return { images, warnings, ...(await callTotals(call.run, call.asset, context.ports)) };
    }
    if (end.state === 'spent') continue;
    failures += 1;
    if (!isRetryable(end.error) || failures >= context.attempts) throw end.error;
    await context.step.sleep(`retry-${generation}`, 1000 * 2 ** failures);
  }
  throw new LimnerError('LIMNER_CALL_FAILED', `The same picture was asked for ${MAX_GENERATIONS} times in vain.`);
}

async function settle(id: string, call: Call, context: StageContext): Promise<CallEnd> {
  for (;;) {
    context.signal.throwIfAborted();
    const claim = await claimCall(id, call, context);
    if (claim === 'claimed') return submit(id, call, context);
    const known = claim;
    if (known.state === 'done') return recall(known, context);
    if (known.state === 'failed' || known.state === 'refused') return { state: 'spent' };
    if (known.state === 'submitted') return collect(known, call, context);
    if (known.state === 'unknown' || isAbandoned(known, call, context)) return settleUnknown(known, call, context);
    await context.ports.clock.sleep(WAIT_FOR_OTHER_MS, context.signal);
  }
}

async function claimCall(id: string, call: Call, context: StageContext): Promise<'claimed' | CallRow> {
  const { ports, provider, emit, owner, caps } = context;
  const now = ports.clock.now();
  const result = await ports.ledger.calls.claim({
    id,
    run: call.run,
    asset: call.asset,
    provider: provider.name,
    owner,
    estimatedUsd: call.estimatedUsd,
    claimedAt: now,
    caps: { ...caps, dayStartsAt: startOfDay(now) },
  });
  if (result.outcome === 'exists') return result.call;
  if (result.outcome === 'over-budget') {
    const { cap, capUsd, spentUsd } = result;
    throw new LimnerError(
      'LIMNER_BUDGET_EXCEEDED',
      `This call (about $${call.estimatedUsd.toFixed(4)}) would break the budget of the ${cap}: $${spentUsd.toFixed(4)} of $${capUsd.toFixed(2)} is spent.`,
      { facts: { capUsd, spentUsd, estimatedUsd: call.estimatedUsd } },
    );
  }
  emit({ type: 'call-start', id: call.asset, call: id, provider: provider.name, usd: call.estimatedUsd });
  return 'claimed';
}

/** A claim without a ticket whose process is gone: it may or may not have been sent. */
function isAbandoned(known: CallRow, call: Call, context: StageContext): boolean {
  if (known.owner === context.owner) return false;
  // This process holds the output's lock, so an earlier owner within the same run has died.
  if (known.run === call.run) return true;
  return context.ports.clock.now() - known.claimedAt > CLAIM_PATIENCE_MS;
}

async function recall(known: CallRow, context: StageContext): Promise<CallEnd> {
  const images = known.result as readonly PaintedBlob[];
  const kept = await Promise.all(images.map((image) => context.ports.blobs.has(image.blob)));
  return kept.every(Boolean) ? { state: 'done', images } : { state: 'spent' };
}

function isRetryable(error: unknown): boolean {
  return error instanceof LimnerError && error.retryable;
}

function startOfDay(now: number): number {
  const DAY_MS = 86_400_000;
  return Math.floor(now / DAY_MS) * DAY_MS;
}
