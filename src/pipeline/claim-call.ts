import { LimnerError } from '../errors.ts';
import type { ClaimResult } from '../ledger/ledger.ts';
import type { Call } from './call.ts';
import type { StageContext } from './stage.ts';

const DAY_MS = 86_400_000;
/** How long to wait before looking whether money has come free, at first and at most. */
const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [100, 2000];

type Claimed = Exclude<ClaimResult, { outcome: 'over-budget' }>;
type OverBudget = Extract<ClaimResult, { outcome: 'over-budget' }>;

/**
 * Claims a call, or finds who has it. The most that it can cost is held back; where that is more than a budget has left, it waits for calls
 * under way, which mostly end for less, and then makes do with what there is, down to `leastUsd`.
 * @throws LIMNER_BUDGET_EXCEEDED when nothing under way could make room for it
 */
export async function claimCall(id: string, call: Call, context: StageContext): Promise<Claimed> {
  const { ports, provider, emit, signal } = context;
  const most = call.mostUsd ?? call.estimatedUsd;
  const least = call.leastUsd ?? most;
  let holdUsd = most;
  let waitMs = FIRST_WAIT_MS;
  for (;;) {
    const result = await claim(id, holdUsd, call, context);
    if (result.outcome === 'claimed')
      emit({ type: 'call-start', id: call.asset, call: id, provider: provider.name, usd: call.estimatedUsd });
    if (result.outcome !== 'over-budget') return result;
    const leftUsd = result.capUsd - result.spentUsd;
    const mayComeFree = result.pendingUsd > 0 && leftUsd + result.pendingUsd > least;
    if (mayComeFree) {
      if (waitMs === FIRST_WAIT_MS) emit({ type: 'progress', id: call.asset, phase: 'waiting for money held back' });
      await ports.clock.sleep(waitMs, signal);
      waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
      holdUsd = most;
    } else if (leftUsd >= least && leftUsd < holdUsd) holdUsd = leftUsd;
    else throw overBudget(least, result);
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
