import { test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { anyRaster, paintRaster } from '../../test/rasters.ts';
import { isOpaque } from '../raster/alpha.ts';
import { createRaster } from '../raster/raster.ts';
import { flatten } from './flatten.ts';

test('lays a picture on the mean of its opaque pixels', () => {
  const colours = [
    [100, 0, 0, 255],
    [200, 50, 0, 255],
    [0, 0, 255, 0],
    [0, 0, 0, 51],
  ] as const;
  const flat = flatten(paintRaster(4, 1, (x) => colours[x] ?? [0, 0, 0, 0]));
  expect([...flat.rgba]).toEqual([100, 0, 0, 255, 200, 50, 0, 255, 150, 25, 0, 255, 120, 20, 0, 255]);
});

test('lays a picture without opaque pixels on black', () => {
  expect([...flatten(createRaster(1, 1, [255, 100, 0, 51])).rgba]).toEqual([51, 20, 0, 255]);
});

test.prop([anyRaster()])('leaves nothing transparent, and an opaque picture as it is', (raster) => {
  const flat = flatten(raster);
  expect(isOpaque(flat)).toBe(true);
  expect(flatten(flat)).toBe(flat);
});
