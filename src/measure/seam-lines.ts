import type { Raster } from '../raster/raster.ts';

/** `x`: the left and the right edge join, and a line is a column; `y`: top and bottom, and a line is a row. */
export type Axis = 'x' | 'y';

/** How lines of pixels differ from the next ones, in levels of a channel, alpha counted in. */
export interface Lines {
  /** Stretches of an edge that can be looked at by themselves. */
  readonly parts: number;
  /**
   * Steps by line, the last across the seam: by pixel, on average, and on average between bands of lines. -1 is the whole edge.
   */
  readonly steps: (part: number) => readonly Float64Array[];
  /** The same between bands so wide that joints and cracks come to nothing, of the whole edge. */
  readonly wide: () => Float64Array;
}

const STRETCHES = 8;
/** A stretch has at least so many pixels. */
const SHORTEST = 12;
/** Red, green, blue, each times its opacity, and alpha. */
const CHANNELS = 4;

/** Of a picture whose lines are followed by the next, the last by the first. */
export function readLines(raster: Raster, axis: Axis): Lines {
  const [count, length] = axis === 'x' ? [raster.width, raster.height] : [raster.height, raster.width];
  const parts = Math.max(1, Math.min(STRETCHES, Math.floor(length / SHORTEST)));
  const sums = sumLines(raster, axis, parts);
  const whole = [...Array(parts).keys()];
  const steps = (part: number): readonly Float64Array[] => {
    const chosen = part < 0 ? whole : [part];
    const pixels = countPixels(length, parts, part);
    const sizes = gather(sums.sizes, { count, parts, chosen, channels: 1, pixels });
    const means = gather(sums.colours, { count, parts, chosen, channels: CHANNELS, pixels });
    return [sizes, turns(means, count, 1), turns(means, count, bandOf(count))];
  };
  const wide = (): Float64Array => {
    const means = gather(sums.colours, {
      count,
      parts,
      chosen: whole,
      channels: CHANNELS,
      pixels: countPixels(length, parts, -1),
    });
    return turns(means, count, wideOf(count));
  };
  return { parts, steps, wide };
}

/** So many lines on each side are compared as a band. */
export function bandOf(count: number): number {
  return Math.max(2, Math.min(8, Math.round(count / 24)));
}

/** Of light or hue that turns over the whole picture. */
function wideOf(count: number): number {
  return Math.max(2, Math.round(count / 6));
}

function countPixels(length: number, parts: number, part: number): number {
  let pixels = 0;
  for (let i = 0, every = sampleEvery(length); i < length; i += every)
    if (part < 0 || Math.floor((i * parts) / length) === part) pixels++;
  return pixels;
}

interface Sums {
  /** What pixels differ by in their most different channel, by line and stretch. */
  readonly sizes: Float64Array;
  /** Colours by line, stretch and channel. */
  readonly colours: Float64Array;
}

function sumLines({ width, height, rgba }: Raster, axis: Axis, parts: number): Sums {
  const [count, length] = axis === 'x' ? [width, height] : [height, width];
  const [onLine, toNext] = axis === 'x' ? [width * 4, 4] : [4, width * 4];
  const sizes = new Float64Array(count * parts);
  const colours = new Float64Array(count * parts * CHANNELS);
  for (let i = 0, every = sampleEvery(length); i < length; i += every) {
    const part = Math.floor((i * parts) / length);
    for (let line = 0; line < count; line++) {
      const at = i * onLine + line * toNext;
      const next = line + 1 < count ? at + toNext : i * onLine;
      const slot = line * parts + part;
      const a = rgba[at + 3] ?? 0;
      const b = rgba[next + 3] ?? 0;
      const red = (rgba[at] ?? 0) * a;
      const green = (rgba[at + 1] ?? 0) * a;
      const blue = (rgba[at + 2] ?? 0) * a;
      const steps = Math.max(
        Math.abs((rgba[next] ?? 0) * b - red),
        Math.abs((rgba[next + 1] ?? 0) * b - green),
        Math.abs((rgba[next + 2] ?? 0) * b - blue),
      );
      sizes[slot] = (sizes[slot] ?? 0) + Math.max(Math.abs(b - a), steps / 255);
      colours[slot * CHANNELS] = (colours[slot * CHANNELS] ?? 0) + red / 255;
      colours[slot * CHANNELS + 1] = (colours[slot * CHANNELS + 1] ?? 0) + green / 255;
      colours[slot * CHANNELS + 2] = (colours[slot * CHANNELS + 2] ?? 0) + blue / 255;
      colours[slot * CHANNELS + 3] = (colours[slot * CHANNELS + 3] ?? 0) + a;
    }
  }
  return { sizes, colours };
}

/** Of long lines only every so manieth pixel is looked at. */
export function sampleEvery(length: number): number {
  return Math.max(1, Math.floor(length / 320));
}

interface Choice {
  readonly count: number;
  readonly parts: number;
  readonly chosen: readonly number[];
  readonly channels: number;
  readonly pixels: number;
}

function gather(sums: Float64Array, { count, parts, chosen, channels, pixels }: Choice): Float64Array {
  const means = new Float64Array(count * channels);
  for (let line = 0; line < count; line++)
    for (const part of chosen)
      for (let c = 0; c < channels; c++)
        means[line * channels + c] =
          (means[line * channels + c] ?? 0) + (sums[(line * parts + part) * channels + c] ?? 0) / pixels;
  return means;
}

/** How far the mean colour of a band of lines is from that of the band before it, in the most different channel. */
function turns(means: Float64Array, count: number, band: number): Float64Array {
  const found = new Float64Array(count);
  for (let line = 0; line < count; line++)
    for (let c = 0; c < CHANNELS; c++) {
      let turn = 0;
      for (let i = 0; i < band; i++)
        turn +=
          (means[((line + 1 + i) % count) * CHANNELS + c] ?? 0) -
          (means[((line - i + count) % count) * CHANNELS + c] ?? 0);
      found[line] = Math.max(found[line] ?? 0, Math.abs(turn) / band);
    }
  // Bands near the edge reach over the seam: they say nothing about the inside.
  return found.filter((_, line) => line === count - 1 || (line >= band - 1 && line < count - band));
}
