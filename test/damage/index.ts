import { banding } from './banding.ts';
import { fadeToFlat, fadeToTransparent } from './blank.ts';
import { blur } from './blur.ts';
import { crop } from './crop.ts';
import type { Damage } from './damage.ts';
import { leftRing, stainedEdge } from './halo.ts';
import { hole } from './hole.ts';
import { noise } from './noise.ts';
import { shift } from './shift.ts';
import { foreignColour, turnedHue } from './wrong-palette.ts';

export type { Damage } from './damage.ts';

/** Everything that we know to spoil, by name. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  'white stain': stainedEdge([255, 255, 255]),
  'black stain': stainedEdge([0, 0, 0]),
  'green stain': stainedEdge([0, 255, 0]),
  'white ring': leftRing([255, 255, 255]),
  'grey ring': leftRing([150, 150, 150]),
  'magenta ring': leftRing([255, 0, 255]),
  blur,
  crop,
  shift,
  noise,
  banding,
  hole,
  'fade to flat': fadeToFlat,
  'fade to transparent': fadeToTransparent,
  'turned hue': turnedHue,
  'foreign colour': foreignColour([255, 0, 200]),
};
