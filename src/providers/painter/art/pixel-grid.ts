import type { Raster, Rect } from '../../../raster/raster.ts';
import { createRaster } from '../../../raster/raster.ts';
import type { Look } from './styles.ts';

/** How canvas pixels are grouped: `cell` canvas pixels a side make one painted pixel. */
export interface Grid {
  readonly cell: number;
  /** The painted surface, which covers the box, maybe with a torn last row and column. */
  readonly width: number;
  readonly height: number;
}

/** Of a picture that is a scene, or stands on one: scenes have finer pixels than figures. */
export const SCENE_ROWS = 180;

/**
 * Pixel looks paint small and are enlarged by a whole number; others paint every pixel. Up to 96 pixels a side the grid
 * is the picture itself. A size that divides the box is preferred.
 */
export function gridFor(box: { readonly width: number; readonly height: number }, look: Look, rows = 80): Grid {
  const cell = look.grid ? cellFor(box, rows) : 1;
  return { cell, width: Math.ceil(box.width / cell), height: Math.ceil(box.height / cell) };
}

function cellFor({ width, height }: { readonly width: number; readonly height: number }, rows: number): number {
  const shorter = Math.min(width, height);
  if (shorter <= 96) return 1;
  const wished = Math.max(1, Math.round(shorter / rows));
  for (const cell of [wished, wished + 1, wished - 1, wished + 2, wished - 2])
    if (cell > 1 && width % cell === 0 && height % cell === 0) return cell;
  return wished;
}

/** Enlarges a painted surface and cuts it to the box; `hidden` pixels of its first row and column lie before the box. */
export function enlarge(
  painted: Raster,
  cell: number,
  box: Pick<Rect, 'width' | 'height'>,
  hidden: readonly [number, number] = [0, 0],
): Raster {
  if (cell === 1 && painted.width === box.width && painted.height === box.height) return painted;
  const large = createRaster(box.width, box.height);
  const from = new Uint32Array(painted.rgba.buffer, painted.rgba.byteOffset, painted.width * painted.height);
  const to = new Uint32Array(large.rgba.buffer);
  for (let y = 0; y < box.height; y++) {
    const row = Math.floor((y + hidden[1]) / cell) * painted.width;
    for (let x = 0; x < box.width; x++) to[y * box.width + x] = from[row + Math.floor((x + hidden[0]) / cell)] ?? 0;
  }
  return large;
}
