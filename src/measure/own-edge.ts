import type { Raster } from '../raster/raster.ts';

/** A straight stretch of a thing's edge, and the pixels behind it. */
export interface Stretch {
  readonly length: number;
  /** A place in the raster: so far along the stretch, and so far behind it. */
  readonly placeOf: (along: number, depth: number) => number;
  /** How far behind it an edge is looked for. */
  readonly deep: number;
}

/** Of black to white: less is no line. */
const PLAIN = 0.06;
/** How many times as far from what lies behind as from itself along the stretch. */
const UNLIKE = 2.5;
/** Of the stretch: so much changes at one depth, and so little a step before. */
const MOST = 0.7;
const FEW = 0.2;
/** How far a step reaches: two pixels, and in large pictures a share of the stretch. */
const STEP = 2;
const STEP_SHARE = 0.02;

/**
 * Whether a thing ends there rather than being cut: by a line, a bevel or a frame of about one colour that lies along
 * it and ends at one depth. Where a picture was cut, it goes on as it is.
 */
export function hasOwnEdge(raster: Raster, { length, placeOf, deep }: Stretch): boolean {
  const changes = changesBehind(raster.rgba, { length, placeOf, deep });
  const step = Math.round(Math.max(STEP, STEP_SHARE * length));
  return changes.some((share, depth) => share >= MOST && (changes[Math.max(0, depth - step)] ?? 0) <= FEW);
}

/** For each depth, of how much of the stretch the colour differs from that at its edge; at none for depth 0. */
function changesBehind(rgba: Uint8Array, { length, placeOf, deep }: Stretch): readonly number[] {
  const rim = Array.from({ length }, (_, along) => colourAt(rgba, placeOf(along, 0)));
  const mean = [0, 1, 2].map((c) => rim.reduce((sum, colour) => sum + (colour[c] ?? 0), 0) / length);
  const unrest = rim.reduce((sum, colour) => sum + apart(colour, mean), 0) / length;
  const least = Math.max(PLAIN, UNLIKE * unrest);
  const most = Math.min(deep, (length >> 1) - 1);
  return Array.from({ length: Math.max(0, most + 1) }, (_, depth) => {
    // At the ends the neighbouring edges reach in.
    const middle = rim.slice(depth, length - depth);
    const isOther = (colour: readonly number[], i: number): boolean =>
      apart(colour, colourAt(rgba, placeOf(depth + i, depth))) >= least;
    return middle.filter(isOther).length / middle.length;
  });
}

function colourAt(rgba: Uint8Array, place: number): readonly number[] {
  return [rgba[place * 4] ?? 0, rgba[place * 4 + 1] ?? 0, rgba[place * 4 + 2] ?? 0];
}

/** 0..1, from black to white. */
function apart([red = 0, green = 0, blue = 0]: readonly number[], other: readonly number[]): number {
  return Math.hypot(red - (other[0] ?? 0), green - (other[1] ?? 0), blue - (other[2] ?? 0)) / BLACK_TO_WHITE;
}

const BLACK_TO_WHITE = 255 * Math.sqrt(3);
