import type { Margins } from '../pack/pack.ts';
import { createRaster, type Raster, type Rect, type Rgba } from '../raster/raster.ts';
import { fillRect } from './fill-rect.ts';
import type { GuideCell, SheetGuide } from './guide.ts';

/**
 * Where each picture of a sheet goes: cells in two light greys like a chessboard, so that touching cells stay apart,
 * on white gutters. A tint colours its cell softly; nine-patch margins become a darker frame with a line inside.
 */
export function drawSheetGuide({ canvas, cells }: SheetGuide): Raster {
  const raster = createRaster(canvas.width, canvas.height);
  raster.rgba.fill(255);
  const columns = ranks(cells.map(({ rect }) => rect.x));
  const rows = ranks(cells.map(({ rect }) => rect.y));
  for (const cell of cells) {
    const isOdd = ((columns.get(cell.rect.x) ?? 0) + (rows.get(cell.rect.y) ?? 0)) % 2 === 1;
    drawCell(raster, cell, isOdd ? DARKER_GREY : LIGHTER_GREY);
  }
  return raster;
}

const LIGHTER_GREY: Rgba = [236, 236, 236, 255];
const DARKER_GREY: Rgba = [212, 212, 212, 255];
const BLACK: Rgba = [0, 0, 0, 255];

/** Each value's place among all different values. */
function ranks(values: readonly number[]): ReadonlyMap<number, number> {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  return new Map(sorted.map((value, rank) => [value, rank]));
}

/** Shares of 256. */
const TINT_SHARE = 112;
const FRAME_SHARE = 40;
const LINE_SHARE = 112;

function drawCell(raster: Raster, { rect, tint, ninePatch }: GuideCell, grey: Rgba): void {
  const fill = tint ? mix(grey, tint, Math.round((TINT_SHARE * tint[3]) / 255)) : grey;
  if (!ninePatch) return fillRect(raster, rect, fill);
  fillRect(raster, rect, mix(fill, BLACK, FRAME_SHARE));
  const inner = inset(rect, ninePatch);
  const line = Math.max(1, Math.round(Math.min(rect.width, rect.height) / 64));
  fillRect(raster, inner, mix(fill, BLACK, LINE_SHARE));
  fillRect(raster, inset(inner, { left: line, right: line, top: line, bottom: line }), fill);
}

function inset({ x, y, width, height }: Rect, { left, right, top, bottom }: Margins): Rect {
  return {
    x: x + left,
    y: y + top,
    width: Math.max(0, width - left - right),
    height: Math.max(0, height - top - bottom),
  };
}

/** `share` of 256 of the second colour over the first, which is opaque. */
function mix(base: Rgba, over: Rgba, share: number): Rgba {
  const channel = (from: number, to: number): number => from + Math.round(((to - from) * share) / 256);
  return [channel(base[0], over[0]), channel(base[1], over[1]), channel(base[2], over[2]), 255];
}
