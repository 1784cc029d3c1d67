import type { Kit, Part } from '../figure.ts';
import * as aura from './aura.ts';
import * as skin from './skin.ts';
import * as worn from './worn.ts';

/** What an adjective adds to a figure, in a box of 0..100. */
export interface Layers {
  readonly behind?: readonly Part[];
  /** On the body, below the face and all else that lies on it. */
  readonly skin?: readonly Part[];
  readonly before?: readonly Part[];
  /** In the box of a hat: its lower quarter is on the head. */
  readonly head?: readonly Part[];
}

/** Whatever these files export is an effect of that name. */
export const EFFECTS = { ...aura, ...skin, ...worn } as const satisfies Readonly<Record<string, (kit: Kit) => Layers>>;

export type EffectName = keyof typeof EFFECTS;
