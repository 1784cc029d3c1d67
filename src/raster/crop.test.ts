import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { anyRaster } from '../../test/rasters.ts';
import { crop } from './crop.ts';
import { pasteAll } from './paste.ts';
import { createRaster, type Raster } from './raster.ts';

function pixelAt({ width, height, rgba }: Raster, x: number, y: number): number[] {
  if (x < 0 || y < 0 || x >= width || y >= height) return [0, 0, 0, 0];
  return [...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
}

const place = fc.integer({ min: -30, max: 30 });
const side = fc.integer({ min: 1, max: 40 });

test.prop([anyRaster(), place, place, side, side])(
  'is transparent outside and the source inside',
  (source, x, y, width, height) => {
    const cut = crop(source, { x, y, width, height });
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        expect(pixelAt(cut, column, row)).toEqual(pixelAt(source, x + column, y + row));
      }
    }
  },
);

test.prop([anyRaster()])('pieces laid side by side again are the whole', (source) => {
  const columns = [...Array(source.width).keys()];
  const pieces = columns.map((x) => ({ raster: crop(source, { x, y: 0, width: 1, height: source.height }), x, y: 0 }));
  expect(pasteAll(source, pieces)).toEqual(source);
});

test('a later piece replaces an earlier one, also where it is transparent', () => {
  const red = createRaster(2, 1, [255, 0, 0, 255]);
  const pasted = pasteAll({ width: 3, height: 1 }, [
    { raster: red, x: 0, y: 0 },
    { raster: createRaster(1, 1), x: 1, y: 0 },
    { raster: red, x: 2, y: 0 },
  ]);
  expect([...pasted.rgba]).toEqual([255, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 255]);
});
