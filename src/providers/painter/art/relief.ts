import type { Stencil } from './stencil.ts';

/** How steep a puffed-up stencil is, on a coarse grid. */
export interface Relief {
  /** Stencil pixels per coarse point. */
  readonly step: number;
  readonly width: number;
  readonly height: number;
  /** Towards the light: -127 turned away … 127 turned to it. */
  readonly slopes: Int16Array;
  /** Across the light: 127 turned to the lower left. */
  readonly sides: Int16Array;
}

/** Coarse points along the shorter side; enough for soft forms, few enough to be fast. */
const DETAIL = 40;

/** Treats the blurred stencil as a height map and compares each point with its neighbours along the light. */
export function reliefOf(stencil: Stencil): Relief {
  const shorter = Math.min(stencil.width, stencil.height);
  const step = Math.max(1, Math.floor(shorter / DETAIL));
  const width = Math.ceil(stencil.width / step);
  const height = Math.ceil(stencil.height / step);
  const radius = Math.max(1, Math.round((shorter / step) * 0.2));
  const pad = radius + 1;
  const padded = { width: width + 2 * pad, height: height + 2 * pad };
  let field = shrink(stencil, step, pad, padded);
  for (let pass = 0; pass < 2; pass++) field = blurDown(blurAcross(field, padded, radius), padded, radius);
  const reach = Math.max(1, Math.round(radius * 0.7));
  const [slopes, sides] = [new Int16Array(width * height), new Int16Array(width * height)];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y + pad) * padded.width + x + pad;
      const steepness = (way: number): number => {
        const slope = ((field[at + way] ?? 0) - (field[at - way] ?? 0)) * 1.15;
        return Math.max(-127, Math.min(127, Math.round(slope)));
      };
      slopes[y * width + x] = steepness(reach * padded.width + reach);
      sides[y * width + x] = steepness(reach - reach * padded.width);
    }
  return { step, width, height, slopes, sides };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Takes the middle pixel of each coarse cell. */
function shrink(stencil: Stencil, step: number, pad: number, size: Size): Int32Array {
  const field = new Int32Array(size.width * size.height);
  const half = step >> 1;
  for (let y = 0; y * step < stencil.height; y++)
    for (let x = 0; x * step < stencil.width; x++) {
      const sourceY = Math.min(stencil.height - 1, y * step + half);
      const sourceX = Math.min(stencil.width - 1, x * step + half);
      field[(y + pad) * size.width + x + pad] = stencil.coverage[sourceY * stencil.width + sourceX] ?? 0;
    }
  return field;
}

function blurAcross(field: Int32Array, size: Size, radius: number): Int32Array {
  return blurLines(field, { lines: size.height, length: size.width, lineStep: size.width, step: 1 }, radius);
}

function blurDown(field: Int32Array, size: Size, radius: number): Int32Array {
  return blurLines(field, { lines: size.width, length: size.height, lineStep: 1, step: size.width }, radius);
}

interface Walk {
  readonly lines: number;
  readonly length: number;
  readonly lineStep: number;
  readonly step: number;
}

/** A running mean over `2 * radius + 1` values, zero outside. */
function blurLines(field: Int32Array, walk: Walk, radius: number): Int32Array {
  const blurred = new Int32Array(field.length);
  const window = 2 * radius + 1;
  for (let line = 0; line < walk.lines; line++) {
    const start = line * walk.lineStep;
    let sum = 0;
    for (let i = 0; i < Math.min(radius, walk.length); i++) sum += field[start + i * walk.step] ?? 0;
    for (let i = 0; i < walk.length; i++) {
      if (i + radius < walk.length) sum += field[start + (i + radius) * walk.step] ?? 0;
      if (i > radius) sum -= field[start + (i - radius - 1) * walk.step] ?? 0;
      blurred[start + i * walk.step] = Math.floor(sum / window);
    }
  }
  return blurred;
}
