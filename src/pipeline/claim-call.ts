import { LimnerError } from '../errors.ts';
import type { ClaimResult } from '../ledger/ledger.ts';
import type { Call } from './call.ts';
import type { StageContext } from './stage.ts';

const DAY_MS = 86_400_000;

/**
 * Claims a call, or finds who has it.
 * @throws LIMNER_BUDGET_EXCEEDED
 */
export async function claimCall(
  id: string,
  call: Call,
  context: StageContext,
): Promise<Exclude<ClaimResult, { outcome: 'over-budget' }>> {
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
    caps: { ...caps, dayStartsAt: Math.floor(now / DAY_MS) * DAY_MS },
  });
  if (result.outcome === 'over-budget') {
    const { cap, capUsd, spentUsd } = result;
    throw new LimnerError(
      'LIMNER_BUDGET_EXCEEDED',
      `This call (about $${call.estimatedUsd.toFixed(4)}) would break the budget of the ${cap}: $${spentUsd.toFixed(4)} of $${capUsd.toFixed(2)} is spent.`,
      { facts: { capUsd, spentUsd, estimatedUsd: call.estimatedUsd } },
    );
  }
  if (result.outcome === 'claimed')
    emit({ type: 'call-start', id: call.asset, call: id, provider: provider.name, usd: call.estimatedUsd });
  return result;
}
