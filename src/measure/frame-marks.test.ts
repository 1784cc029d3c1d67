import { expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import { readFrameMarks } from './frame-marks.ts';
import { readSheetInk } from './sheet-ink.ts';

const CELL = { key: 'idle_0', rect: { x: 10, y: 20, width: 100, height: 100 } };

function marksOf(isInk: (x: number, y: number) => boolean) {
  const raster = paintRaster(120, 130, (x, y) => [200, 80, 40, isInk(x - 10, y - 20) ? 255 : 0]);
  const sheet = { kind: 'sprite' as const, cells: [CELL] };
  return readFrameMarks(readSheetInk({ raster, alpha: 'any', isPixelArt: false, loop: 'none', sheet }), CELL);
}

test('head, foot, middles and size are shares of the cell', () => {
  const marks = marksOf((x, y) => x >= 30 && x < 50 && y >= 40 && y < 90);
  expect(marks?.across.map((x) => Math.round(x * 100))).toEqual([40, 40, 40]);
  expect(marks?.down.map((y) => Math.round(y * 100))).toEqual([40, 89, 65]);
  expect(marks?.extent.map((size) => Math.round(size * 100))).toEqual([49, 32]);
});

test('the head is told from the body beneath it', () => {
  const marks = marksOf((x, y) => (y >= 20 && y < 40 && x >= 60 && x < 70) || (y >= 40 && y < 90 && x >= 30 && x < 50));
  expect(marks?.across[0]).toBeGreaterThan(0.43);
  expect(marks?.across[1]).toBeCloseTo(0.395, 2);
});

test('drops and sparks are neither head nor foot', () => {
  const body = (x: number, y: number): boolean => x >= 30 && x < 50 && y >= 40 && y < 90;
  const drops = (x: number, y: number): boolean => x >= 38 && x < 40 && ((y >= 2 && y < 6) || (y >= 95 && y < 98));
  expect(marksOf((x, y) => body(x, y) || drops(x, y))?.down.slice(0, 2)).toEqual(marksOf(body)?.down.slice(0, 2));
});

test('what shows nothing, or fills its cell, has no marks', () => {
  expect(marksOf(() => false)).toBeUndefined();
  expect(marksOf((x, y) => x >= 0 && x < 100 && y >= 0 && y < 100)).toBeUndefined();
});
