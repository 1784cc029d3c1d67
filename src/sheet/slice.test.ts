import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Canvas } from '../guide/canvas.ts';
import { fitCanvas, toCanvas } from '../guide/fit-canvas.ts';
import type { SheetLayout } from '../pack/pack.ts';
import { createRaster, type Raster, type Rect } from '../raster/raster.ts';
import { sheetEntries } from './entries.ts';
import { layoutCells, layoutSize } from './layout.ts';
import { assembleSheet, sliceCells } from './slice.ts';

const side = fc.integer({ min: 1, max: 13 });
const gap = fc.integer({ min: 0, max: 3 });
const cell = { cellWidth: side, cellHeight: side, spacing: gap, margin: gap };
const few = fc.integer({ min: 1, max: 5 });
const grids: fc.Arbitrary<SheetLayout> = fc.record({ type: fc.constant('grid'), columns: few, rows: few, ...cell });
const strips: fc.Arbitrary<SheetLayout> = fc.record({
  type: fc.constant('strip'),
  direction: fc.constantFrom('horizontal', 'vertical'),
  frameCount: few,
  ...cell,
});
/** Regions that stand side by side, now and then with a gap, at different heights. */
const manuals: fc.Arbitrary<SheetLayout> = fc
  .array(fc.record({ before: gap, y: gap, width: side, height: side }), { minLength: 1, maxLength: 6 })
  .map((pieces) => {
    let x = 0;
    const regions = pieces.map(({ before, ...piece }, index) => {
      const region = { key: `r${index}`, x: x + before, ...piece };
      x = region.x + piece.width;
      return region;
    });
    const height = Math.max(...regions.map((region) => region.y + region.height));
    return { type: 'manual', width: x + 1, height, regions };
  });
const layouts = fc.oneof(grids, strips, manuals);

const policies = fc.record({
  multipleOf: fc.constantFrom(1, 8, 16),
  minSide: fc.integer({ min: 1, max: 60 }),
  maxSide: fc.constant(512),
});

/** A canvas full of noise, on which each sheet pixel of each cell is a block of its own colour. */
function paint(layout: SheetLayout, canvas: Canvas): Raster {
  const raster = createRaster(canvas.width, canvas.height, [255, 0, 255, 255]);
  for (const [index, rect] of layoutCells(layout).entries()) {
    const place = toCanvas(rect, canvas);
    for (let y = 0; y < place.height; y++) {
      for (let x = 0; x < place.width; x++) {
        const color = colorOf(index, Math.floor(x / canvas.scale), Math.floor(y / canvas.scale));
        raster.rgba.set(color, ((place.y + y) * raster.width + place.x + x) * 4);
      }
    }
  }
  return raster;
}

function colorOf(index: number, x: number, y: number): number[] {
  return [index, x * 16, y * 16, 255];
}

function expectedCell(index: number, { width, height }: Rect): Raster {
  const raster = createRaster(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) raster.rgba.set(colorOf(index, x, y), (y * width + x) * 4);
  }
  return raster;
}

function expectExactRoundTrip(layout: SheetLayout, canvas: Canvas, resample: 'nearest' | 'smooth'): void {
  const sheet = assembleSheet(paint(layout, canvas), { canvas, layout, resample });
  expect(sheet).toMatchObject(layoutSize(layout));
  const cells = layoutCells(layout);
  expect(sliceCells(sheet, cells)).toEqual(cells.map((rect, index) => expectedCell(index, rect)));
  const inside = cells.reduce((sum, { width, height }) => sum + width * height, 0);
  const visible = sheet.rgba.filter((value, index) => index % 4 === 3 && value > 0).length;
  expect(visible).toBe(inside);
}

describe('assembleSheet', () => {
  test('brings every pixel back from any whole scale', () => {
    fc.assert(
      fc.property(layouts, policies, (layout, policy) => {
        expectExactRoundTrip(layout, fitCanvas(layoutSize(layout), policy), 'nearest');
      }),
    );
  });

  test('brings every pixel back smoothly where nothing is resampled', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const canvas = fitCanvas(layoutSize(layout), { multipleOf: 16, minSide: 1, maxSide: 512 });
        expectExactRoundTrip(layout, canvas, 'smooth');
      }),
    );
  });

  test('averages whole blocks without a neighbour leaking in', () => {
    const layout: SheetLayout = {
      type: 'grid',
      columns: 2,
      rows: 1,
      cellWidth: 4,
      cellHeight: 4,
      spacing: 0,
      margin: 0,
    };
    expectExactRoundTrip(layout, fitCanvas(layoutSize(layout), { multipleOf: 8, minSide: 24, maxSide: 512 }), 'smooth');
  });

  test('follows a picture that came back in another size', () => {
    const layout: SheetLayout = {
      type: 'grid',
      columns: 3,
      rows: 2,
      cellWidth: 5,
      cellHeight: 4,
      spacing: 1,
      margin: 1,
    };
    const canvas = fitCanvas(layoutSize(layout), { multipleOf: 1, minSide: 1, maxSide: 512 });
    const doubled = fitCanvas(layoutSize(layout), { multipleOf: 1, minSide: 22, maxSide: 512 });
    expect(doubled).toMatchObject({ width: canvas.width * 2, height: canvas.height * 2 });
    const fromDoubled = assembleSheet(paint(layout, doubled), { canvas, layout, resample: 'nearest' });
    expect(fromDoubled).toEqual(assembleSheet(paint(layout, canvas), { canvas, layout, resample: 'nearest' }));
  });

  test('makes the exact size even of a sheet too large for the canvas', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const canvas = fitCanvas(layoutSize(layout), { multipleOf: 1, minSide: 1, maxSide: 7 });
        const sheet = assembleSheet(paint(layout, canvas), { canvas, layout, resample: 'nearest' });
        expect(sheet).toMatchObject(layoutSize(layout));
        for (const piece of sliceCells(sheet, layoutCells(layout))) expect(piece.rgba[3]).toBe(255);
      }),
    );
  });

  test('leaves out cells that are not asked for', () => {
    const layout: SheetLayout = {
      type: 'grid',
      columns: 2,
      rows: 1,
      cellWidth: 4,
      cellHeight: 4,
      spacing: 0,
      margin: 0,
    };
    const canvas = fitCanvas(layoutSize(layout), { multipleOf: 16, minSide: 1, maxSide: 512 });
    const [first] = layoutCells(layout);
    const sheet = assembleSheet(paint(layout, canvas), {
      canvas,
      layout,
      resample: 'nearest',
      cells: first ? [first] : [],
    });
    const alphas = Array.from({ length: 8 }, (_, x) => sheet.rgba[x * 4 + 3]);
    expect(alphas).toEqual([255, 255, 255, 255, 0, 0, 0, 0]);
  });
});

describe('cells and entries', () => {
  test('lie inside the sheet and never overlap', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const { width, height } = layoutSize(layout);
        const base = { id: 'a', description: 'a', type: 'sheet', promptConfig: {}, entryOverrides: {} } as const;
        const spec = { ...base, kind: 'tile', layout, tileWidth: 1, tileHeight: 1, tileOverrides: {} } as const;
        const taken = new Uint8Array(width * height);
        for (const { rect } of sheetEntries(spec)) {
          expect(rect.x + rect.width).toBeLessThanOrEqual(width);
          expect(rect.y + rect.height).toBeLessThanOrEqual(height);
          for (let y = rect.y; y < rect.y + rect.height; y++) {
            for (let x = rect.x; x < rect.x + rect.width; x++) taken[y * width + x] = (taken[y * width + x] ?? 0) + 1;
          }
        }
        expect(taken.some((times) => times > 1)).toBe(false);
      }),
    );
  });
});
