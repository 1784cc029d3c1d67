import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { anyRaster, paintRaster } from '../../test/rasters.ts';
import { alphaBounds, hasAlpha, isOpaque, strongestAlpha } from './alpha.ts';
import { createRaster } from './raster.ts';

test('finds the box around what is visible, and leaves fainter pixels out', () => {
  const raster = paintRaster(10, 8, (x, y) => [
    0,
    0,
    0,
    x === 0 ? 7 : (x === 3 && y === 2) || (x === 6 && y === 5) ? 8 : 0,
  ]);
  expect(alphaBounds(raster, 8)).toEqual({ x: 3, y: 2, width: 4, height: 4 });
  expect(alphaBounds(raster, 9)).toBeUndefined();
});

test.prop([anyRaster(), fc.integer({ min: 1, max: 255 })])(
  'bounds hold every visible pixel and no empty border',
  (raster, threshold) => {
    const found = [...Array(raster.width * raster.height).keys()].filter(
      (i) => (raster.rgba[i * 4 + 3] ?? 0) >= threshold,
    );
    const columns = found.map((i) => i % raster.width);
    const rows = found.map((i) => Math.floor(i / raster.width));
    const [x, y] = [Math.min(...columns), Math.min(...rows)];
    const box = { x, y, width: Math.max(...columns) - x + 1, height: Math.max(...rows) - y + 1 };
    expect(alphaBounds(raster, threshold)).toEqual(found.length > 0 ? box : undefined);
  },
);

test('tells opaque pictures from others by their last pixel too', () => {
  const raster = createRaster(5, 5, [1, 2, 3, 255]);
  expect([isOpaque(raster), hasAlpha(raster, 255), hasAlpha(raster, 254), strongestAlpha(raster)]).toEqual([
    true,
    true,
    false,
    255,
  ]);
  raster.rgba[99] = 254;
  expect([isOpaque(raster), hasAlpha(raster, 254)]).toEqual([false, true]);
  expect(strongestAlpha(createRaster(3, 3, [9, 9, 9, 77]))).toBe(77);
});
