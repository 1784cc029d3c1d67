import { describe, expect, test } from 'vitest';
import type { SheetLayout } from '../pack/pack.ts';
import { layoutCells, layoutSize } from './layout.ts';

const CELL = { cellWidth: 10, cellHeight: 20, spacing: 2, margin: 3 };

describe('layoutCells', () => {
  test('counts a grid row by row, with margins outside and spacing between', () => {
    const grid: SheetLayout = { type: 'grid', columns: 2, rows: 2, ...CELL };
    expect(layoutCells(grid)).toEqual([
      { x: 3, y: 3, width: 10, height: 20 },
      { x: 15, y: 3, width: 10, height: 20 },
      { x: 3, y: 25, width: 10, height: 20 },
      { x: 15, y: 25, width: 10, height: 20 },
    ]);
    expect(layoutSize(grid)).toEqual({ width: 28, height: 48 });
  });

  test('counts a strip along its direction', () => {
    const across: SheetLayout = { type: 'strip', direction: 'horizontal', frameCount: 3, ...CELL };
    const down: SheetLayout = { ...across, direction: 'vertical' };
    expect(layoutCells(across).map(({ x, y }) => [x, y])).toEqual([
      [3, 3],
      [15, 3],
      [27, 3],
    ]);
    expect(layoutSize(across)).toEqual({ width: 40, height: 26 });
    expect(layoutCells(down).map(({ x, y }) => [x, y])).toEqual([
      [3, 3],
      [3, 25],
      [3, 47],
    ]);
    expect(layoutSize(down)).toEqual({ width: 16, height: 70 });
  });

  test('takes manual regions as they are', () => {
    const region = { key: 'a', x: 5, y: 6, width: 7, height: 8 };
    const manual: SheetLayout = { type: 'manual', width: 99, height: 50, regions: [region] };
    expect(layoutCells(manual)).toEqual([{ x: 5, y: 6, width: 7, height: 8 }]);
    expect(layoutSize(manual)).toEqual({ width: 99, height: 50 });
  });
});
