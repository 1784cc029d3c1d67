import { expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import type { Raster, Rgba } from '../raster/raster.ts';
import type { Plane } from './find-parts.ts';
import { findLeftGround, visibleBorder } from './left-ground.ts';
import { studyPicture } from './study.ts';

const found = (ground: (x: number, y: number) => Rgba): string | undefined => {
  const raster = paintRaster(80, 80, (x, y) => {
    if (Math.hypot(x - 40, y - 40) < 20) return [200, 60, 40, 255];
    return x > 4 && y > 4 && x < 75 && y < 75 ? ground(x, y) : [0, 0, 0, 0];
  });
  return findLeftGround(raster, opacityOf(raster));
};

const opacityOf = (raster: Raster): Plane =>
  studyPicture({ raster, alpha: 'cut-out', isPixelArt: false, loop: 'none' }).opacity();

test('a half-transparent rectangle is a veil', () => expect(found(() => [240, 240, 240, 70])).toBe('veil'));
test('a plain rectangle is a plate', () => expect(found(() => [240, 240, 240, 255])).toBe('plate'));
test('a painted checkerboard is one, too', () =>
  expect(found((x, y) => (((x >> 3) + (y >> 3)) % 2 ? [204, 204, 204, 255] : [255, 255, 255, 255]))).toBe('plate'));
test('a scene is one', () =>
  expect(found((x, y) => [150 + ((x * y) % 60), 150 + ((x + y) % 40), 120, 255])).toBe('plate'));
test('a plate is one although its subject fills it nearly', () => {
  const raster = paintRaster(64, 64, (x, y) => {
    if (Math.hypot(x - 32, y - 32) < 26) return [120, 60, 60, 255];
    return x > 3 && y > 3 && x < 60 && y < 60 ? [110, 170, 215, 255] : [0, 0, 0, 0];
  });
  expect(findLeftGround(raster, opacityOf(raster))).toBe('plate');
});
test.each<[string, number]>([
  ['hard', 255],
  ['half-transparent', 120],
])('a crate with its own line around is none, and its outermost pixels may be %s', (_, rim) => {
  const crate = found((x, y) => {
    const depth = Math.min(x - 5, y - 5, 74 - x, 74 - y);
    if (depth < 4) return [80, 52, 30, depth === 0 ? rim : 255];
    return [170 + ((x * 7) % 20), 120 + ((y * 5) % 20), 66, 255];
  });
  expect(crate).toBeUndefined();
});
test('a subject that stands free is none', () => expect(found(() => [0, 0, 0, 0])).toBeUndefined());

test('the visible share of the border is told', () => {
  const raster = paintRaster(10, 10, (x) => [9, 9, 9, x < 5 ? 255 : 0]);
  expect(visibleBorder(opacityOf(raster))).toBeCloseTo(0.5, 1);
});
