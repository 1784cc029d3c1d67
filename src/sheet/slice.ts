import type { Canvas } from '../guide/canvas.ts';
import { toCanvas } from '../guide/fit-canvas.ts';
import type { SheetLayout } from '../pack/pack.ts';
import { crop } from '../raster/crop.ts';
import { pasteAll } from '../raster/paste.ts';
import type { Raster, Rect } from '../raster/raster.ts';
import { resize } from '../raster/resize.ts';
import { layoutCells, layoutSize } from './layout.ts';

/** The pictures inside the rectangles, in their order. */
export function sliceCells(sheet: Raster, rects: readonly Rect[]): Raster[] {
  return rects.map((rect) => crop(sheet, rect));
}

export interface AssembleOptions {
  /** What the sheet was painted on; the painted picture may be any size of the same proportions. */
  readonly canvas: Canvas;
  readonly layout: SheetLayout;
  readonly resample: 'nearest' | 'smooth';
  /** The cells to keep, in sheet pixels; absent: all of the layout. What is not kept is transparent. */
  readonly cells?: readonly Rect[];
}

/**
 * A painted canvas as a sheet of exactly the layout's size. Each cell is cut and resampled by itself, so no colour
 * leaks between cells; gutters and margins are transparent.
 */
export function assembleSheet(painted: Raster, options: AssembleOptions): Raster {
  const { canvas, layout, resample, cells = layoutCells(layout) } = options;
  const pieces = cells.map((cell) => {
    const piece = crop(painted, toPainted(toCanvas(cell, canvas), canvas, painted));
    const fits = piece.width === cell.width && piece.height === cell.height;
    return { x: cell.x, y: cell.y, raster: fits ? piece : resize(piece, cell.width, cell.height, resample) };
  });
  return pasteAll(layoutSize(layout), pieces);
}

/** Canvas pixels to the pixels really painted; at least one pixel, so that a cell is never empty. */
function toPainted(rect: Rect, canvas: Canvas, painted: Raster): Rect {
  const [x, width] = scaleRange(rect.x, rect.width, canvas.width, painted.width);
  const [y, height] = scaleRange(rect.y, rect.height, canvas.height, painted.height);
  return { x, y, width, height };
}

function scaleRange(start: number, length: number, from: number, to: number): [start: number, length: number] {
  const first = Math.min(to - 1, Math.round((start * to) / from));
  const end = Math.min(to, Math.max(first + 1, Math.round(((start + length) * to) / from)));
  return [first, end - first];
}
