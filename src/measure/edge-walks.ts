import type { Raster } from '../raster/raster.ts';
import type { Rgb } from './count-palette.ts';
import { EMPTY, SOLID, findEdge, inwards } from './edge.ts';

/** What lies on the way from a place on the edge straight into the subject. */
export interface EdgeWalk {
  /** The colour of the very first pixel, however faint: where lines are thin, it alone has only theirs. */
  readonly tip: Rgb;
  /** The colour of the outermost, put together from as many half-transparent pixels as make one opaque. */
  readonly rim: Rgb;
  /** The mean colour behind all that a fringe can reach. */
  readonly inside: Rgb;
  /** Over how many pixels it becomes opaque. */
  readonly fade: number;
  /** Over how many opaque pixels it then keeps the first one's colour. */
  readonly line: number;
}

/** A fringe is about so wide, as a share of the picture, and no smaller than half a pixel; beyond it lies the soft step to the subject. */
const WIDTH = 0.012;
const LEAST_WIDTH = 0.5;
const STEP = 1.5;
const MOST_WALKS = 1024;
/** Of the places on the edge. */
const FEW = 0.2;

/** Walks from places all around the edge; none where only a few of them lead inside, as from the end of a glow or from thin strokes. */
export function walkInwards(raster: Raster): readonly EdgeWalk[] {
  const edge = findEdge(raster);
  const stride = Math.ceil(edge.length / MOST_WALKS);
  const reach = STEP + Math.max(LEAST_WIDTH, WIDTH * Math.max(raster.width, raster.height));
  const walks: EdgeWalk[] = [];
  for (let i = 0; i < edge.length; i += stride) {
    const walk = walkFrom(raster, edge[i] ?? 0, reach);
    if (walk) walks.push(walk);
  }
  return walks.length * stride < edge.length * FEW ? [] : walks;
}

/** Depth is counted in opacity, so that a soft edge is as deep as the hard one that it stands for. */
function walkFrom(raster: Raster, start: number, reach: number): EdgeWalk | undefined {
  const { places, step } = pathFrom(raster, start, Math.ceil(reach * MOST_STEPS));
  const [rim, inside] = [new Mean(), new Mean()];
  let [depth, fade, line] = [0, 0, 0];
  for (const place of places) {
    const alpha = raster.rgba[place * 4 + 3] ?? 0;
    const more = (alpha / 255) * step;
    if (depth < 1) rim.add(raster.rgba, place, Math.min(more, 1 - depth));
    depth += more;
    const isBehind = depth >= reach && alpha >= SOLID;
    if (alpha < EMPTY || (inside.weight > 0 && (!isBehind || depth > reach * BEHIND))) break;
    if (isBehind) inside.add(raster.rgba, place, more);
    else if (alpha < SOLID) fade += step;
    if (alpha >= SOLID && isNear(raster.rgba, place, start)) line += step;
  }
  if (inside.weight === 0 || fade > reach + 1) return undefined;
  const [red = 0, green = 0, blue = 0] = raster.rgba.subarray(start * 4, start * 4 + 3);
  return { tip: [red, green, blue], rim: rim.colour(), inside: inside.colour(), fade, line };
}

/** Of the reach: so far the inside is looked at, and no farther than so many steps. */
const BEHIND = 1.5;
const MOST_STEPS = 4;

function isNear(rgba: Uint8Array, place: number, other: number): boolean {
  return [0, 1, 2].every((c) => Math.abs((rgba[place * 4 + c] ?? 0) - (rgba[other * 4 + c] ?? 0)) <= NEAR);
}

/** Levels of a channel. */
const NEAR = 24;

/** Straight in the direction in which opacity grows, one pixel along its longer axis at a time. */
function pathFrom(raster: Raster, start: number, most: number): Path {
  const { width, height } = raster;
  const [stepX, stepY] = inwards(raster, start);
  if (stepX === 0 && stepY === 0) return { places: [], step: 1 };
  const [startX, startY] = [start % width, Math.floor(start / width)];
  const places: number[] = [];
  for (let i = 0; i <= most; i++) {
    const [x, y] = [Math.round(startX + i * stepX), Math.round(startY + i * stepY)];
    if (x < 0 || y < 0 || x >= width || y >= height) break;
    places.push(y * width + x);
  }
  return { places, step: Math.hypot(stepX, stepY) };
}

interface Path {
  readonly places: readonly number[];
  /** Pixels from one to the next. */
  readonly step: number;
}

class Mean {
  weight = 0;
  readonly #sums: [red: number, green: number, blue: number] = [0, 0, 0];

  add(rgba: Uint8Array, place: number, weight: number): void {
    this.weight += weight;
    this.#sums[0] += weight * (rgba[place * 4] ?? 0);
    this.#sums[1] += weight * (rgba[place * 4 + 1] ?? 0);
    this.#sums[2] += weight * (rgba[place * 4 + 2] ?? 0);
  }

  colour(): Rgb {
    const [red, green, blue] = this.#sums;
    return [red / this.weight, green / this.weight, blue / this.weight];
  }
}
