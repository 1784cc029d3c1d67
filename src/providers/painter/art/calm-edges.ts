import { wholePixels } from '../../../raster/pixels.ts';
import type { Raster } from '../../../raster/raster.ts';
import { createRaster } from '../../../raster/raster.ts';

/**
 * The same endless picture, cut where its neighbouring lines differ least: what loops in x (and in y) may begin anywhere,
 * and at its calmest line nothing is cut in two.
 */
export function cutAtCalm(picture: Raster, axes: 'x' | 'xy'): Raster {
  const left = calmest(columnSteps(picture));
  const top = axes === 'xy' ? calmest(rowSteps(picture)) : 0;
  return left === 0 && top === 0 ? picture : startAt(picture, left, top);
}

/** The first line of the smallest step to the line before it. */
function calmest(steps: Float64Array): number {
  let best = 0;
  for (let line = 1; line < steps.length; line++) if ((steps[line] ?? 0) < (steps[best] ?? 0)) best = line;
  return best;
}

/** By column, how much it differs from the one before; the first one from the last. */
function columnSteps(picture: Raster): Float64Array {
  const { width, height, rgba } = picture;
  const pixels = wholePixels(picture);
  const steps = new Float64Array(width);
  // Of many rows, every second tells enough.
  for (let y = 0; y < height; y += height > 240 ? 2 : 1) {
    let before = (y + 1) * width - 1;
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if (pixels[at] !== pixels[before]) steps[x] = (steps[x] ?? 0) + stepBetween(rgba, before * 4, at * 4);
      before = at;
    }
  }
  return steps;
}

function rowSteps({ width, height, rgba }: Raster): Float64Array {
  const steps = new Float64Array(height);
  for (let y = 0; y < height; y++) {
    const before = ((y + height - 1) % height) * width * 4;
    let sum = 0;
    for (let at = 0; at < width * 4; at += 4) sum += stepBetween(rgba, before + at, y * width * 4 + at);
    steps[y] = sum;
  }
  return steps;
}

function stepBetween(rgba: Uint8Array, a: number, b: number): number {
  const channel = (of: number): number => Math.abs((rgba[a + of] ?? 0) - (rgba[b + of] ?? 0));
  return Math.max(channel(0), channel(1), channel(2), channel(3));
}

function startAt({ width, height, rgba }: Raster, left: number, top: number): Raster {
  const turned = createRaster(width, height);
  for (let y = 0; y < height; y++) {
    const row = rgba.subarray(((y + top) % height) * width * 4, (((y + top) % height) + 1) * width * 4);
    turned.rgba.set(row.subarray(left * 4), y * width * 4);
    turned.rgba.set(row.subarray(0, left * 4), ((y + 1) * width - left) * 4);
  }
  return turned;
}
