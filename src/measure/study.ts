import { shrink } from './shrink.ts';
import type { Raster } from '../raster/raster.ts';
import { type ColourGroup, countColours } from './count-colours.ts';
import { findParts, type Part, type Plane } from './find-parts.ts';
import { lumaPlane } from './luma.ts';
import type { Measures } from './metric.ts';
import type { MeasuredPicture } from './picture.ts';

/** A picture with what several measures need of it; each is worked out when it is first asked for. */
export interface Study extends MeasuredPicture {
  readonly luma: () => Float32Array;
  readonly opacity: () => Plane;
  /** How many pixels have which alpha. */
  readonly opacities: () => Uint32Array;
  /** Parts of the subject; what touches at a corner hangs together. */
  readonly parts: () => readonly Part[];
  readonly colours: () => readonly ColourGroup[];
  /** At most 512 pixels long and high. */
  readonly small: () => Raster;
}

/** Numbers of one picture; empty where there is nothing to measure. */
export type Measure = (study: Study) => Measures;

/** From here on a pixel belongs to the subject. */
export const SUBJECT_ALPHA = 128;

export function studyPicture(picture: MeasuredPicture): Study {
  const { raster } = picture;
  const opacity = once(() => alphaPlane(raster));
  return {
    ...picture,
    opacity,
    opacities: once(() => countLevels(opacity())),
    luma: once(() => lumaPlane(raster)),
    parts: once(() => findParts(opacity(), { least: SUBJECT_ALPHA / 2, diagonal: true })),
    colours: once(() => countColours(raster)),
    small: once(() => shrink(raster, SMALL)),
  };
}

const SMALL = 512;

function alphaPlane({ width, height, rgba }: Raster): Plane {
  const levels = new Uint8Array(width * height);
  for (let place = 0; place < levels.length; place++) levels[place] = rgba[place * 4 + 3] ?? 0;
  return { width, height, levels };
}

function countLevels({ levels }: Plane): Uint32Array {
  const counts = new Uint32Array(256);
  for (let place = 0; place < levels.length; place++) {
    const level = levels[place] ?? 0;
    counts[level] = (counts[level] ?? 0) + 1;
  }
  return counts;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
