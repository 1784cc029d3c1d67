import type { AssetType, Pack } from '../pack/pack.ts';
import { DEFAULT_PROVIDERS, LAST_RESORT, STAND_INS, type StandIns } from './default-providers.ts';

/** What overrides the pack's own routes, by asset type; `default` covers the types it does not name. */
export type RouteOverrides = { readonly [type in AssetType | 'default']?: string };

export interface RouteOptions {
  /** From the environment: every asset type goes there, whatever the pack says. */
  readonly environment?: string;
  /** From flags: beat environment and pack. */
  readonly flags?: RouteOverrides;
  /** `STAND_INS` unless told. */
  readonly standIns?: StandIns;
}

export interface Route {
  /** Who is to make it. */
  readonly first: string;
  /** Who may make it in its place where it was found to be unable to; without being asked for. */
  readonly standIns: readonly string[];
  /** Who is tried after it, in order. */
  readonly fallback: readonly string[];
  /** A flag names it: what it can do, it does. */
  readonly isOrdered: boolean;
}

/** The providers for an asset type. What was named stands, set up or not; only the defaults ask who is. */
export function routeAsset(
  pack: Pick<Pack, 'providers' | 'fallback'>,
  type: AssetType,
  options: RouteOptions,
  isSetUp: (provider: string) => boolean,
): Route {
  const { environment, flags = {}, standIns = STAND_INS } = options;
  const ordered = orderedBy(flags, type);
  const first = ordered ?? environment ?? pack.providers[type] ?? pack.providers.default ?? usual(type, isSetUp);
  return {
    first,
    standIns: (standIns[first] ?? []).filter(isSetUp),
    fallback: [...new Set(pack.fallback)].filter((name) => name !== first),
    isOrdered: ordered !== undefined,
  };
}

/** The provider that a flag names for the type. */
export function orderedBy(flags: RouteOverrides, type: AssetType): string | undefined {
  return flags[type] ?? flags.default;
}

function usual(type: AssetType, isSetUp: (provider: string) => boolean): string {
  const provider = DEFAULT_PROVIDERS[type];
  return isSetUp(provider) ? provider : LAST_RESORT;
}
