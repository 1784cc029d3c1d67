import { expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import type { Raster } from '../raster/raster.ts';
import { seamRecurs } from './recurs.ts';

/** Bricks of 32 × 16 with joints of 2 pixels, in a running bond that begins `from` pixels into a brick. */
function bricks(from: number, width = 96): Raster {
  return paintRaster(width, 64, (x, y) => {
    const row = Math.floor(y / 16);
    const along = (x + from + (row % 2) * 16) % 32;
    const isJoint = along < 2 || y % 16 < 2;
    return isJoint ? [220, 215, 205, 255] : [150, 60, 45, 255];
  });
}

test('a joint on the edge that is found inside as well is part of the pattern', () => {
  expect(seamRecurs(bricks(0), 'x')).toBe(true);
  expect(seamRecurs(bricks(0), 'y')).toBe(true);
});

test('also where the bond shifts it along the edge, with one brick in a row', () => {
  expect(seamRecurs(bricks(0, 32), 'x')).toBe(true);
});

test('a step that is nowhere inside is not', () => {
  const half = paintRaster(96, 64, (x) => [60 + x, 80, 120, 255]);
  expect(seamRecurs(half, 'x')).toBe(false);
  const lined = bricks(8);
  for (let y = 0; y < 64; y++) lined.rgba.set([10, 10, 10, 255], (y * 96 + 95) * 4);
  expect(seamRecurs(lined, 'x')).toBe(false);
});

test('what is alike all over has nothing that could recur', () => {
  expect(
    seamRecurs(
      paintRaster(64, 64, () => [90, 90, 90, 255]),
      'x',
    ),
  ).toBe(false);
});
