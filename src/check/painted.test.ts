import { expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import type { Raster } from '../raster/raster.ts';
import { checkPainted } from './painted.ts';

/** A disc in the middle of a canvas, on a ground of so much opacity. */
function disc(radius: number, { x: middle = 64, ground = 0 } = {}): Raster {
  return paintRaster(128, 128, (x, y) => {
    const isIn = Math.hypot(x - middle, y - 64) < radius;
    return [200 - x, 90 + (y >> 1), 60, isIn ? 255 : ground];
  });
}

const found = (raster: Raster, isBoxed = false): readonly string[] =>
  checkPainted(raster, { isBoxed }).map(({ name, status, message }) => `${name} ${status}: ${message.slice(0, 17)}`);

test('a subject that was painted whole says nothing', () => {
  expect(found(disc(50))).toEqual([]);
});

test('a subject that the canvas cuts fails, although framing will hide the cut', () => {
  expect(found(disc(50, { x: 20 }))).toEqual(['cut-off fail: As it was painted']);
});

test('a shred fails, although framing will make it large', () => {
  expect(found(disc(6))).toEqual(['transparency fail: As it was painted']);
});

test('a veil along the canvas fails, unless the subject was asked to fill a box', () => {
  const veiled = disc(40, { ground: 60 });
  expect(found(veiled)).toEqual(['transparency fail: As it was painted']);
  expect(found(veiled, true)).toEqual([]);
});

/** Only what lies in a strip of a canvas has remained of a disc. */
function remains(rows: readonly [from: number, to: number], { paint = shade, rim = 0 } = {}): Raster {
  return paintRaster(128, 128, (x, y) => {
    const isIn = Math.hypot(x - 64, y - 64) < 56 && y >= rows[0] && y < rows[1];
    const [red, green, blue] = paint(x, y);
    return y < rows[0] + rim ? [30, 20, 20, isIn ? 255 : 0] : [red, green, blue, isIn ? 255 : 0];
  });
}

const shade = (x: number, y: number): [number, number, number] => [200 - x, 90 + (y >> 1), 60];

test('what ends in a straight line and lies far to the other side of the canvas was cut', () => {
  expect(found(remains([90, 128]))).toEqual(['cut-off fail: As it was painted']);
  expect(found(remains([0, 40]))).toEqual(['cut-off fail: As it was painted']);
  const message = checkPainted(remains([90, 128]), {})[0]?.message;
  expect(message).toContain('at the top');
});

test('what ends in a straight line in the middle of the canvas may be so', () => {
  expect(found(remains([44, 84]))).toEqual([]);
});

test('what has an edge of its own may lie wherever it likes', () => {
  expect(found(remains([90, 128], { rim: 4 }))).toEqual([]);
});
