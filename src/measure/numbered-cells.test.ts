import { expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import type { SheetKind } from '../pack/pack.ts';
import type { Rgba } from '../raster/raster.ts';
import { readSheetInk } from './sheet-ink.ts';
import { measureTextMarks } from './text-marks.ts';

const SIDE = 48;
const COUNT = 5;
const CLEAR: Rgba = [0, 0, 0, 0];
const DARK: Rgba = [20, 16, 24, 255];
/** Three by five dots. */
const DIGITS = ['111101101101111', '010110010010111', '111001111100111', '111001011001111', '101101111001001'];

type Look = (x: number, y: number, cell: number) => Rgba;

/** How many marks are found in cells side by side. */
function count(look: Look, kind: SheetKind = 'variation'): number {
  const cells = Array.from({ length: COUNT }, (_, i) => ({
    key: `cell_${i}`,
    rect: { x: i * SIDE, y: 0, width: SIDE, height: SIDE },
  }));
  const raster = paintRaster(COUNT * SIDE, SIDE, (x, y) => look(x % SIDE, y, Math.floor(x / SIDE)));
  const sheet = { kind, cells };
  return measureTextMarks(readSheetInk({ raster, alpha: 'any', isPixelArt: false, loop: 'none', sheet }), kind).lines
    .length;
}

/** A digit of two pixels a dot, three pixels from the left and the upper border. */
function isDigit(digit: number, x: number, y: number): boolean {
  const [column, row] = [Math.floor((x - 3) / 2), Math.floor((y - 3) / 2)];
  return column >= 0 && column < 3 && row >= 0 && DIGITS[digit]?.[row * 3 + column] === '1';
}

const ball: Look = (x, y) => (Math.hypot(x - 28, y - 28) < 15 ? [200, 80 + y, 60, 255] : CLEAR);
const numbered =
  (under: Look, digits = [0, 1, 2, 3, 4]): Look =>
  (x, y, cell) =>
    isDigit(digits[cell] ?? 0, x, y) ? DARK : under(x, y, cell);

test('finds a number in the corner of every cell', () => expect(count(numbered(ball))).toBe(COUNT));

test('finds them on tiles and components, which leave no ground free', () => {
  const tile: Look = (x, y, cell) => [120 + ((x * 7 + y * 5) % 20), 150, 90 + cell * 20, 255];
  expect(count(numbered(tile), 'tile')).toBe(COUNT);
  expect(count(numbered(tile), 'ui_component')).toBe(COUNT);
});

test('finds them where numbers repeat, and where one cell has none', () => {
  expect(count(numbered(ball, [3, 2, 2, 4, 3]))).toBe(COUNT);
  expect(count((x, y, cell) => (cell === 2 ? ball : numbered(ball))(x, y, cell))).toBe(COUNT - 1);
});

test('takes an ornament that is alike in all cells for none', () => {
  expect(count(numbered(ball, [3, 3, 3, 3, 3]))).toBe(0);
});

test('takes dots of any size for none', () => {
  const dot: Look = (x, y, cell) => (Math.hypot(x - 7, y - 7) < 3.2 + (cell % 3) * 0.5 ? DARK : ball(x, y, cell));
  expect(count(dot)).toBe(0);
});

test('takes what belongs to the subject for none', () => {
  const plate: Look = (x, y) => (x > 1 && y > 1 && x < 44 && y < 44 ? [180, 200, 160, 255] : CLEAR);
  expect(count(numbered(plate))).toBe(0);
});
