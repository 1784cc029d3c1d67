import { ERROR_CATALOGUE } from '../errors.ts';
import type { AssetType, SheetKind } from '../pack/pack.ts';
import type { Making } from '../providers/provider.ts';
import type { Fallback } from '../report/manifest.ts';
import { type BudgetOutlook, type Estimate, assetsToMake, estimatePlan, moreCandidates } from './estimate.ts';
import { passedOver } from './fallback.ts';
import type { MakePlan, Plan, PlannedAsset } from './plan.ts';

/** `plan --json`: what a run would do, for machines. */
export interface PlanReport {
  readonly pack: string;
  readonly toMake: number;
  /** Made before with a failed gate, and to be painted anew. */
  readonly toReRoll: number;
  readonly cached: number;
  readonly refused: number;
  /** Requests to providers, polls not counted. */
  readonly calls: number;
  /** Expected, standby included. */
  readonly usd: number;
  readonly mostUsd: number;
  /** Pictures that may be painted beside these, should gates fail: in `mostUsd`, not in `usd`. */
  readonly retries: number;
  readonly standby: Estimate['standby'];
  readonly basis: Estimate['basis'];
  readonly assumes: Estimate['assumes'];
  readonly budget?: BudgetOutlook;
  /** Work to be waited for, all assets one after the other. */
  readonly seconds: number;
  /** Who is tried, in order, for what its provider fails to make during the run. */
  readonly fallback: readonly string[];
  /** Whole sentences. */
  readonly warnings: readonly string[];
  readonly assets: readonly PlanReportAsset[];
}

export interface PlanReportAsset {
  readonly id: string;
  readonly type: AssetType;
  readonly kind?: SheetKind;
  readonly action: PlannedAsset['action'];
  readonly provider: string;
  readonly seed?: number;
  readonly prompt: string;
  readonly negativePrompt?: string;
  readonly usd?: number;
  /** Where that is more than `usd`. */
  readonly mostUsd?: number;
  /** See `PlanReport`; absent where there are none. */
  readonly retries?: number;
  readonly calls?: number;
  readonly seconds?: number;
  /** Where a provider has several ways: the model family, its workflow, and the licence of its weights. */
  readonly profile?: string;
  readonly workflow?: string;
  readonly licence?: string;
  /** Why it is refused, or how its route was corrected: `from → to: why`. */
  readonly reason?: string;
  readonly fallback?: Fallback;
  /** Of what is refused: what to do about it. */
  readonly next?: string;
}

/** `spentTodayUsd`: by the ledger, for the cap of the day. */
export function describePlan(plan: Plan, spentTodayUsd = 0): PlanReport {
  const { budget, ...estimate } = estimatePlan(plan, spentTodayUsd);
  const toMake = assetsToMake(plan);
  const sum = (key: 'calls' | 'seconds'): number => toMake.reduce((total, asset) => total + asset.quote[key], 0);
  const count = (action: PlannedAsset['action']): number =>
    plan.assets.filter((asset) => asset.action === action).length;
  return {
    pack: plan.pack.pack,
    toMake: count('make'),
    toReRoll: count('re-roll'),
    cached: count('cached'),
    refused: count('refuse'),
    calls: sum('calls'),
    usd: round(estimate.usd),
    mostUsd: round(Math.max(estimate.usd, estimate.mostUsd)),
    retries: toMake.reduce((total, planned) => total + moreCandidates(planned), 0),
    standby: { ...estimate.standby, usd: round(estimate.standby.usd) },
    basis: estimate.basis,
    assumes: estimate.assumes,
    ...(budget ? { budget } : {}),
    seconds: round(sum('seconds')),
    fallback: [...new Set(toMake.flatMap(({ alternates }) => alternates))],
    warnings: plan.warnings,
    assets: plan.assets.map(describeAsset),
  };
}

function describeAsset(planned: PlannedAsset): PlanReportAsset {
  const { asset, action, provider } = planned;
  const head = {
    id: asset.id,
    type: asset.type,
    ...(asset.type === 'sheet' ? { kind: asset.kind } : {}),
    action,
    provider,
  };
  if (planned.action === 'refuse') {
    const { reason, code, next = ERROR_CATALOGUE[code].next } = planned;
    return { ...head, prompt: '', reason, next };
  }
  const { seed, prompt, negativePrompt } = planned.request.job;
  const { fallback, making } = planned;
  const corrected = fallback ? { reason: routeWords(fallback, provider), fallback } : {};
  return {
    ...head,
    seed,
    prompt,
    negativePrompt,
    ...priceOf(planned),
    ...madeWith(making),
    ...corrected,
  };
}

/** Each step of the way to the provider, with its reason. */
function routeWords(fallback: Fallback, provider: string): string {
  const passed = passedOver(fallback);
  return passed
    .map(({ from, reason }, index) => `${from} → ${passed[index + 1]?.from ?? provider}: ${reason}`)
    .join('; ');
}

type Price = Pick<PlanReportAsset, 'usd' | 'mostUsd' | 'retries' | 'calls' | 'seconds'>;

function priceOf(planned: MakePlan): Price {
  if (planned.action === 'cached') return { usd: 0 };
  const { usd, calls, seconds, mostUsd: mostEach = usd } = planned.quote;
  const retries = moreCandidates(planned);
  const mostUsd = mostEach * (1 + retries);
  return {
    usd: round(usd),
    ...(mostUsd > usd ? { mostUsd: round(mostUsd) } : {}),
    ...(retries > 0 ? { retries } : {}),
    calls,
    seconds: round(seconds),
  };
}

function madeWith(making: Making | undefined): Pick<PlanReportAsset, 'profile' | 'workflow' | 'licence'> {
  if (!making) return {};
  const { profile, workflow, licence } = making;
  return { profile, workflow, ...(licence === undefined ? {} : { licence }) };
}

/** Sums of decimals without their binary dust. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
