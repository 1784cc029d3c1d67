import type { Quote } from '../providers/provider.ts';
import type { MakePlan, Plan } from './plan.ts';

/** What a plan will cost, in US dollars. */
export interface Estimate {
  /** Standby included. */
  readonly usd: number;
  /** Were every job to take as long as it may, on a machine of its own, and every gate to fail. */
  readonly mostUsd: number;
  /** For machines to start, and to wait before they stop: no asset's own. */
  readonly standby: { readonly machines: number; readonly usd: number };
  /** How many assets' prices go by what. */
  readonly basis: { readonly [basis in Basis]?: number };
  /** What the dollars take for granted: whole sentences. */
  readonly assumes: readonly string[];
  /** Absent when there is no cap. */
  readonly budget?: BudgetOutlook;
}

export type Basis = NonNullable<Quote['basis']>;

export interface BudgetOutlook {
  readonly runUsd?: number;
  readonly dayUsd?: number;
  readonly spentTodayUsd: number;
  /** How many of the assets to make the caps are likely to suffice for. */
  readonly affords: number;
}

export function estimatePlan(plan: Plan, spentTodayUsd: number): Estimate {
  const toMake = assetsToMake(plan);
  const standby = standbyOf(toMake);
  const basis: { [basis in Basis]?: number } = {};
  for (const { quote } of toMake) {
    if (quote.usd === 0) continue;
    const by = quote.basis ?? 'assumption';
    basis[by] = (basis[by] ?? 0) + 1;
  }
  const { run: runUsd, day: dayUsd } = plan.pack.budget;
  const caps = { ...(runUsd === undefined ? {} : { runUsd }), ...(dayUsd === undefined ? {} : { dayUsd }) };
  const leftUsd = Math.min(runUsd ?? Infinity, (dayUsd ?? Infinity) - spentTodayUsd);
  return {
    usd: sum(toMake, ({ usd }) => usd) + standby.usd,
    mostUsd: toMake.reduce((total, planned) => total + mostOf(planned.quote) * (1 + moreCandidates(planned)), 0),
    standby,
    basis,
    assumes: [...new Set(toMake.flatMap(({ quote }) => quote.assumes ?? []))],
    ...(leftUsd === Infinity ? {} : { budget: { ...caps, spentTodayUsd, affords: countAffordable(toMake, leftUsd) } }),
  };
}

/** All that at least one picture will be painted of. */
export function assetsToMake({ assets }: Plan): readonly MakePlan[] {
  return assets.flatMap((planned) => (planned.action === 'make' || planned.action === 're-roll' ? [planned] : []));
}

/** How many pictures may be painted of it beside the one that will be, should gates fail. */
export function moreCandidates({ retries, candidates = 0 }: MakePlan): number {
  return retries - candidates;
}

const mostOf = ({ usd, mostUsd }: Quote): number => mostUsd ?? usd;

function sum(assets: readonly MakePlan[], of: (quote: Quote) => number): number {
  return assets.reduce((total, { quote }) => total + of(quote), 0);
}

/** The machines of each provider, no more than it has jobs. */
function standbyOf(assets: readonly MakePlan[]): Estimate['standby'] {
  const jobs = new Map<string, number>();
  let total = { machines: 0, usd: 0 };
  for (const { provider, quote } of assets) {
    for (let call = 0; call < quote.calls; call += 1) {
      const before = jobs.get(provider) ?? 0;
      jobs.set(provider, before + 1);
      const usdEach = standbyOfNext(quote, before);
      if (usdEach > 0) total = { machines: total.machines + 1, usd: total.usd + usdEach };
    }
  }
  return total;
}

/** What one more job of a provider adds: a machine, as long as not all are at work. */
function standbyOfNext({ standby }: Quote, jobs: number): number {
  return standby && jobs < standby.machines ? standby.usdEach : 0;
}

/** Goes through the assets as a run does, which makes those that still fit. */
function countAffordable(assets: readonly MakePlan[], leftUsd: number): number {
  const DUST_USD = 1e-9;
  const jobs = new Map<string, number>();
  let [spent, count] = [0, 0];
  for (const { provider, quote } of assets) {
    if (spent + (quote.leastUsd ?? mostOf(quote)) > leftUsd + DUST_USD && quote.usd > 0) continue;
    const before = jobs.get(provider) ?? 0;
    jobs.set(provider, before + quote.calls);
    for (let call = 0; call < quote.calls; call += 1) spent += standbyOfNext(quote, before + call);
    spent += quote.usd;
    count += 1;
  }
  return count;
}
