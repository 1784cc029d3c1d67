import { describe, expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import type { MeasuredPicture } from '../measure/picture.ts';
import { readSheetInk } from '../measure/sheet-ink.ts';
import { checkCells } from './cells.ts';

/** Twenty cells side by side; of the blank ones the odd are flat and the even are empty. */
const sheet = (blank: readonly number[]): MeasuredPicture => ({
  raster: paintRaster(80, 4, (x, y) =>
    blank.includes(x >> 2) ? ((x >> 2) % 2 ? [9, 9, 9, 255] : [x, y, 0, 0]) : [x * 3, y * 50, 0, 255],
  ),
  alpha: 'any',
  isPixelArt: false,
  loop: 'none',
  sheet: {
    kind: 'tile',
    cells: [...Array(20).keys()].map((i) => ({ key: `tile_${i}`, rect: { x: i * 4, y: 0, width: 4, height: 4 } })),
  },
});
const check = (blank: readonly number[]) => checkCells(readSheetInk(sheet(blank)), 'tile');

describe('checkCells', () => {
  test('passes a sheet whose cells all show something', () => {
    expect(check([])).toEqual({
      name: 'cells',
      status: 'pass',
      message: 'All 20 cells show something.',
      value: 0,
      limit: 0,
    });
  });

  test('warns of empty and flat cells by name, and says where the first is', () => {
    expect(check([2, 5])).toMatchObject({
      status: 'warn',
      message: '2 of 20 cells are blank: tile_2, tile_5.',
      value: 2,
      place: { x: 8, y: 0, width: 4, height: 4 },
    });
  });

  test('fails where half of the cells are blank, and names only some', () => {
    const { status, message } = check([...Array(20).keys()]);
    expect([status, message]).toEqual(['fail', expect.stringMatching(/tile_11 and 8 more\.$/)]);
  });
});
