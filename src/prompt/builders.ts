import type { AssetSpec } from '../pack/pack.ts';
import { draftBackground } from './background.ts';
import type { PromptDraft } from './draft.ts';
import { draftEntity } from './entity.ts';
import { draftParallax } from './parallax.ts';
import { draftSpriteSheet } from './sprite-sheet.ts';
import { draftTileSheet } from './tile-sheet.ts';
import { draftTitleHero } from './title-hero.ts';
import { draftUiSheet } from './ui-sheet.ts';
import { draftVariationSheet } from './variation-sheet.ts';

type Subtype = Exclude<AssetSpec['type'], 'sheet'> | Extract<AssetSpec, { type: 'sheet' }>['kind'];
type SpecOf<Name extends Subtype> = Extract<AssetSpec, { type: Name }> | Extract<AssetSpec, { kind: Name }>;

/** One builder for each asset type and each kind of sheet. */
const BUILDERS: { readonly [Name in Subtype]: (asset: SpecOf<Name>) => PromptDraft } = {
  entity: draftEntity,
  background: draftBackground,
  title_hero: draftTitleHero,
  parallax: draftParallax,
  sprite: draftSpriteSheet,
  tile: draftTileSheet,
  variation: draftVariationSheet,
  ui_component: draftUiSheet,
};

export function draftPrompt(asset: AssetSpec): PromptDraft {
  const builder = BUILDERS[asset.type === 'sheet' ? asset.kind : asset.type];
  // The table pairs each builder with its own kind of asset, which the compiler cannot see through the lookup.
  return (builder as (asset: AssetSpec) => PromptDraft)(asset);
}
