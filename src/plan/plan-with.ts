import { hashJson } from '../hash.ts';
import type { AssetSpec } from '../pack/pack.ts';
import type { Capabilities } from '../providers/provider.ts';
import type { PassedOver } from '../report/manifest.ts';
import { buildJob, effectiveStyle } from './build-job.ts';
import { fallbackOf } from './fallback.ts';
import type { NoOffer, Offer, PlanInput } from './make-plan.ts';
import type { AssetRequest, MakePlan } from './plan.ts';

/** Raised whenever limner itself would make other bytes of the same request. */
export const RECIPE = 3;

export interface Candidate {
  readonly asset: AssetSpec;
  readonly position: number;
  readonly provider: string;
  readonly alternates: readonly string[];
  /** Those who come before it and could not make it. */
  readonly passed: readonly PassedOver[];
}

/** The asset as this provider would make it, or why it cannot. */
export function planWith(candidate: Candidate, input: PlanInput): MakePlan | NoOffer {
  const { asset, provider } = candidate;
  const offer = input.offers.get(provider);
  if (!offer) return { reason: `the provider ${provider} is not set up`, code: 'LIMNER_PROVIDER_UNAVAILABLE' };
  if (!('capabilities' in offer)) return offer;
  const cannot = offer.capabilities.cannot[asset.type];
  if (cannot !== undefined)
    return { reason: `${provider} cannot make it: ${cannot}`, code: 'LIMNER_CAPABILITY_MISSING' };
  const planned = plannedMake(candidate, offer, input);
  return planned.quote.refusal ?? planned;
}

function plannedMake(candidate: Candidate, offer: Offer, input: PlanInput): MakePlan {
  const { asset, position, provider, alternates, passed } = candidate;
  const making = offer.capabilities.makings?.[asset.type];
  const request = buildRequest(asset, provider, { ...offer.capabilities, ...making }, input);
  const fallback = fallbackOf(passed);
  return {
    action: 'make',
    position,
    asset,
    provider,
    family: offer.family,
    request,
    requestHash: hashJson(request),
    quote: offer.quote(request.job),
    ...(making ? { making } : {}),
    ...(fallback ? { fallback } : {}),
    retries: input.retries ?? asset.retries ?? input.pack.retries ?? 0,
    alternates,
  };
}

function buildRequest(spec: AssetSpec, provider: string, capabilities: Capabilities, input: PlanInput): AssetRequest {
  // How often it may be painted anew decides no picture's bytes.
  const { retries: _retries, ...asset } = spec;
  const resample = effectiveStyle(asset, input.pack.style) === 'pixel' ? 'nearest' : 'smooth';
  const job = buildJob(asset, input, capabilities);
  return { recipe: RECIPE, provider, version: capabilities.version, asset, job, finish: { resample } };
}
