import type { TileSheetSpec } from '../pack/pack.ts';
import type { PromptDraft } from './draft.ts';
import { entryWords } from './entry-words.ts';
import { cellCount } from './sheet-arrangement.ts';
import { draftSheet } from './sheet-draft.ts';

/** Tiles of one terrain; they fill their cells, so they are opaque. */
export function draftTileSheet(asset: TileSheetSpec): PromptDraft {
  const filled = cellCount(asset.layout);
  return draftSheet(asset, {
    filled,
    listTitle: 'tiles in reading order',
    entries: Array.from({ length: filled }, (_, index) => describeTile(asset, index)).filter((words) => words !== ''),
    framing: ['square game tiles seen straight on', 'each tile fills its cell', 'edges that match their neighbours'],
    isCutOut: false,
    negatives: ['perspective', 'characters', 'gaps between tiles'],
  });
}

function describeTile(asset: TileSheetSpec, index: number): string {
  const words = entryWords(asset, `tile_${index}`);
  return words === '' ? '' : `tile ${index + 1} ${words}`;
}
