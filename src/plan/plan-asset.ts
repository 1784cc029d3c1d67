import type { AssetSpec } from '../pack/pack.ts';
import { isCutOut } from '../prompt/write-prompt.ts';
import type { PassedOver } from '../report/manifest.ts';
import type { NoOffer, PlanInput } from './make-plan.ts';
import type { PlannedAsset } from './plan.ts';
import { planWith } from './plan-with.ts';
import { type Route, routeAsset } from './route.ts';

interface Place {
  readonly asset: AssetSpec;
  readonly position: number;
}

/** The asset as the first of its route that can make it would make it, corrected by what was found out about that one. */
export function planAsset(place: Place, input: PlanInput): PlannedAsset {
  const { asset } = place;
  const route = routeAsset(input.pack, asset.type, input, (name) => input.offers.has(name));
  const { first, standIns, fallback, isOrdered } = route;
  const cutter = isOrdered ? undefined : betterCutter(asset, route, input);
  if (cutter !== undefined) {
    const passed = [{ from: first, reason: `it cannot remove backgrounds, and ${cutter} can` }];
    const names = unique([cutter, ...fallback]);
    const planned = planWith({ ...place, provider: cutter, alternates: names.slice(1), passed }, input);
    if ('action' in planned) return planned;
  }
  return planAlong([first, ...(lacksType(first, asset, input) ? standIns : []), ...fallback], place, input);
}

/** Who gives a cut-out with true transparency, where the first would have it cut from a key colour. */
function betterCutter(asset: AssetSpec, { first, standIns }: Route, input: PlanInput): string | undefined {
  const cuts = (name: string): boolean | undefined => {
    const offer = input.offers.get(name);
    if (!offer || !('capabilities' in offer) || lacksType(name, asset, input)) return undefined;
    const { alpha, makings } = offer.capabilities;
    return (makings?.[asset.type]?.alpha ?? alpha) !== 'key-colour';
  };
  if (standIns.length === 0 || cuts(first) !== false) return undefined;
  const needsCutting = asset.type === 'parallax' || isCutOut(asset);
  return needsCutting ? standIns.find((name) => cuts(name) === true) : undefined;
}

function lacksType(provider: string, { type }: AssetSpec, { offers }: PlanInput): boolean {
  const offer = offers.get(provider);
  return offer !== undefined && 'capabilities' in offer && offer.capabilities.cannot[type] !== undefined;
}

function planAlong(route: readonly string[], place: Place, input: PlanInput): PlannedAsset {
  const names = unique(route);
  const passed: PassedOver[] = [];
  const refusals: NoOffer[] = [];
  for (const [index, provider] of names.entries()) {
    const planned = planWith({ ...place, provider, alternates: names.slice(index + 1), passed: [...passed] }, input);
    if ('action' in planned) return planned;
    passed.push({ from: provider, reason: planned.reason });
    refusals.push(planned);
  }
  const [first] = refusals;
  const [provider] = names;
  if (!first || provider === undefined) throw new TypeError('A route is never empty.');
  return { ...first, action: 'refuse', ...place, provider, reason: refusals.map(({ reason }) => reason).join('; ') };
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
