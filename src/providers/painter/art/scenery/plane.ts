import type { Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import type { Random } from '../random.ts';
import type { PlaneKind } from '../vocabulary/planes.ts';

/** One plane of a scene; `depth` 0 is the farthest, 1 the nearest. */
export interface Plane {
  readonly kind: PlaneKind;
  readonly depth: number;
  readonly salt: number;
}

/** What a plane is painted with. */
export interface Brush extends Plane {
  /** The plane's colour in the air. */
  readonly land: Rgb;
  /** y of its mean ground. */
  readonly ground: number;
  readonly random: Random;
}

/** Land's colours from its skyline to its foot. */
export const deeper = (colour: Rgb): readonly [Rgb, Rgb] => [colour, mix(colour, [20, 16, 40], 0.22)];
