import { describe, expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import type { Rgba } from '../raster/raster.ts';
import { measureSeam } from './seam.ts';

type Look = (x: number, y: number) => Rgba;
const SIDE = 64;
const MORTAR: Rgba = [60, 55, 70, 255];
const ratio = (look: Look, loop: 'x' | 'xy' = 'xy'): number =>
  measureSeam(paintRaster(SIDE, SIDE, look), loop)?.ratio ?? 0;

/** Of the colour of bricks, each row a little different, with grain. */
const brick = (x: number, y: number): Rgba => [
  150 + 9 * (y >> 5) + ((x * 7 + y * 13) % 5),
  80 + ((x * 3 + y) % 7),
  60,
  255,
];

describe('no seam are', () => {
  test.each<[string, Look]>([
    ['mortar on two edges of a single tile', (x, y) => (x < 4 || y < 4 ? MORTAR : brick(x, y))],
    ['mortar of one row of bricks', (x, y) => (y < 3 || x % 32 < 3 ? MORTAR : brick(x, y))],
    ['squares of a board', (x, y) => (x < 32 === y < 32 ? [220, 200, 170, 255] : [70, 90, 60, 255])],
    [
      'bevels around a plate',
      (x, y) => {
        const [start, end] = [Math.min(x, y), SIDE - 1 - Math.max(x, y)];
        if (Math.min(start, end) >= 3) return [140, 150 + (x % 3), 160, 255];
        return start <= end ? [200, 210, 220, 255] : [80, 84, 96, 255];
      },
    ],
  ])('%s', (_, look) => expect(ratio(look)).toBeLessThanOrEqual(1.2));
});

describe('a seam is', () => {
  test('a line of a strange colour on one edge', () => {
    expect(ratio((x, y) => (x < 2 ? [10, 10, 10, 255] : brick(x, y)))).toBeGreaterThan(3);
  });

  test('mortar on the edge of what is no tile', () => {
    expect(ratio((x, y) => (x < 3 || y < 3 ? MORTAR : brick(x, y)), 'x')).toBeGreaterThan(3);
  });

  test('a change of light behind mortar', () => {
    const look: Look = (x, y) => {
      const [red, green, blue] = x < 3 || y < 3 ? MORTAR : brick(x, y);
      return [red * (1 - x / 128), green * (1 - x / 128), blue * (1 - x / 128), 255];
    };
    expect(ratio(look)).toBeGreaterThan(1.3);
  });
});
