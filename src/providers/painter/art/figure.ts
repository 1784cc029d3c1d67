import type { Ramp } from './colour.ts';
import type { Path, Point } from './geometry.ts';
import type { Random } from './random.ts';

/** One piece of a drawing, back to front, in a box of 0..100 whose ground is at y = 96. */
export interface Part {
  readonly path: Path;
  readonly ramp: Ramp;
  /** The main mass: an outline that the user chose takes its place. */
  readonly core?: boolean;
  /** One even tone without outline, for eyes, stripes and shines. */
  readonly plain?: boolean;
  /** 0..1, for shines; 1 when absent. */
  readonly opacity?: number;
  /** Only where something is painted already. */
  readonly inside?: boolean;
  /** Turns with a limb in motion. */
  readonly joint?: { readonly limb: Limb; readonly pivot: Point };
}

export type Limb = 'legA' | 'legB' | 'armA' | 'armB' | 'wingA' | 'wingB' | 'tail';

export type Mood = 'plain' | 'angry' | 'cute' | 'sad' | 'sleepy';

/** The materials and the temper a family draws with. */
export interface Kit {
  readonly main: Ramp;
  readonly accent: Ramp;
  /** The family's own second colour, whatever the words say: for muzzles and beaks. */
  readonly feature: Ramp;
  /** The colour that the words give to what it wears or holds. */
  readonly trim?: Ramp;
  /** The colour that the words give to the eyes. */
  readonly iris?: Ramp;
  readonly ink: Ramp;
  readonly white: Ramp;
  readonly wood: Ramp;
  readonly metal: Ramp;
  readonly gold: Ramp;
  readonly leaf: Ramp;
  readonly glass: Ramp;
  readonly skin: Ramp;
  readonly red: Ramp;
  readonly mood: Mood;
  /** Eyes are shut for this frame. */
  readonly blink: boolean;
  /** Eyes are dots, highlights faint. */
  readonly simple: boolean;
  readonly random: Random;
}

/** Draws one subject family, back to front. */
export type Family = (kit: Kit) => readonly Part[];
