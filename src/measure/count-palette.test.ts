import { expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import { createPaletteCounter } from './count-palette.ts';

test('the palette of a set is its commonest colours, and shades of one count as one', () => {
  const counter = createPaletteCounter();
  counter.add(paintRaster(40, 10, (x) => (x < 30 ? [200, 40, 40, 255] : [40, 40, 200, 255])));
  counter.add(paintRaster(8, 8, (x) => (x < 4 ? [203, 41, 40, 255] : [9, 9, 9, 0])));
  expect(counter.palette(8)).toEqual([
    [200, 40, 40],
    [40, 40, 200],
  ]);
  expect(counter.palette(1)).toHaveLength(1);
});

test('a large picture counts no more than a small one', () => {
  const counter = createPaletteCounter();
  counter.add(paintRaster(300, 300, () => [10, 200, 10, 255]));
  counter.add(paintRaster(4, 4, () => [200, 10, 10, 255]));
  counter.add(paintRaster(4, 4, () => [200, 10, 10, 255]));
  expect(counter.palette(1)).toEqual([[200, 10, 10]]);
});

test('nothing visible has no palette', () => {
  const counter = createPaletteCounter();
  counter.add(paintRaster(4, 4, () => [200, 10, 10, 0]));
  expect(counter.palette(4)).toEqual([]);
});
