import { describe, expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import type { Raster } from '../raster/raster.ts';
import { softFringe } from './soft-fringe.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** A ball that is opaque within 36 pixels, and fades away behind that. */
function ball(fade: number, fringe: (x: number, y: number) => Colour): Raster {
  return paintRaster(128, 128, (x, y) => {
    const depth = 36 - Math.hypot(x - 64, y - 64);
    const colour = depth >= 0 ? ([200 - x, 60 + (y >> 1), 60] as const) : fringe(x, y);
    return [...colour, Math.round(255 * Math.max(0, Math.min(1, 1 + depth / fade)))];
  });
}

describe('a soft fringe goes all around', () => {
  test.each<[string, Colour]>([
    ['white', [250, 250, 246]],
    ['green', [0, 240, 20]],
    ['black', [14, 14, 18]],
  ])('%s', (_, colour) => expect(softFringe(ball(5, () => colour))).toBeGreaterThan(0.8));
});

describe('no soft fringe is there', () => {
  test.each<[string, Raster]>([
    ['where the edge fades in its own colours', ball(5, (x, y) => [200 - x, 60 + (y >> 1), 60])],
    ['where it is hard', ball(1, () => [250, 250, 246])],
    ['where light has many colours', ball(5, (x, y) => [x * 2, y * 2, 240])],
    ['where only one side is lit', ball(5, (x, y) => (x > 80 ? [250, 250, 246] : [200 - x, 60 + (y >> 1), 60]))],
    ['where nothing is', paintRaster(20, 20, () => [0, 0, 0, 0])],
  ])('%s', (_, raster) => expect(softFringe(raster)).toBeLessThan(0.6));
});
