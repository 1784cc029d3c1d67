import { expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import type { Rgba } from '../raster/raster.ts';
import { findLeftGround, visibleBorder } from './left-ground.ts';
import { studyPicture } from './study.ts';

const found = (ground: (x: number, y: number) => Rgba): string | undefined => {
  const raster = paintRaster(80, 80, (x, y) => {
    if (Math.hypot(x - 40, y - 40) < 20) return [200, 60, 40, 255];
    return x > 4 && y > 4 && x < 75 && y < 75 ? ground(x, y) : [0, 0, 0, 0];
  });
  return findLeftGround(raster, studyPicture({ raster, alpha: 'cut-out', isPixelArt: false, loop: 'none' }).opacity());
};

test('a half-transparent rectangle is a veil', () => expect(found(() => [240, 240, 240, 70])).toBe('veil'));
test('a plain rectangle is a plate', () => expect(found(() => [240, 240, 240, 255])).toBe('plate'));
test('a painted checkerboard is one, too', () =>
  expect(found((x, y) => (((x >> 3) + (y >> 3)) % 2 ? [204, 204, 204, 255] : [255, 255, 255, 255]))).toBe('plate'));
test('a subject that stands free is none', () => expect(found(() => [0, 0, 0, 0])).toBeUndefined());

test('the visible share of the border is told', () => {
  const raster = paintRaster(10, 10, (x) => [9, 9, 9, x < 5 ? 255 : 0]);
  const { opacity } = studyPicture({ raster, alpha: 'cut-out', isPixelArt: false, loop: 'none' });
  expect(visibleBorder(opacity())).toBeCloseTo(0.5, 1);
});
