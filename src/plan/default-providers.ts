import type { AssetType, ProviderName } from '../pack/pack.ts';

/** Which provider makes which asset type. */
export type ProviderConfig = { readonly [type in AssetType]: ProviderName };

/** Who makes what where nobody says anything, as far as they are set up. */
export const DEFAULT_PROVIDERS: ProviderConfig = {
  entity: 'comfyui-premade',
  background: 'comfyui-premade',
  title_hero: 'comfyui-premade',
  parallax: 'scenario',
  sheet: 'comfyui-premade',
};

/** Where nobody says anything and the provider above is not set up: the one that needs no key. */
export const LAST_RESORT = 'painter';

/** By provider: which others do the same work, and may be turned to for what it was found to be unable to do. */
export type StandIns = { readonly [provider in string]?: readonly string[] };

/** An endpoint that one builds has what a ready-made one may lack. */
export const STAND_INS: StandIns = { 'comfyui-premade': ['comfyui-custom'] };
