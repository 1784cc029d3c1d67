import type { Raster } from '../../../raster/raster.ts';
import type { Rgb } from './colour.ts';

/** A picture too small for its figure shows a block of its colour instead of nothing. Other pictures stay as they are. */
export function neverEmpty(raster: Raster, [red, green, blue]: Rgb): Raster {
  const { width, height, rgba } = raster;
  for (let i = 3; i < rgba.length; i += 4) if ((rgba[i] ?? 0) >= 128) return raster;
  const filled = rgba.slice();
  const [left, top] = [Math.floor(width / 5), Math.floor(height / 5)];
  for (let y = top; y < height - top; y += 1) {
    for (let x = left; x < width - left; x += 1) filled.set([red, green, blue, 255], (y * width + x) * 4);
  }
  return { width, height, rgba: filled };
}

/** The same picture with its middle solid pixel in a shade of its own, for cells with no room to differ otherwise. */
export function marked(raster: Raster, number: number): Raster {
  const { rgba } = raster;
  const solid: number[] = [];
  for (let i = 0; i < rgba.length; i += 4) if (rgba[i + 3] === 255) solid.push(i);
  const at = solid[solid.length >> 1];
  if (at === undefined) return raster;
  const changed = rgba.slice();
  const shift = 8 + number * 16;
  changed[at] = ((rgba[at] ?? 0) + shift) & 255;
  changed[at + 1] = ((rgba[at + 1] ?? 0) + (shift >> 4) * 8) & 255;
  changed[at + 2] = ((rgba[at + 2] ?? 0) + (shift >> 8) * 16) & 255;
  return { ...raster, rgba: changed };
}
