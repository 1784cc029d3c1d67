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
    if (leftUsd < least || leftUsd >= holdUsd) {
      // What the rest of its own chain needs is no money that others have taken.
      const { restUsd = 0 } = call;
      throw overBudget(least + restUsd, { ...result, spentUsd: result.spentUsd - restUsd });
    }
    holdUsd = leftUsd;
  }
}

/** As the ledger decides, with what is promised to this asset's other calls and to other assets taken off the budgets. */
function claim(id: string, holdUsd: number, call: Call, context: StageContext): Promise<ClaimResult> {
  const { promises, caps } = context;
  return promises.inTurn(async () => {
    const needUsd = call.leastUsd ?? call.mostUsd ?? call.estimatedUsd;
    const wholeUsd = promises.to(call.asset) ?? call.wholeUsd ?? needUsd;
    const restUsd = call.restUsd ?? Math.max(0, wholeUsd - needUsd);
    const promisedUsd = promises.toOthers(call.asset) + restUsd;
    const less = (cap: number | undefined) => (cap === undefined ? undefined : Math.max(0, cap - promisedUsd));
    const result = await askLedger(
      id,
      holdUsd,
      call,
      { runUsd: less(caps.runUsd), dayUsd: less(caps.dayUsd) },
      context,
    );
    if (result.outcome !== 'over-budget') promises.keep(call.asset, restUsd);
    else return { ...result, ...wholeCap(result, caps) };
    return result;
  });
}

/** The cap as the user knows it; what is promised counts as taken. */
function wholeCap(
  { cap, capUsd, spentUsd }: OverBudget,
  { runUsd = capUsd, dayUsd = capUsd }: StageContext['caps'],
): Pick<OverBudget, 'capUsd' | 'spentUsd'> {
  const realUsd = cap === 'run' ? runUsd : dayUsd;
  return { capUsd: realUsd, spentUsd: spentUsd + realUsd - capUsd };
}

function askLedger(
  id: string,
  holdUsd: number,
  call: Call,
  { runUsd, dayUsd }: { readonly runUsd: number | undefined; readonly dayUsd: number | undefined },
  { ports, provider, owner, callDeadlineMs }: StageContext,
): Promise<ClaimResult> {
  const now = ports.clock.now();
  const caps = {
    ...(runUsd === undefined ? {} : { runUsd }),
    ...(dayUsd === undefined ? {} : { dayUsd }),
  };
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
  const message = `It takes up to $${leastUsd.toFixed(4)} more, and of the budget ${which}, $${capUsd.toFixed(2)}, $${spentUsd.toFixed(4)} is taken.`;
  return new LimnerError('LIMNER_BUDGET_EXCEEDED', message, { facts: { cap, capUsd, spentUsd, leastUsd } });
}
