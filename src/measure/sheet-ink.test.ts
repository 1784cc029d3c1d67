import { expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import type { Rgba } from '../raster/raster.ts';
import type { MeasuredPicture } from './picture.ts';
import { readSheetInk } from './sheet-ink.ts';

const cells = [0, 1].map((i) => ({ key: `cell_${i}`, rect: { x: 2 + i * 22, y: 2, width: 20, height: 20 } }));
const isDisc = (x: number, y: number): boolean => (x % 22 === 0 ? false : ((x % 22) - 12) ** 2 + (y - 12) ** 2 < 36);

const sheet = (colour: (x: number, y: number) => Rgba, kind: 'variation' | 'tile' = 'variation'): MeasuredPicture => ({
  raster: paintRaster(46, 24, colour),
  alpha: 'any',
  isPixelArt: false,
  loop: 'none',
  sheet: { kind, cells },
});
const clear = readSheetInk(sheet((x, y) => [200, 30, 30, isDisc(x, y) ? 255 : 0]));

test('takes what is not transparent for ink', () => {
  expect(clear.cells.map(({ area }) => area)).toEqual([109, 109]);
  expect(clear.cells.every(({ isFilled }) => !isFilled)).toBe(true);
});

test('finds the same ink on a plain ground with a trace of noise', () => {
  const { ink } = readSheetInk(
    sheet((x, y) => (isDisc(x, y) ? [200, 30, 30, 255] : [230 + ((x * 7 + y * 3) % 9), 235, 240, 255])),
  );
  expect(ink).toEqual(clear.ink);
});

test('takes tiles and pictures without a plain border as filled', () => {
  const noise = (x: number, y: number): Rgba => [(x * 97 + y * 31) % 256, (x * 53 + y * 71) % 256, (x * y) % 256, 255];
  for (const kind of ['tile', 'variation'] as const)
    expect(readSheetInk(sheet(noise, kind)).cells.map(({ area, isFilled }) => [area, isFilled])).toEqual([
      [400, true],
      [400, true],
    ]);
});

test('counts a place once that several frames share', () => {
  const picture = sheet((x, y) => [0, 0, 0, isDisc(x, y) ? 255 : 0]);
  const twice = [...cells, { key: 'again', rect: { x: 2, y: 2, width: 20, height: 20 } }];
  expect(readSheetInk({ ...picture, sheet: { kind: 'sprite', cells: twice } }).cells).toHaveLength(2);
});

test('leaves out cells that are not in the picture', () => {
  const picture = sheet((x, y) => [0, 0, 0, isDisc(x, y) ? 255 : 0]);
  const beyond = [...cells, { key: 'beyond', rect: { x: 40, y: 2, width: 20, height: 20 } }];
  expect(readSheetInk({ ...picture, sheet: { kind: 'sprite', cells: beyond } }).cells).toHaveLength(2);
});
