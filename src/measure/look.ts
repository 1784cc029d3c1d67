import type { Raster, Rect } from '../raster/raster.ts';
import { type Lab, toOklab } from './oklab.ts';

/** How a drawing looks, whatever it shows: its colours and its strokes, as a few numbers in plain JSON. */
export interface Look {
  /** Drawn pixels. */
  readonly area: number;
  /** Nine values each, from the least to the greatest: a share of 0, 1/8, 2/8, … of the pixels lies below. OKLab × 100. */
  readonly lightness: readonly number[];
  readonly greenRed: readonly number[];
  readonly blueYellow: readonly number[];
  readonly chroma: readonly number[];
  /** How much darker its rim is than its inside, in shares of full lightness; negative where it is lighter. */
  readonly outline: number;
  /** Plain steps of lightness from pixel to pixel, in shares of all steps inside: how much detail there is. */
  readonly detail: number;
}

const QUANTILES = 8;
/** So many pixels are turned to OKLab, spread evenly. */
const SAMPLES = 128;
/** Levels of lightness that are a plain step. */
const PLAIN = 24;

/** The look of what is inked within the rectangle; undefined where there is nothing. */
export function readLook(raster: Raster, ink: Uint8Array, rect: Rect): Look | undefined {
  const strokes = readStrokes(raster, ink, rect);
  if (strokes.area === 0) return undefined;
  const colours = sampleColours(raster, ink, rect, Math.max(1, Math.floor(strokes.area / SAMPLES)));
  return {
    ...strokes,
    lightness: quantiles(colours.map(([lightness]) => lightness)),
    greenRed: quantiles(colours.map(([, greenRed]) => greenRed)),
    blueYellow: quantiles(colours.map(([, , blueYellow]) => blueYellow)),
    chroma: quantiles(colours.map(([, greenRed, blueYellow]) => Math.hypot(greenRed, blueYellow))),
  };
}

/** The mean distance of two such rows of values: what it takes to turn the one spread of pixels into the other. */
export function distance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? value)), 0) / Math.max(1, a.length);
}

function sampleColours(raster: Raster, ink: Uint8Array, rect: Rect, every: number): readonly Lab[] {
  const colours: Lab[] = [];
  let met = 0;
  for (let y = rect.y; y < rect.y + rect.height; y++)
    for (let i = y * raster.width + rect.x, end = i + rect.width; i < end; i++)
      if (ink[i] !== 0 && met++ % every === 0) {
        const at = i * 4;
        colours.push(toOklab(raster.rgba[at] ?? 0, raster.rgba[at + 1] ?? 0, raster.rgba[at + 2] ?? 0));
      }
  return colours;
}

function quantiles(values: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(values).sort();
  return Array.from({ length: QUANTILES + 1 }, (_, i) => {
    const value = sorted[Math.round((i * (sorted.length - 1)) / QUANTILES)] ?? 0;
    return Math.round(value * 100) / 100;
  });
}

function readStrokes({ width, rgba }: Raster, ink: Uint8Array, rect: Rect): Pick<Look, 'area' | 'outline' | 'detail'> {
  let [area, total, rim, rimTotal, steps, plain] = [0, 0, 0, 0, 0, 0];
  // The row above; -1 is no ink.
  const above = new Int16Array(rect.width).fill(-1);
  for (let y = rect.y; y < rect.y + rect.height; y++) {
    let before = -1;
    for (let x = 0; x < rect.width; x++) {
      const i = y * width + rect.x + x;
      const own = ink[i] === 0 ? -1 : luma(rgba, i);
      const up = above[x] ?? -1;
      above[x] = own;
      const left = before;
      before = own;
      if (own < 0) continue;
      area++;
      total += own;
      const isRim = left < 0 || up < 0 || ink[i + 1] !== 1 || ink[i + width] !== 1 || x + 1 === rect.width;
      if (isRim) {
        rim++;
        rimTotal += own;
      }
      if (left < 0 || up < 0) continue;
      steps += 2;
      if (Math.abs(left - own) > PLAIN) plain++;
      if (Math.abs(up - own) > PLAIN) plain++;
    }
  }
  const inside = area > rim ? (total - rimTotal) / (area - rim) : total / Math.max(1, area);
  return { area, outline: rim > 0 ? (inside - rimTotal / rim) / 255 : 0, detail: steps > 0 ? plain / steps : 0 };
}

function luma(rgba: Uint8Array, pixel: number): number {
  const at = pixel * 4;
  return (77 * (rgba[at] ?? 0) + 151 * (rgba[at + 1] ?? 0) + 28 * (rgba[at + 2] ?? 0)) >> 8;
}
