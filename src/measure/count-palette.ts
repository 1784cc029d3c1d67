import type { Raster } from '../raster/raster.ts';
import { type Lab, difference, toOklab } from './oklab.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

export interface PaletteCounter {
  /** Every picture counts alike, however large it is. */
  add(picture: Raster): void;
  /** The commonest colours that are plainly different, at most so many, the commonest first. */
  palette(most: number): readonly Rgb[];
}

/** Fainter pixels show more of the ground than of their own colour. */
const VISIBLE = 128;
/** 5 bits a channel. */
const GROUPS = 32_768;
/** ΔE in OKLab × 100: nearer ones are shades of one colour. */
const DIFFERENT = 4;
/** Of a large picture a lattice of about so many pixels is enough. */
const ENOUGH = 65_536;

/** Counts the colours that a set of pictures shares. */
export function createPaletteCounter(): PaletteCounter {
  const shares = new Float64Array(GROUPS);
  const colours = new Uint32Array(GROUPS);
  return {
    add({ width, height, rgba }) {
      const step = Math.max(1, Math.floor(Math.sqrt((width * height) / ENOUGH)));
      const counts = new Map<number, number>();
      let visible = 0;
      for (let y = 0; y < height; y += step) {
        for (let x = 0; x < width; x += step) {
          const at = (y * width + x) * 4;
          if ((rgba[at + 3] ?? 0) < VISIBLE) continue;
          const [red, green, blue] = [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0];
          const group = ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);
          counts.set(group, (counts.get(group) ?? 0) + 1);
          if (shares[group] === 0) colours[group] = (red << 16) | (green << 8) | blue;
          visible += 1;
        }
      }
      for (const [group, count] of counts) shares[group] = (shares[group] ?? 0) + count / visible;
    },
    palette(most) {
      const groups = [...shares.keys()].filter((group) => (shares[group] ?? 0) > 0);
      const kept: { readonly rgb: Rgb; readonly lab: Lab }[] = [];
      for (const group of groups.toSorted((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b)) {
        if (kept.length === most) break;
        const colour = colours[group] ?? 0;
        const rgb: Rgb = [colour >> 16, (colour >> 8) & 255, colour & 255];
        const lab = toOklab(...rgb);
        if (kept.every((other) => difference(other.lab, lab) >= DIFFERENT)) kept.push({ rgb, lab });
      }
      return kept.map(({ rgb }) => rgb);
    },
  };
}
