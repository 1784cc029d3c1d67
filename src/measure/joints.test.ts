import { describe, expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import type { Raster, Rgba } from '../raster/raster.ts';
import { measureJoints } from './joints.ts';

const SIDE = 32;
const CELLS = [0, 1].flatMap((row) =>
  [0, 1, 2, 3].map((column) => ({ x: column * SIDE, y: row * SIDE, width: SIDE, height: SIDE })),
);
const sheet = (colour: (x: number, y: number) => Rgba): Raster => paintRaster(4 * SIDE, 2 * SIDE, colour);
const joints = (colour: (x: number, y: number) => Rgba) => measureJoints(sheet(colour), CELLS);

/** Tiles of different colours with some grain, so far from their cells. */
const tiles =
  (across: number, down = 0, gutter = 0) =>
  (x: number, y: number): Rgba => {
    const [column, row] = [(x + across) / SIDE, (y + down) / SIDE];
    if ((column % 1) * SIDE < gutter) return [0, 0, 0, 0];
    const tile = (Math.floor(column) % 4) + 4 * (Math.floor(row) % 2);
    return [(tile * 83) % 230, 90 + ((x * 7 + y * 5) % 6), 60 + ((tile * 47) % 150), 255];
  };

test('joints at the borders divide no cell', () => {
  expect(joints(tiles(0))).toMatchObject({ divided: 0, borderless: 0 });
});

describe('joints of another grid run through the cells', () => {
  test.each([
    ['across', tiles(14), 'x'],
    ['down', tiles(0, 12), 'y'],
    ['around a gutter', tiles(14, 0, 3), 'x'],
  ])('%s', (_, colour, axis) => expect(joints(colour)).toEqual({ axis, divided: 1, borderless: 1 }));
});

describe('no cell is divided by', () => {
  const wood = (x: number, y: number): Rgba => [150 + ((x * 3 + y * 11) % 14), 100 + ((x + y * 7) % 9), 60, 255];
  test.each<[string, (x: number, y: number) => Rgba]>([
    ['planks', (x, y) => (y % 32 === 14 || y % 32 === 15 ? [60, 35, 25, 255] : wood(x, y))],
    ['bricks', (x, y) => (y % 16 < 3 || (x + (y & 16)) % 32 < 3 ? [70, 70, 80, 255] : wood(x, y))],
    [
      'a die on a plain ground',
      (x, y) =>
        Math.max(Math.abs((x % 32) - 16), Math.abs((y % 32) - 16)) < 9 ? [240, 240, 230, 255] : [40, 90, 60, 255],
    ],
    [
      'a block that stands to one side of its ground',
      (x, y) => (x % 32 > 5 && x % 32 < 13 && y % 32 > 1 ? [90, 60 + ((x * y) % 9), 200, 255] : [0, 0, 0, 255]),
    ],
  ])('%s', (_, colour) => expect(joints(colour)?.divided).toBe(0));
});

test('grass on earth in every tile ends at the borders, where the next begins', () => {
  const found = joints((x, y) => (y % 32 < 10 ? [60 + (x % 5), 170, 50, 255] : [110, 80 + ((x * y) % 7), 50, 255]));
  expect(Math.min(found?.divided ?? 1, found?.borderless ?? 1)).toBe(0);
});

test('cells of a few pixels tell nothing', () => {
  expect(measureJoints(sheet(tiles(5)), [{ x: 0, y: 0, width: 12, height: 12 }])).toBeUndefined();
});
