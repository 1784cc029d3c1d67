import { expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import { measureJoints } from './joints.ts';

const CELLS = [0, 32, 64, 96].map((x) => ({ x, y: 0, width: 32, height: 32 }));
/** Four tiles of different colours, so far from their cells. */
const tiles = (shift: number) =>
  paintRaster(128, 32, (x, y) => [((((x + shift) >> 5) % 4) * 60 + ((x * 7 + y * 5) % 6)) & 255, 90, 60, 255]);

test('joints at the borders divide no cell', () =>
  expect(measureJoints(tiles(0), CELLS)).toEqual({ divided: 0, borderless: 0 }));

test('joints of another grid run through the cells', () =>
  expect(measureJoints(tiles(14), CELLS)).toEqual({ divided: 1, borderless: 1 }));
