import type { Bases } from './bases.ts';
import { background } from './damage/background.ts';
import { blank } from './damage/blank.ts';
import { cells } from './damage/cells.ts';
import { cut } from './damage/cut.ts';
import { drift } from './damage/drift.ts';
import { halo } from './damage/halo.ts';
import type { Spoil } from './damage/kind.ts';
import { palette } from './damage/palette.ts';
import { removal } from './damage/removal.ts';
import { seam } from './damage/seam.ts';
import { several } from './damage/several.ts';
import { size } from './damage/size.ts';
import { spill } from './damage/spill.ts';
import { text } from './damage/text.ts';
import { throwDice } from './dice.ts';
import type { Sample } from './sample.ts';

/** Each kind of damage with how many of 200 pictures have it. */
export const KINDS: readonly (readonly [group: string, spoil: Spoil, count: number])[] = [
  ['blank', blank, 16],
  ['wrong size', size, 6],
  ['background left', background, 18],
  ['subject removed', removal, 12],
  ['cut off', cut, 20],
  ['several subjects', several, 14],
  ['halo', halo, 26],
  ['palette', palette, 8],
  ['seam', seam, 22],
  ['empty cells', cells, 10],
  ['spill', spill, 18],
  ['text', text, 14],
  ['frame drift', drift, 16],
];

/** 200 damaged pictures. */
export function damaged(seed: number, bases: Bases): readonly Sample[] {
  return KINDS.flatMap(([group, spoil, count]) =>
    Array.from({ length: count }, (_, i) => ({ ...spoil(throwDice(seed, group, i), bases), group })),
  );
}
