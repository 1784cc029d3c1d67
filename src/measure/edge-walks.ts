import type { Raster } from '../raster/raster.ts';

/** A few pixels from a place on the edge straight into the subject; all are places in the raster. */
export interface EdgeWalk {
  /** From outside, without those that are an outline. */
  readonly rim: readonly number[];
  /** Opaque, beyond the rim. */
  readonly inside: number;
  /** As far again from there, where that is still opaque. */
  readonly deeper?: number;
}

/** How many pixels a fringe may be wide. */
const RIM = 4;
const EMPTY = 8;
const SOLID = 240;
const MOST_WALKS = 1024;

/** Walks from places all around the edge; none from where the subject is too thin to have an inside. */
export function walkInwards(raster: Raster): readonly EdgeWalk[] {
  const edge = findEdge(raster);
  const stride = Math.ceil(edge.length / MOST_WALKS);
  const walks: EdgeWalk[] = [];
  for (let i = 0; i < edge.length; i += stride) {
    const walk = walkFrom(raster, edge[i] ?? 0);
    if (walk) walks.push(walk);
  }
  return walks;
}

function findEdge({ width, height, rgba }: Raster): readonly number[] {
  const edge: number[] = [];
  const isEmpty = (place: number): boolean => (rgba[place * 4 + 3] ?? 0) < EMPTY;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const place = y * width + x;
      if (isEmpty(place)) continue;
      if (isEmpty(place - 1) || isEmpty(place + 1) || isEmpty(place - width) || isEmpty(place + width))
        edge.push(place);
    }
  }
  return edge;
}

function walkFrom(raster: Raster, start: number): EdgeWalk | undefined {
  const [stepX, stepY] = inwards(raster, start);
  if (stepX === 0 && stepY === 0) return undefined;
  const { width, height, rgba } = raster;
  const [startX, startY] = [start % width, Math.floor(start / width)];
  const path: number[] = [];
  for (let i = 0; i <= RIM * 2 + 1; i++) {
    const x = Math.round(startX + i * stepX);
    const y = Math.round(startY + i * stepY);
    if (x < 0 || y < 0 || x >= width || y >= height) break;
    path.push(y * width + x);
  }
  const isSolid = (place: number | undefined): boolean => place !== undefined && (rgba[place * 4 + 3] ?? 0) >= SOLID;
  const reach = isSolid(path[RIM]) ? RIM : RIM + 1;
  const inside = path[reach];
  if (inside === undefined || !isSolid(inside)) return undefined;
  const rim = withoutOutline(raster, path.slice(0, reach), inside);
  const deeper = path[reach + RIM];
  return deeper !== undefined && isSolid(deeper) ? { rim, inside, deeper } : { rim, inside };
}

/** The direction in which opacity grows, one pixel along its longer axis. */
function inwards({ width, height, rgba }: Raster, start: number): readonly [x: number, y: number] {
  const [startX, startY] = [start % width, Math.floor(start / width)];
  let [sumX, sumY] = [0, 0];
  for (let y = Math.max(0, startY - 2); y <= Math.min(height - 1, startY + 2); y++) {
    for (let x = Math.max(0, startX - 2); x <= Math.min(width - 1, startX + 2); x++) {
      const alpha = rgba[(y * width + x) * 4 + 3] ?? 0;
      sumX += (x - startX) * alpha;
      sumY += (y - startY) * alpha;
    }
  }
  const length = Math.max(Math.abs(sumX), Math.abs(sumY));
  return length === 0 ? [0, 0] : [sumX / length, sumY / length];
}

/** An outline is darker than what it holds, and opaque somewhere; its soft pixels have the colour of the opaque ones. */
function withoutOutline({ rgba }: Raster, path: readonly number[], inside: number): readonly number[] {
  const outline = path.filter((place) => (rgba[place * 4 + 3] ?? 0) >= SOLID && isDarker(rgba, place, inside));
  return path.filter((place) => !outline.some((solid) => isAlike(rgba, place, solid)));
}

/** Plainly darker, and not by being a strong colour of its own unless it is very dark. */
function isDarker(rgba: Uint8Array, place: number, inside: number): boolean {
  const luma = lumaOf(rgba, place);
  if (luma > lumaOf(rgba, inside) - 6) return false;
  return luma < VERY_DARK || spread(rgba, place) <= spread(rgba, inside) + 24;
}

const VERY_DARK = 80;

function isAlike(rgba: Uint8Array, one: number, other: number): boolean {
  let gap = 0;
  for (let c = 0; c < 3; c++) gap += Math.abs((rgba[one * 4 + c] ?? 0) - (rgba[other * 4 + c] ?? 0));
  return gap <= 48;
}

function lumaOf(rgba: Uint8Array, place: number): number {
  return 0.299 * (rgba[place * 4] ?? 0) + 0.587 * (rgba[place * 4 + 1] ?? 0) + 0.114 * (rgba[place * 4 + 2] ?? 0);
}

/** Between the strongest and the weakest channel. */
function spread(rgba: Uint8Array, place: number): number {
  const [red = 0, green = 0, blue = 0] = [rgba[place * 4], rgba[place * 4 + 1], rgba[place * 4 + 2]];
  return Math.max(red, green, blue) - Math.min(red, green, blue);
}
