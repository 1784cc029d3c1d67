import { crop } from '../raster/crop.ts';
import type { Raster } from '../raster/raster.ts';
import type { Axis } from './seam-lines.ts';

/** Of what a seam shows, how much another line may leave unexplained. */
const UNEXPLAINED = 0.4;
/** Nearer to the seam a line is no witness: it may be the other side of what lies on the seam. In shares of all lines. */
const NEAR = 1 / 8;

/** Whether a line inside divides the picture just as the seam does, or in the opposite way: a joint, the side of a square. */
export function hasTwin(raster: Raster, axis: Axis): boolean {
  const count = axis === 'x' ? raster.width : raster.height;
  const seam = stepsAt(raster, axis, count - 1);
  const whole = sizeOf(seam);
  const near = Math.max(2, Math.ceil(count * NEAR));
  for (let line = near; line < count - near; line++) {
    const steps = stepsAt(raster, axis, line);
    const left = Math.min(apart(seam, steps, 1), apart(seam, steps, -1));
    if (left < UNEXPLAINED * whole) return true;
  }
  return false;
}

const CHANNELS = 4;

/** Pixels along the line that are taken together: grain is no part of what a line shows. */
const GROUP = 4;

/** What groups of pixels of a line and the next differ by: red, green and blue, each times its opacity, and alpha. */
function stepsAt({ width, height, rgba }: Raster, axis: Axis, line: number): Float64Array {
  const [count, length, along, next] = axis === 'x' ? [width, height, width, 1] : [height, width, 1, width];
  const steps = new Float64Array(Math.ceil(length / GROUP) * CHANNELS);
  for (let i = 0; i < length; i++) {
    const [one, other] = [(i * along + line * next) * 4, (i * along + ((line + 1) % count) * next) * 4];
    const [a, b] = [rgba[one + 3] ?? 0, rgba[other + 3] ?? 0];
    const to = Math.floor(i / GROUP) * CHANNELS;
    for (let c = 0; c < 3; c++)
      steps[to + c] = (steps[to + c] ?? 0) + ((rgba[other + c] ?? 0) * b - (rgba[one + c] ?? 0) * a) / 255;
    steps[to + 3] = (steps[to + 3] ?? 0) + b - a;
  }
  return steps;
}

function sizeOf(steps: Float64Array): number {
  return steps.reduce((sum, step) => sum + Math.abs(step), 0);
}

function apart(one: Float64Array, other: Float64Array, sign: 1 | -1): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += Math.abs((one[i] ?? 0) - sign * (other[i] ?? 0));
  return sum;
}

/** The most that a line at an edge takes, in shares of all lines. */
const THICKEST = 1 / 8;

/**
 * The picture without the lines at its edges that part them from the rest: mortar and bevels that lie on the seam. Empty where
 * nothing is parted, or where what is has colours that are nowhere else.
 */
export function withoutRims(raster: Raster, axis: Axis): readonly Raster[] {
  const count = axis === 'x' ? raster.width : raster.height;
  const most = Math.floor(count * THICKEST);
  const sizes = (from: number): readonly number[] =>
    Array.from({ length: most }, (_, i) => sizeOf(stepsAt(raster, axis, from + i)));
  if (most === 0) return [];
  const [before, after] = [sizes(0), sizes(count - 1 - most)];
  const first = 1 + before.indexOf(Math.max(...before));
  const last = most - after.indexOf(Math.max(...after));
  const choices: readonly (readonly [number, number])[] = [
    [first, 0],
    [0, last],
    [first, last],
  ];
  return choices.flatMap(([start, end]) => {
    const isOwn = (line: number): boolean => line >= start && line < count - end;
    return isOfItsColours(raster, axis, isOwn) ? [cut(raster, axis, start, count - start - end)] : [];
  });
}

function cut(raster: Raster, axis: Axis, start: number, length: number): Raster {
  const { width, height } = raster;
  return crop(
    raster,
    axis === 'x' ? { x: start, y: 0, width: length, height } : { x: 0, y: start, width, height: length },
  );
}

/** Of the pixels that are left out, how many must have a colour that the others have. */
const MOST = 0.8;
/** How common a colour is, as a share of the others. */
const COMMON = 0.004;

function isOfItsColours({ width, height, rgba }: Raster, axis: Axis, isOwn: (line: number) => boolean): boolean {
  const counts = new Uint32Array(BINS ** 3);
  const left: number[] = [];
  let kept = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const bin = binOf(rgba, (y * width + x) * 4);
      if (!isOwn(axis === 'x' ? x : y)) left.push(bin);
      else {
        counts[bin] = (counts[bin] ?? 0) + 1;
        kept++;
      }
    }
  const known = left.filter((bin) => around(counts, bin) >= COMMON * kept);
  return known.length >= MOST * left.length;
}

const BINS = 12;

function binOf(rgba: Uint8Array, at: number): number {
  const level = (c: number): number => Math.floor(((rgba[at + c] ?? 0) * BINS) / 256);
  return (level(0) * BINS + level(1)) * BINS + level(2);
}

/** What lies in a colour's bin and the bins beside it. */
function around(counts: Uint32Array, bin: number): number {
  const [red, green, blue] = [Math.floor(bin / BINS ** 2), Math.floor(bin / BINS) % BINS, bin % BINS];
  let sum = 0;
  for (let r = Math.max(0, red - 1); r <= Math.min(BINS - 1, red + 1); r++)
    for (let g = Math.max(0, green - 1); g <= Math.min(BINS - 1, green + 1); g++)
      for (let b = Math.max(0, blue - 1); b <= Math.min(BINS - 1, blue + 1); b++)
        sum += counts[(r * BINS + g) * BINS + b] ?? 0;
  return sum;
}
