import type { Rgb } from './count-palette.ts';
import { findEdge, inwards, SOLID } from './edge.ts';
import type { Raster } from '../raster/raster.ts';

/** Pixels: over fewer the edge of a thing is soft. */
const LEAST_FADE = 2.5;
/** Percent of black to white: how unlike the inside, and how even all around. */
const UNLIKE = 12;
const EVEN = 2;
/** Of the way from the inside to the colour that is common all around. */
const NEAR = 0.4;
/** Places of the edge; of fewer no share is worth telling. */
const FEWEST = 12;
const MOST_WALKS = 1024;

/**
 * On how much of the edge, 0..1, a wide half-transparent fringe fades away that has one even colour all around, unlike what it surrounds. A
 * drawing's own soft edge has the colours of its inside. Auras have one colour as well; who asked for light has to know.
 */
export function softFringe(raster: Raster): number {
  const edge = findEdge(raster);
  const stride = Math.ceil(edge.length / MOST_WALKS);
  const starts = edge.filter((_, i) => i % stride === 0);
  const walks = starts.flatMap((start) => walkFade(raster, start) ?? []);
  if (walks.length < FEWEST) return 0;
  const common: Rgb = [middle(walks, 0), middle(walks, 1), middle(walks, 2)];
  const unevenness = median(walks.map(({ fringe }) => apart(fringe, common)));
  if (unevenness > EVEN) return 0;
  const foreign = walks.filter(({ fringe, inside, fade }) => {
    const isUnlike = apart(fringe, inside) > UNLIKE && apart(fringe, common) < NEAR * apart(inside, common);
    return isUnlike && fade >= LEAST_FADE;
  });
  return foreign.length / starts.length;
}

interface FadeWalk {
  /** The mean colour of what is clearly half-transparent, each pixel by its opacity. */
  readonly fringe: Rgb;
  /** Of a few pixels some steps behind. */
  readonly inside: Rgb;
  /** Pixels until it is opaque. */
  readonly fade: number;
}

/** Of the picture: wider is a glow. */
const WIDEST = 0.08;
const CLEARLY_SOFT = 200;
/** Opaque pixels that are passed over, since the fringe still mixes with them, and that are looked at. */
const MIXED = 2;
const LOOKED_AT = 3;

function walkFade(raster: Raster, start: number): FadeWalk | undefined {
  const { width, height, rgba } = raster;
  const [stepX, stepY] = inwards(raster, start);
  const most = Math.ceil(WIDEST * Math.max(width, height)) + 4;
  if (stepX === 0 && stepY === 0) return undefined;
  const soft: number[] = [];
  const solid: number[] = [];
  for (let i = 0; solid.length < MIXED + LOOKED_AT; i++) {
    const x = Math.round((start % width) + i * stepX);
    const y = Math.round(Math.floor(start / width) + i * stepY);
    if (x < 0 || y < 0 || x >= width || y >= height || soft.length > most) break;
    const place = y * width + x;
    const isSolid = (rgba[place * 4 + 3] ?? 0) >= SOLID;
    if (!isSolid && (solid.length > 0 || (rgba[place * 4 + 3] ?? 0) === 0)) break;
    (isSolid ? solid : soft).push(place);
  }
  const fringe = meanOf(
    rgba,
    soft.filter((place) => (rgba[place * 4 + 3] ?? 0) <= CLEARLY_SOFT),
  );
  const inside = meanOf(rgba, solid.slice(MIXED));
  return fringe && inside && { fringe, inside, fade: soft.length * Math.hypot(stepX, stepY) };
}

function meanOf(rgba: Uint8Array, places: readonly number[]): Rgb | undefined {
  const sums: [number, number, number] = [0, 0, 0];
  let weight = 0;
  for (const place of places) {
    const alpha = rgba[place * 4 + 3] ?? 0;
    weight += alpha;
    for (const c of [0, 1, 2] as const) sums[c] += alpha * (rgba[place * 4 + c] ?? 0);
  }
  return weight === 0 ? undefined : [sums[0] / weight, sums[1] / weight, sums[2] / weight];
}

function middle(walks: readonly FadeWalk[], channel: 0 | 1 | 2): number {
  return median(walks.map(({ fringe }) => fringe[channel]));
}

function median(values: readonly number[]): number {
  return Float64Array.from(values).sort()[values.length >> 1] ?? 0;
}

/** In percent of the way from black to white. */
function apart(a: Rgb, b: Rgb): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) / BLACK_TO_WHITE;
}

const BLACK_TO_WHITE = (255 * Math.sqrt(3)) / 100;
