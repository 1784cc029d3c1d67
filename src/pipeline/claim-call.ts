import { LimnerError } from '../errors.ts';
import type { ClaimResult } from '../ledger/ledger.ts';
import type { Call } from './call.ts';
import type { StageContext } from './stage.ts';

const DAY_MS = 86_400_000;
type Claimed = Exclude<ClaimResult, { outcome: 'over-budget' }>;
type OverBudget = Extract<ClaimResult, { outcome: 'over-budget' }>;

/**
 * Claims a call, or finds who has it. The most that it can cost is held back; where a budget has less left than that, it makes do with what
 * there is, down to `leastUsd`. `waiting`: not before calls under way have ended, which mostly end for less than is held back for them.
 * @throws LIMNER_BUDGET_EXCEEDED when nothing under way could make room for it
 */
export async function claimCall(
  id: string,
  call: Call,
  context: StageContext,
): Promise<Claimed | { readonly outcome: 'waiting' }> {
  const most = call.mostUsd ?? call.estimatedUsd;
  const least = call.leastUsd ?? most;
  let holdUsd = most;
  for (;;) {
    const result = await claim(id, holdUsd, call, context);
    if (result.outcome === 'claimed')
      context.emit({
        type: 'call-start',
        id: call.asset,
        call: id,
        provider: context.provider.name,
        usd: call.estimatedUsd,
      });
    if (result.outcome !== 'over-budget') return result;
    const leftUsd = result.capUsd - result.spentUsd;
    if (result.pendingUsd > 0 && leftUsd + result.pendingUsd > least) return { outcome: 'waiting' };
    if (leftUsd < least || leftUsd >= holdUsd) throw overBudget(least, result);
    holdUsd = leftUsd;
  }
}

function claim(
  id: string,
  holdUsd: number,
  call: Call,
  { ports, provider, owner, caps, callDeadlineMs }: StageContext,
): Promise<ClaimResult> {
  const now = ports.clock.now();
  // Nobody follows a call beyond its deadline: what is held back for it comes free in the next run at the earliest.
  const pendingSince = now - callDeadlineMs;
  return ports.ledger.calls.claim({
    id,
    run: call.run,
    asset: call.asset,
    provider: provider.name,
    owner,
    estimatedUsd: holdUsd,
    claimedAt: now,
    job: call.job,
    caps: { ...caps, dayStartsAt: startOfDay(now), pendingSince },
  });
}

/** Days begin at midnight UTC, for all processes alike. */
export function startOfDay(now: number): number {
  return Math.floor(now / DAY_MS) * DAY_MS;
}

function overBudget(leastUsd: number, { cap, capUsd, spentUsd }: OverBudget): LimnerError {
  const which = cap === 'run' ? 'of the run' : 'of today';
  const message = `This call may cost $${leastUsd.toFixed(4)}, and of the budget ${which}, $${capUsd.toFixed(2)}, $${spentUsd.toFixed(4)} is taken.`;
  return new LimnerError('LIMNER_BUDGET_EXCEEDED', message, { facts: { cap, capUsd, spentUsd, leastUsd } });
}
