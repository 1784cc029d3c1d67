import { expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import type { Rgba } from '../raster/raster.ts';
import { type Containment, measureContainment } from './cell-containment.ts';
import type { MeasuredPicture } from './picture.ts';
import { readSheetInk } from './sheet-ink.ts';

const CLEAR: Rgba = [0, 0, 0, 0];
const BODY: Rgba = [200, 120, 60, 255];

/** Two cells of 40 pixels side by side, with gutters of 4. */
function contain(colour: (x: number, y: number) => Rgba, kind: 'variation' | 'tile' = 'variation'): Containment {
  const cells = [4, 48].map((x) => ({ key: `cell_${x}`, rect: { x, y: 4, width: 40, height: 40 } }));
  const raster = paintRaster(92, 48, colour);
  const picture: MeasuredPicture = { raster, alpha: 'any', isPixelArt: false, loop: 'none', sheet: { kind, cells } };
  const found = measureContainment(readSheetInk(picture), kind);
  if (!found) throw new Error('nothing is drawn');
  return found;
}
const disc = (x: number, y: number, cx: number, cy: number, radius: number): boolean =>
  (x - cx) ** 2 + (y - cy) ** 2 < radius ** 2;
const isGutter = (x: number): boolean => x < 4 || (x >= 44 && x < 48) || x >= 88;

test('all that floats in its cell is contained', () => {
  expect(contain((x, y) => (disc(x, y, 24, 24, 15) || disc(x, y, 68, 24, 15) ? BODY : CLEAR))).toEqual({
    contained: 1,
    worstLost: 0,
    cut: [],
  });
});

test('what lies in gutters is not contained, of tiles neither', () => {
  expect(contain((x, y) => (disc(x, y, 44, 24, 15) ? BODY : CLEAR)).contained).toBeLessThan(0.7);
  const tiles = contain((x, y) => (y < 4 ? CLEAR : isGutter(x) && y > 20 ? CLEAR : [x * 2, y * 5, 90, 255]), 'tile');
  expect(tiles.contained).toBeLessThan(0.98);
  expect(contain((x, y) => (isGutter(x) || y < 4 || y >= 44 ? CLEAR : [x * 2, y * 5, 90, 255]), 'tile').contained).toBe(
    1,
  );
});

test('what is cut flat at a border is told by its cell, and the piece in the neighbour too', () => {
  const cut = contain((x, y) => (!isGutter(x) && (disc(x, y, 36, 24, 15) || disc(x, y, 70, 24, 8)) ? BODY : CLEAR));
  expect(cut.contained).toBeLessThan(0.85);
  expect(cut.cut).toContain('cell_4');
});

test('an outline along a border is no cut', () => {
  const touching = (rim: Rgba) =>
    contain((x, y) => {
      if (isGutter(x) || y < 4 || y >= 44) return CLEAR;
      const isRim = (x - 4) % 44 < 2 || (x - 4) % 44 >= 38 || y < 6 || y >= 42;
      const isCorner = ((x - 4) % 44) + y < 8;
      return isCorner ? CLEAR : isRim ? rim : BODY;
    });
  expect(touching([40, 20, 10, 255]).contained).toBeGreaterThan(0.9);
  expect(touching(BODY).contained).toBeLessThan(0.7);
});
