import type { Raster } from '../raster/raster.ts';
import { type Axis, sampleEvery } from './seam-lines.ts';

/** Lines on either side that make a crossing. */
const REACH = 3;
/** So many inner lines, those with the greatest steps, are held against the edge. */
const CANDIDATES = 12;
/** Correlation of two crossings from which on one is the other again. */
const ALIKE = 0.85;
/** A crossing with less contrast than this, in levels, says nothing. */
const LEAST_CONTRAST = 2;

/**
 * Whether what crosses the joined edge crosses inner lines as well: a joint between bricks or planks that happens to lie on the edge is part of the
 * pattern. Crossings are held against each other along the whole edge, also shifted along it, as bonds of bricks are.
 */
export function seamRecurs(raster: Raster, axis: Axis): boolean {
  const lines = readLevels(raster, axis);
  const count = axis === 'x' ? raster.width : raster.height;
  if (count < 4 * REACH) return false;
  const crossing = (line: number): Float64Array => crossingOf(lines, line, count);
  const seam = crossing(count - 1);
  if (contrastOf(seam) < LEAST_CONTRAST) return false;
  return steepest(lines, count).some((line) => likeness(seam, crossing(line), lines.length) >= ALIKE);
}

interface Levels {
  /** Luma times opacity, a line after the other. */
  readonly values: Float64Array;
  /** Samples of each line. */
  readonly length: number;
}

function readLevels({ width, height, rgba }: Raster, axis: Axis): Levels {
  const [count, across] = axis === 'x' ? [width, height] : [height, width];
  const [onLine, toNext] = axis === 'x' ? [width * 4, 4] : [4, width * 4];
  const every = sampleEvery(across);
  const length = Math.ceil(across / every);
  const values = new Float64Array(count * length);
  for (let i = 0; i < length; i++)
    for (let line = 0; line < count; line++) {
      const at = i * every * onLine + line * toNext;
      const luma = (rgba[at] ?? 0) * 0.299 + (rgba[at + 1] ?? 0) * 0.587 + (rgba[at + 2] ?? 0) * 0.114;
      values[line * length + i] = (luma * (rgba[at + 3] ?? 0)) / 255;
    }
  return { values, length };
}

/** The levels of the lines before and after a step, but for what goes on across it. */
function crossingOf({ values, length }: Levels, line: number, count: number): Float64Array {
  const found = new Float64Array(2 * REACH * length);
  for (let j = 0; j < 2 * REACH; j++) {
    const from = ((line - REACH + 1 + j + count) % count) * length;
    found.set(values.subarray(from, from + length), j * length);
  }
  for (let i = 0; i < length; i++) {
    let sum = 0;
    for (let at = i; at < found.length; at += length) sum += found[at] ?? 0;
    for (let at = i; at < found.length; at += length) found[at] = (found[at] ?? 0) - sum / (2 * REACH);
  }
  return found;
}

function contrastOf(crossing: Float64Array): number {
  return Math.sqrt(crossing.reduce((sum, value) => sum + value * value, 0) / crossing.length);
}

/** The inner lines after which levels change most. */
function steepest({ values, length }: Levels, count: number): readonly number[] {
  const steps = Array.from({ length: count - 2 * REACH }, (_, index) => {
    const line = index + REACH;
    let size = 0;
    for (let i = 0; i < length; i++)
      size += Math.abs((values[(line + 1) * length + i] ?? 0) - (values[line * length + i] ?? 0));
    return { line, size };
  });
  return steps
    .toSorted((a, b) => b.size - a.size)
    .slice(0, CANDIDATES)
    .map(({ line }) => line);
}

/** The best correlation of two crossings over all shifts along the edge. */
function likeness(one: Float64Array, other: Float64Array, length: number): number {
  const norm = contrastOf(one) * contrastOf(other) * one.length;
  if (norm === 0) return 0;
  let best = 0;
  for (let shift = 0; shift < length; shift++) {
    let sum = 0;
    for (let j = 0; j < one.length; j += length)
      for (let i = 0; i < length; i++) sum += (one[j + i] ?? 0) * (other[j + ((i + shift) % length)] ?? 0);
    best = Math.max(best, sum / norm);
  }
  return best;
}
