import { expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import type { Rect, Rgba } from '../raster/raster.ts';
import type { MeasuredPicture } from './picture.ts';
import { readSheetInk } from './sheet-ink.ts';
import { measureTextMarks } from './text-marks.ts';

const SIDE = 64;
const CLEAR: Rgba = [0, 0, 0, 0];
const DARK: Rgba = [25, 20, 30, 255];
const GLYPHS = ['111101111100100', '111001111100111', '101101111001001', '110101110101110'];

/** A label of four letters, two pixels a dot, whose upper left corner lies there. */
const isLabel = (x: number, y: number, left: number, top: number): boolean => {
  const [column, row] = [Math.floor((x - left) / 2), Math.floor((y - top) / 2)];
  return column >= 0 && row >= 0 && row < 5 && GLYPHS[column >> 2]?.[row * 3 + (column % 4)] === '1' && column % 4 < 3;
};

/** Two cells of 64 pixels with 16 between and around. */
function lines(colour: (x: number, y: number) => Rgba, kind: 'tile' | 'variation' = 'variation'): readonly Rect[] {
  const cells = [16, 96].map((x) => ({ key: `cell_${x}`, rect: { x, y: 16, width: SIDE, height: SIDE } }));
  const picture: MeasuredPicture = {
    raster: paintRaster(176, 96, colour),
    alpha: 'any',
    isPixelArt: false,
    loop: 'none',
    sheet: { kind, cells },
  };
  return measureTextMarks(readSheetInk(picture), kind).lines;
}

const isBall = (x: number, y: number): boolean => [48, 128].some((middle) => (x - middle) ** 2 + (y - 40) ** 2 < 400);
const ball = (x: number, y: number): Rgba => (isBall(x, y) ? [200, 80, 60, 255] : CLEAR);

test('finds a label under the subject', () => {
  const [found, ...others] = lines((x, y) => (isLabel(x, y, 20, 66) ? DARK : ball(x, y)));
  expect(found).toEqual({ x: 20, y: 66, width: 30, height: 10 });
  expect(others).toEqual([]);
});

test('finds a caption in the margin', () => {
  expect(lines((x, y) => (isLabel(x, y, 60, 83) ? DARK : ball(x, y)))).toEqual([
    { x: 60, y: 83, width: 30, height: 10 },
  ]);
});

test('finds a light label on a dark ground, and one on an opaque plain ground', () => {
  expect(lines((x, y) => (isLabel(x, y, 100, 18) ? [250, 250, 240, 255] : [60, 70, 90, 255]), 'tile')).toHaveLength(1);
  expect(
    lines((x, y) => (isLabel(x, y, 100, 18) ? DARK : isBall(x, y) ? [200, 80, 60, 255] : [222, 226, 230, 255])),
  ).toHaveLength(1);
});

test.each<[string, (x: number, y: number) => Rgba]>([
  ['subjects alone', ball],
  ['bricks', (x, y) => (y % 12 < 2 || (x + (Math.floor(y / 12) % 2) * 12) % 24 < 2 ? DARK : [170, 90, 70, 255])],
  [
    'rivets along a rim',
    (x, y) => (y > 20 && y < 28 && ((x % 8) - 4) ** 2 + (y - 24) ** 2 < 7 ? DARK : [150, 150, 160, 255]),
  ],
  ['bars of one form', (x, y) => (y > 60 && y < 74 && x % 6 < 3 ? DARK : [230, 230, 230, 255])],
  [
    'a carved rim',
    (x, y) => (Math.min((x - 16) % 80, 63 - ((x - 16) % 80), y - 16, 79 - y) < 5 ? DARK : [120, 160, 90, 255]),
  ],
  [
    'sparkles',
    (x, y) =>
      Math.min(Math.abs((x % 23) - 11), Math.abs((y % 19) - 9)) === 0 &&
      Math.abs((x % 23) - 11) + Math.abs((y % 19) - 9) < 4
        ? [255, 255, 220, 255]
        : CLEAR,
  ],
])('takes %s for no writing', (_, colour) => {
  expect(lines(colour, 'variation')).toEqual([]);
  expect(lines(colour, 'tile')).toEqual([]);
});
