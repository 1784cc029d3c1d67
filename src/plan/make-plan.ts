import type { ErrorCode } from '../errors.ts';
import { hashJson } from '../hash.ts';
import type { AssetSpec } from '../pack/pack.ts';
import type { Capabilities, ImageJob, ProviderFamily, Quote } from '../providers/provider.ts';
import { type JobSources, buildJob, effectiveStyle } from './build-job.ts';
import type { AssetRequest, MakePlan, Plan, PlannedAsset, RefusePlan } from './plan.ts';
import { type RouteOptions, routeProviders } from './route.ts';

/** Raised whenever limner itself would make other bytes of the same request. */
export const RECIPE = 3;

/** What a provider was found to be able to do; a provider without an offer is not set up. */
export interface Offer {
  readonly family: ProviderFamily;
  readonly capabilities: Capabilities;
  quote(job: ImageJob): Quote;
}

/** Why a provider that is set up makes no offer. */
export interface NoOffer {
  readonly code: ErrorCode;
  /** Without a full stop. */
  readonly reason: string;
  /** What to do about it, where it is better known than the catalogue's sentence. */
  readonly next?: string;
}

export interface PlanInput extends JobSources, RouteOptions {
  readonly offers: ReadonlyMap<string, Offer | NoOffer>;
  /** Ids of the assets to look at; absent: all. */
  readonly only?: ReadonlySet<string>;
}

/** Decides for every asset who makes it and what is asked, or why it cannot be made. Pure; knows nothing of caches. */
export function makePlan(input: PlanInput): Plan {
  const { pack, only } = input;
  const chosen = pack.assets
    .map((asset, position) => ({ asset, position }))
    .filter(({ asset }) => !only || only.has(asset.id));
  const assets = chosen.map(({ asset, position }) => planAsset(asset, position, input));
  const concurrency = new Map(
    [...input.offers].flatMap(([name, offer]) =>
      'capabilities' in offer ? [[name, offer.capabilities.concurrency] as const] : [],
    ),
  );
  return { pack, assets, concurrency };
}

/** The jobs that a provider would be given, were all that is routed to it made there. */
export function* candidateJobs(
  provider: string,
  capabilities: Capabilities,
  input: Omit<PlanInput, 'offers'>,
): Iterable<ImageJob> {
  for (const asset of input.pack.assets) {
    if (input.only && !input.only.has(asset.id)) continue;
    if (capabilities.cannot[asset.type] !== undefined) continue;
    if (!routeProviders(input.pack, asset.type, input).includes(provider)) continue;
    yield buildJob(asset, input, { ...capabilities, ...capabilities.makings?.[asset.type] });
  }
}

function planAsset(asset: AssetSpec, position: number, input: PlanInput): PlannedAsset {
  const refusals: RefusePlan[] = [];
  for (const provider of routeProviders(input.pack, asset.type, input)) {
    const offer = takeOffer(asset, provider, input.offers);
    const planned = plan(offer, { asset, position, provider }, input, refusals[0]);
    if ('action' in planned) return planned;
    refusals.push({ action: 'refuse', position, asset, provider, ...planned });
  }
  const [first] = refusals;
  if (!first) throw new TypeError('A route is never empty.');
  return { ...first, reason: refusals.map(({ reason }) => reason).join('; ') };
}

/** The asset as planned, or why this provider cannot make it after all. */
function plan(
  offer: Offer | NoOffer,
  place: { readonly asset: AssetSpec; readonly position: number; readonly provider: string },
  input: PlanInput,
  passedOver: RefusePlan | undefined,
): MakePlan | NoOffer {
  if (!('capabilities' in offer)) return offer;
  const planned = plannedMake({ ...place, offer }, input, passedOver);
  return planned.quote.refusal ?? planned;
}

function takeOffer(asset: AssetSpec, provider: string, offers: PlanInput['offers']): Offer | NoOffer {
  const offer = offers.get(provider);
  if (!offer) return { reason: `the provider ${provider} is not set up`, code: 'LIMNER_PROVIDER_UNAVAILABLE' };
  if (!('capabilities' in offer)) return offer;
  const cannot = offer.capabilities.cannot[asset.type];
  if (cannot === undefined) return offer;
  return { reason: `${provider} cannot make it: ${cannot}`, code: 'LIMNER_CAPABILITY_MISSING' };
}

function plannedMake(
  choice: { readonly asset: AssetSpec; readonly position: number; readonly provider: string; readonly offer: Offer },
  input: PlanInput,
  passedOver: RefusePlan | undefined,
): MakePlan {
  const { asset, position, provider, offer } = choice;
  const making = offer.capabilities.makings?.[asset.type];
  const request = buildRequest(asset, provider, { ...offer.capabilities, ...making }, input);
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
    ...(passedOver ? { fallback: { from: passedOver.provider, reason: passedOver.reason } } : {}),
  };
}

function buildRequest(asset: AssetSpec, provider: string, capabilities: Capabilities, input: PlanInput): AssetRequest {
  const resample = effectiveStyle(asset, input.pack.style) === 'pixel' ? 'nearest' : 'smooth';
  const job = buildJob(asset, input, capabilities);
  return { recipe: RECIPE, provider, version: capabilities.version, asset, job, finish: { resample } };
}
