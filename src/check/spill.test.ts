import { expect, test } from 'vitest';
import { paintRaster } from '../../test/rasters.ts';
import { readSheetInk } from '../measure/sheet-ink.ts';
import type { SheetKind } from '../pack/pack.ts';
import type { Rgba } from '../raster/raster.ts';
import { checkSpill } from './spill.ts';

const CLEAR: Rgba = [0, 0, 0, 0];

/** Two by two cells of 64 × 32 pixels. */
function check(kind: SheetKind, colour: (x: number, y: number) => Rgba) {
  const cells = [0, 1, 2, 3].map((i) => ({
    key: `cell_${i}`,
    rect: { x: (i % 2) * 64, y: (i >> 1) * 32, width: 64, height: 32 },
  }));
  const raster = paintRaster(128, 64, colour);
  const picture = { raster, alpha: 'any', isPixelArt: false, loop: 'none', sheet: { kind, cells } } as const;
  return checkSpill(readSheetInk(picture), kind);
}

/** A button of that width in a row of cells, with a dark outline. */
const button = (x: number, y: number, width: number): Rgba => {
  const edge = Math.min(x - 3, width - 4 - x, (y % 32) - 3, 28 - (y % 32));
  return edge < 0 ? CLEAR : edge < 2 ? [40, 20, 30, 255] : [200, 150 - y, 90, 255];
};

test('passes components in their cells', () => {
  expect(check('ui_component', (x, y) => button(x % 64, y, 64)).status).toBe('pass');
});

test('warns of a component that takes the room of two', () => {
  expect(check('ui_component', (x, y) => button(x, y, 128))).toMatchObject({ status: 'warn', limit: 0.1 });
});

test('passes a bar that runs from one side of its cell to the other', () => {
  expect(check('ui_component', (_, y) => (y % 32 < 8 || y % 32 > 23 ? CLEAR : [90, 180, 120, 255])).status).toBe(
    'pass',
  );
});

test('passes tiles of planks, and warns of tiles that lie on another grid', () => {
  const planks = check('tile', (x, y) => (y % 32 === 12 ? [50, 30, 20, 255] : [150 + ((x * y) % 9), 100, 60, 255]));
  expect(planks.status).toBe('pass');
  const shifted = check('tile', (x, y) => [((x + 24) >> 6) * 90, 140 + ((x + y) % 5), (y >> 5) * 90, 255]);
  expect(shifted).toMatchObject({ status: 'warn', value: 1 });
});
