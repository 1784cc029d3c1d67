import type { Raster } from '../raster/raster.ts';
import { SOLID, findEdge, inwards } from './edge.ts';

/** A few pixels from a place on the edge straight into the subject; all are places in the raster. */
export interface RimWalk {
  /** From outside. */
  readonly rim: readonly number[];
  /** Opaque, beyond the rim; where there is an outline, that. */
  readonly inside: number;
  /** As far again from there, where that is still opaque and nothing that the inside is an outline of. */
  readonly deeper?: number;
}

/** How many pixels a fringe may be wide, with its soft edge; in tiny pictures less, where a thing is no wider. */
const RIM = 4;
const NARROW = 3;
const TINY = 48;
const MOST_WALKS = 1024;

/** Walks from places all around the edge; none where only a few of them lead inside, as from the end of a glow or from thin strokes. */
export function walkRims(raster: Raster): readonly RimWalk[] {
  const edge = findEdge(raster);
  const stride = Math.ceil(edge.length / MOST_WALKS);
  const rim = Math.max(raster.width, raster.height) <= TINY ? NARROW : RIM;
  const walks: RimWalk[] = [];
  for (let i = 0; i < edge.length; i += stride) {
    const walk = walkFrom(raster, edge[i] ?? 0, rim);
    if (walk) walks.push(walk);
  }
  return walks.length * stride < edge.length * FEW ? [] : walks;
}

/** Of the places on the edge. */
const FEW = 0.2;

function walkFrom(raster: Raster, start: number, rim: number): RimWalk | undefined {
  const [stepX, stepY] = inwards(raster, start);
  if (stepX === 0 && stepY === 0) return undefined;
  const { width, height, rgba } = raster;
  const [startX, startY] = [start % width, Math.floor(start / width)];
  const path: number[] = [];
  for (let i = 0; i <= rim * 2; i++) {
    const x = Math.round(startX + i * stepX);
    const y = Math.round(startY + i * stepY);
    if (x < 0 || y < 0 || x >= width || y >= height) break;
    path.push(y * width + x);
  }
  const isSolid = (place: number | undefined): boolean => place !== undefined && (rgba[place * 4 + 3] ?? 0) >= SOLID;
  const inside = path[rim];
  if (inside === undefined || !isSolid(inside) || !isSolid(path[rim + 1])) return undefined;
  const outline = findOutline(raster, path.slice(0, rim), inside);
  if (outline !== undefined) return { rim: path.slice(0, outline), inside: path[outline] ?? inside };
  const deeper = path[rim * 2];
  const walk = { rim: path.slice(0, rim), inside };
  const hasMore = deeper !== undefined && isSolid(deeper) && !isDarker(raster, inside, deeper);
  return hasMore ? { ...walk, deeper } : walk;
}

/** Where on the path an outline is: its darkest opaque pixel, if that is plainly darker than the inside. */
function findOutline(raster: Raster, path: readonly number[], inside: number): number | undefined {
  const { rgba } = raster;
  let darkest: number | undefined;
  let least = Infinity;
  for (const [index, place] of path.entries()) {
    const luma = lumaOf(rgba, place);
    if ((rgba[place * 4 + 3] ?? 0) < SOLID || luma > least || !isDarker(raster, place, inside)) continue;
    least = luma;
    darkest = index;
  }
  return darkest;
}

/** Plainly darker, and no strong colour of its own unless it is very dark. */
function isDarker({ rgba }: Raster, place: number, inside: number): boolean {
  const luma = lumaOf(rgba, place);
  if (luma > lumaOf(rgba, inside) * DARKER) return false;
  return luma < VERY_DARK || spread(rgba, place) <= spread(rgba, inside) + 24;
}

const DARKER = 0.8;

const VERY_DARK = 80;

function lumaOf(rgba: Uint8Array, place: number): number {
  return 0.299 * (rgba[place * 4] ?? 0) + 0.587 * (rgba[place * 4 + 1] ?? 0) + 0.114 * (rgba[place * 4 + 2] ?? 0);
}

/** Between the strongest and the weakest channel. */
function spread(rgba: Uint8Array, place: number): number {
  const [red = 0, green = 0, blue = 0] = [rgba[place * 4], rgba[place * 4 + 1], rgba[place * 4 + 2]];
  return Math.max(red, green, blue) - Math.min(red, green, blue);
}
