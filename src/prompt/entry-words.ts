import type { SheetSpec, TileSheetSpec, VariationSheetSpec } from '../pack/pack.ts';
import { joinClauses, tidyClause } from './clause.ts';

const LIMIT = 120;

/**
 * One entry's own words, without those of the sheet: its variant, tile, state or override. Empty when the user gave
 * none. Keys are those of the sheet's metadata: `walk_0`, `tile_3`, a variant's key, a state.
 */
export function entryWords(asset: SheetSpec, key: string): string {
  return tidyClause(joinClauses([kindWords(asset, key), own(asset.entryOverrides, key)]), LIMIT);
}

function kindWords(asset: SheetSpec, key: string): string {
  if (asset.kind === 'tile') return tileWords(asset, key);
  if (asset.kind === 'variation') return variantWords(asset, key);
  if (asset.kind === 'ui_component') return asset.states.some((state) => state === key) ? key : '';
  return '';
}

function variantWords(asset: VariationSheetSpec, key: string): string {
  const variant = asset.variants.find((candidate) => candidate.key === key);
  if (!variant) return '';
  return variant.promptOverride ?? joinClauses([readableKey(key), variant.description ?? '']);
}

function tileWords(asset: TileSheetSpec, key: string): string {
  return own(asset.tileOverrides, key.replace(/^tile_/, ''));
}

/** `dark_red-gem` reads `dark red gem`. */
export function readableKey(key: string): string {
  return tidyClause(key.replace(/[_-]+/g, ' '), LIMIT);
}

function own(words: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? '') : '';
}
