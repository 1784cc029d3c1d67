import { describe, expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import type { Raster } from '../raster/raster.ts';
import { ringAroundLine } from './ring-around-line.ts';

type Colour = readonly [red: number, green: number, blue: number];
const DARK: Colour = [28, 26, 30];
const RED: Colour = [200, 70, 60];

/** A disc of bands from outside, each so wide, around red. */
function disc(...bands: readonly (readonly [width: number, colour: Colour])[]): Raster {
  return paintRaster(96, 96, (x, y) => {
    let depth = 42 - Math.hypot(x - 48, y - 48);
    if (depth < 0) return [0, 0, 0, 0];
    for (const [width, colour] of bands) {
      if (depth < width) return [...colour, 255];
      depth -= width;
    }
    return [...RED, 255];
  });
}

describe('a ring lies around a line', () => {
  test.each<[string, Colour]>([
    ['white', [250, 250, 246]],
    ['green', [0, 240, 20]],
    ['magenta', [250, 0, 245]],
  ])('%s', (_, colour) => expect(ringAroundLine(disc([5, colour], [3, DARK]))).toBe(1));
});

describe('no ring lies around a line', () => {
  test.each<[string, Raster]>([
    ['where the line is outermost', disc([3, DARK])],
    ['where a white thing has no line', disc([42, [250, 250, 246]])],
    ['where the ring has a colour of its own', disc([5, [220, 170, 60]], [3, DARK])],
    ['where the line is far inside', disc([24, [250, 250, 246]], [3, DARK])],
    ['where nothing is', paintRaster(20, 20, () => [0, 0, 0, 0])],
  ])('%s', (_, raster) => expect(ringAroundLine(raster)).toBe(0));
});
