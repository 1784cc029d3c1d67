import type { AssetType, Pack } from '../pack/pack.ts';

/** What overrides the pack's own routes, by asset type; `default` covers the types it does not name. */
export type RouteOverrides = { readonly [type in AssetType | 'default']?: string };

export interface RouteOptions {
  /** From the environment: stands in for the pack's `default`. */
  readonly environmentDefault?: string;
  /** From flags: beat environment and pack. */
  readonly flags?: RouteOverrides;
}

/** Where a route ends when nobody says anything: the provider that needs no key. */
export const DEFAULT_PROVIDER = 'painter';

/** The provider names to try for an asset type, in order; never empty, none twice. */
export function routeProviders(pack: Pack, type: AssetType, options: RouteOptions): readonly string[] {
  const { environmentDefault, flags = {} } = options;
  const first =
    flags[type] ??
    flags.default ??
    pack.providers[type] ??
    environmentDefault ??
    pack.providers.default ??
    DEFAULT_PROVIDER;
  return [...new Set([first, ...pack.fallback])];
}
