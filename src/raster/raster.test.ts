import { expect, test } from 'vitest';
import { createRaster } from './raster.ts';

test('fills a new picture with one colour', () => {
  expect([...createRaster(2, 1, [1, 2, 3, 4]).rgba]).toEqual([1, 2, 3, 4, 1, 2, 3, 4]);
});
