import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { anyRaster, paintRaster } from '../../test/rasters.ts';
import type { Raster } from '../raster/raster.ts';
import { bleed } from './bleed.ts';

const dot = paintRaster(9, 9, (x, y) => (x === 4 && y === 4 ? [10, 20, 30, 255] : [99, 99, 99, 0]));

function reds(raster: Raster, y: number): number[] {
  return [...raster.rgba.subarray(y * raster.width * 4, (y + 1) * raster.width * 4)].filter((_, i) => i % 4 === 0);
}

test('spreads a colour as far as the radius in all directions and blackens the rest', () => {
  const spread = bleed(dot, 2);
  expect(reds(spread, 4)).toEqual([0, 0, 10, 10, 10, 10, 10, 0, 0]);
  expect(reds(spread, 2)).toEqual([0, 0, 10, 10, 10, 10, 10, 0, 0]);
  expect(reds(spread, 1)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test('takes the colour of the neighbour with most alpha', () => {
  const faintAndStrong = paintRaster(
    3,
    1,
    (x) =>
      (
        [
          [200, 0, 0, 3],
          [0, 0, 0, 0],
          [50, 0, 0, 255],
        ] as const
      )[x] ?? [0, 0, 0, 0],
  );
  expect(reds(bleed(faintAndStrong, 1), 0)).toEqual([200, 50, 50]);
});

test('spreads across faint pixels instead of spreading their colours', () => {
  const colours = [
    [50, 0, 0, 255],
    [200, 0, 0, 7],
    [0, 0, 0, 0],
  ] as const;
  expect(
    reds(
      bleed(
        paintRaster(3, 1, (x) => colours[x] ?? [0, 0, 0, 0]),
        2,
      ),
      0,
    ),
  ).toEqual([50, 200, 50]);
});

test('gives each side its own nearest colour', () => {
  const pair = paintRaster(8, 1, (x) => (x === 0 ? [10, 0, 0, 255] : x === 7 ? [70, 0, 0, 255] : [0, 0, 0, 0]));
  expect(reds(bleed(pair, 9), 0)).toEqual([10, 10, 10, 10, 70, 70, 70, 70]);
});

test('does not run over the border into the next row', () => {
  const corner = paintRaster(4, 4, (x, y) => (x === 3 && y === 0 ? [80, 0, 0, 255] : [0, 0, 0, 0]));
  expect(reds(bleed(corner, 1), 1)).toEqual([0, 0, 80, 80]);
  expect(reds(bleed(corner, 1), 2)).toEqual([0, 0, 0, 0]);
});

test.prop([anyRaster(), fc.nat(6)])(
  'changes no visible pixel, no alpha, and not what it was given',
  (raster, radius) => {
    const before = raster.rgba.slice();
    const spread = bleed(raster, radius);
    expect(raster.rgba).toEqual(before);
    const isKept = (i: number): boolean => i % 4 === 3 || raster.rgba[i | 3] !== 0;
    expect(spread.rgba.every((value, i) => !isKept(i) || value === raster.rgba[i])).toBe(true);
  },
);
