import { throwDice } from '../dice.ts';
import type { Layer } from '../draw.ts';
import { critter, knight, flame, fur, snowman, cat, ghost, tree, leaf, blob } from './living.ts';
import type { Subject } from './strokes.ts';
import { ball, bottle, orb, spear, key, hoop, boots, swordAndGem, coin, crate, ship } from './things.ts';

/** By name, in the order in which a corpus takes them. */
export const SUBJECTS = {
  blob,
  ball,
  critter,
  knight,
  bottle,
  orb,
  flame,
  fur,
  spear,
  key,
  snowman,
  cat,
  leaf,
  hoop,
  boots,
  swordAndGem,
  coin,
  tree,
  crate,
  ghost,
  ship,
} as const satisfies Readonly<Record<string, Subject>>;

export type SubjectName = keyof typeof SUBJECTS;

/** Solid things of one piece, which any damage shows on. */
export const SOLID: readonly [SubjectName, ...SubjectName[]] = [
  'blob',
  'ball',
  'critter',
  'knight',
  'cat',
  'hoop',
  'tree',
  'crate',
  'ship',
  'key',
];

export function sketch(name: SubjectName, seed: number): readonly Layer[] {
  return SUBJECTS[name](throwDice(seed, name));
}
