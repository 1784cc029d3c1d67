import type { AnimationSpec, SpriteSheetSpec } from '../pack/pack.ts';
import type { PromptDraft } from './draft.ts';
import { entryWords, readableKey } from './entry-words.ts';
import { NO_SCENERY } from './negatives.ts';
import { cellCount } from './sheet-arrangement.ts';
import { draftSheet } from './sheet-draft.ts';

/** The frames of one character's animations. */
export function draftSpriteSheet(asset: SpriteSheetSpec): PromptDraft {
  return draftSheet(asset, {
    filled: filledCells(asset),
    listTitle: 'animations in reading order',
    entries: Object.entries(asset.animations).map(([name, animation]) => describeAnimation(asset, name, animation)),
    framing: ['the same character in every cell', 'same size, colours and light', 'small steps of one movement'],
    isCutOut: true,
    negatives: ['different characters', ...NO_SCENERY],
  });
}

function describeAnimation(asset: SpriteSheetSpec, name: string, { frames, loop }: AnimationSpec): string {
  const length = typeof frames === 'number' ? frames : frames.length;
  const cells = typeof frames === 'number' ? '' : ` in cells ${frames.map((cell) => cell + 1).join(' and ')}`;
  const moments = Array.from({ length }, (_, index) => describeMoment(asset, name, index)).filter(
    (words) => words !== '',
  );
  const details = moments.length > 0 ? ` (${moments.join(', ')})` : '';
  return `${readableKey(name) || name} in ${length} ${length === 1 ? 'frame' : 'frames'}${cells}${loop ? ' as a loop' : ''}${details}`;
}

function describeMoment(asset: SpriteSheetSpec, name: string, index: number): string {
  const words = entryWords(asset, `${name}_${index}`);
  return words === '' ? '' : `frame ${index + 1} ${words}`;
}

/** Up to the last cell in use: counts take cells in order, lists name them and may leave gaps. */
function filledCells(asset: SpriteSheetSpec): number {
  let next = 0;
  for (const { frames } of Object.values(asset.animations)) {
    next = typeof frames === 'number' ? next + frames : frames.reduce((end, cell) => Math.max(end, cell + 1), next);
  }
  return next > 0 ? next : cellCount(asset.layout);
}
