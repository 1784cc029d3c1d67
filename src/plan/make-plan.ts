import type { ErrorCode } from '../errors.ts';
import type { Capabilities, ImageJob, ProviderFamily, Quote } from '../providers/provider.ts';
import type { JobSources } from './build-job.ts';
import { passedOver } from './fallback.ts';
import type { Plan } from './plan.ts';
import { planAsset } from './plan-asset.ts';
import { planWith } from './plan-with.ts';
import type { RouteOptions } from './route.ts';

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
  /** How often any asset may be painted anew while a gate fails; beats pack and assets. */
  readonly retries?: number;
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
  const concurrency = new Map(
    [...input.offers].flatMap(([name, offer]) =>
      'capabilities' in offer ? [[name, offer.capabilities.concurrency] as const] : [],
    ),
  );
  return {
    pack,
    assets: chosen.map((place) => planAsset(place, input)),
    concurrency,
    warnings: fallbackWarnings(input),
    takeOver: (planned, why) => takeOver(planned, why, input),
  };
}

function takeOver(...[planned, { reason, belowUsd = Infinity }, input]: [...TakeOver, PlanInput]) {
  const passed = [...passedOver(planned.fallback), { from: planned.provider, reason }];
  for (const [index, provider] of planned.alternates.entries()) {
    const { asset, position } = planned;
    const alternates = planned.alternates.slice(index + 1);
    const taken = planWith({ asset, position, provider, alternates, passed }, input);
    if ('action' in taken && taken.quote.usd < belowUsd) return taken;
    passed.push({ from: provider, reason: 'action' in taken ? 'it costs as much' : taken.reason });
  }
  return undefined;
}

type TakeOver = Parameters<Plan['takeOver']>;

/** A net with a hole in it is better known before it is needed. */
function fallbackWarnings({ pack, offers }: PlanInput): readonly string[] {
  return [...new Set(pack.fallback)].flatMap((name) => {
    const offer = offers.get(name);
    if (!offer) return [`The fallback ${name} is not set up, so it cannot take over.`];
    return 'capabilities' in offer ? [] : [`The fallback ${name} cannot take over: ${offer.reason}.`];
  });
}
