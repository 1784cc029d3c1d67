import type { VariationSheetSpec } from '../pack/pack.ts';
import type { PromptDraft } from './draft.ts';
import { entryWords, readableKey } from './entry-words.ts';
import { NO_SCENERY } from './negatives.ts';
import { draftSheet } from './sheet-draft.ts';

/** One thing in several variants. */
export function draftVariationSheet(asset: VariationSheetSpec): PromptDraft {
  return draftSheet(asset, {
    filled: asset.variants.length,
    listTitle: 'variants in reading order',
    entries: asset.variants.map(({ key }) => entryWords(asset, key) || readableKey(key) || key),
    framing: ['the same form in every cell', 'same size and light', 'each variant clearly different'],
    isCutOut: true,
    negatives: ['identical variants', ...NO_SCENERY],
  });
}
