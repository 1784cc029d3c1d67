import { describe, expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import type { Rgba } from '../raster/raster.ts';
import { hasOwnEdge } from './own-edge.ts';

const SIZE = 60;

/** Of the upper side of a picture. */
function upperEdge(paint: (x: number, y: number) => Rgba): boolean {
  const raster = paintRaster(SIZE, SIZE, paint);
  return hasOwnEdge(raster, { length: SIZE, deep: 12, placeOf: (along, depth) => depth * SIZE + along });
}

const wood = (x: number, y: number): Rgba => [160 + ((x * 7 + y * 3) % 20), 110 + ((x * 5 + y) % 16), 60, 255];

describe('a side has an edge of its own', () => {
  test.each<[string, (x: number, y: number) => Rgba]>([
    ['by a dark line', (x, y) => (y < 2 ? [40, 30, 30, 255] : wood(x, y))],
    ['by a bevel that is lit', (x, y) => (y < 3 ? [250, 240, 220, 255] : wood(x, y))],
    ['by a wide frame of two shades', (x, y) => (y < 8 || x < 8 ? [70 + (x < 30 ? 0 : 12), 50, 40, 255] : wood(x, y))],
  ])('%s', (_, paint) => expect(upperEdge(paint)).toBe(true));
});

describe('a side was cut', () => {
  test.each<[string, (x: number, y: number) => Rgba]>([
    ['where one colour goes on', () => [90, 120, 200, 255]],
    ['where a texture goes on', wood],
    ['where a shade goes on', (_, y) => [90 + y, 120 + y, 200, 255]],
    [
      'where a checkerboard goes on',
      (x, y) => (((x >> 2) + (y >> 2)) % 2 ? [204, 204, 204, 255] : [255, 255, 255, 255]),
    ],
    [
      'where what stands behind has another outline',
      (x, y) => (Math.hypot(x - 30, y - 34) < 31 ? wood(x, y) : [9, 9, 9, 255]),
    ],
  ])('%s', (_, paint) => expect(upperEdge(paint)).toBe(false));
});

test('a stretch of a single pixel tells nothing', () => {
  const raster = paintRaster(1, 1, () => [9, 9, 9, 255]);
  expect(hasOwnEdge(raster, { length: 1, deep: 3, placeOf: () => 0 })).toBe(false);
});
