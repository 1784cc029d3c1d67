import type { Raster } from '../raster/raster.ts';
import { type Lab, toOklab } from './oklab.ts';

/** Colours that are alike to 8 levels a channel, as one. */
export interface ColourGroup {
  readonly lab: Lab;
  readonly count: number;
}

/** Fainter pixels show more of the ground than of their own colour. */
const VISIBLE = 128;
/** Beyond so many pixels, a lattice of them is enough. */
const ENOUGH = 262_144;

/** The colours of the visible pixels, with how many have each. */
export function countColours({ width, height, rgba }: Raster): readonly ColourGroup[] {
  const counts = new Uint32Array(32_768);
  const firsts = new Uint32Array(32_768);
  const used: number[] = [];
  const step = latticeStep(width, height);
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      const at = (y * width + x) * 4;
      if ((rgba[at + 3] ?? 0) < VISIBLE) continue;
      const [red, green, blue] = [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0];
      const group = ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);
      const count = counts[group] ?? 0;
      if (count === 0) {
        used.push(group);
        firsts[group] = (red << 16) | (green << 8) | blue;
      }
      counts[group] = count + 1;
    }
  }
  return used.map((group) => {
    const first = firsts[group] ?? 0;
    return { lab: toOklab(first >> 16, (first >> 8) & 255, first & 255), count: counts[group] ?? 0 };
  });
}

/** Every how many pixels both ways are looked at. */
export function latticeStep(width: number, height: number): number {
  return Math.max(1, Math.ceil(Math.sqrt((width * height) / ENOUGH)));
}
