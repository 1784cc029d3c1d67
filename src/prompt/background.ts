import type { BackgroundSpec } from '../pack/pack.ts';
import { tidyClause } from './clause.ts';
import { LIMITS, type PromptDraft } from './draft.ts';
import { ALWAYS, NO_TEXT } from './negatives.ts';

const TILE_FRAMING: Readonly<Record<BackgroundSpec['tile'], readonly string[]>> = {
  none: ['calm middle for the game to happen in'],
  x: ['left and right edges join seamlessly', 'even light from side to side'],
  xy: ['seamless pattern in every direction', 'even light', 'no focal point'],
};

/** An opaque scene with no one in it. */
export function draftBackground(asset: BackgroundSpec): PromptDraft {
  return {
    subject: tidyClause(asset.description, LIMITS.subject),
    details: [],
    framing: ['game background scene', 'fills the whole picture', ...TILE_FRAMING[asset.tile]],
    isCutOut: false,
    negatives: ['characters', 'user interface', 'frame', ...NO_TEXT, ...ALWAYS],
  };
}
