import type { Size } from '../guide/fit-canvas.ts';
import type { SheetLayout } from '../pack/pack.ts';
import type { Rect } from '../raster/raster.ts';

/** Every cell of a sheet in pixels, by index: a grid row by row, a strip along its direction, regions as given. */
export function layoutCells(layout: SheetLayout): readonly Rect[] {
  if (layout.type === 'manual') return layout.regions.map(({ x, y, width, height }) => ({ x, y, width, height }));
  const { columns, rows } = gridSize(layout);
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: cellStart(index % columns, layout.cellWidth, layout),
    y: cellStart(Math.floor(index / columns), layout.cellHeight, layout),
    width: layout.cellWidth,
    height: layout.cellHeight,
  }));
}

/** The whole sheet, margins included. */
export function layoutSize(layout: SheetLayout): Size {
  if (layout.type === 'manual') return { width: layout.width, height: layout.height };
  const { columns, rows } = gridSize(layout);
  return { width: sheetSide(columns, layout.cellWidth, layout), height: sheetSide(rows, layout.cellHeight, layout) };
}

type SpacedLayout = Exclude<SheetLayout, { type: 'manual' }>;

function gridSize(layout: SpacedLayout): { columns: number; rows: number } {
  if (layout.type === 'grid') return { columns: layout.columns, rows: layout.rows };
  return layout.direction === 'horizontal'
    ? { columns: layout.frameCount, rows: 1 }
    : { columns: 1, rows: layout.frameCount };
}

function cellStart(position: number, side: number, { margin, spacing }: SpacedLayout): number {
  return margin + position * (side + spacing);
}

function sheetSide(count: number, side: number, { margin, spacing }: SpacedLayout): number {
  return 2 * margin + count * side + Math.max(0, count - 1) * spacing;
}
