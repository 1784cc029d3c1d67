import { createRaster, type Raster } from './raster.ts';

export interface Piece {
  readonly raster: Raster;
  readonly x: number;
  readonly y: number;
}

/**
 * A new transparent picture with the pieces laid on it in their order. A piece replaces what is under it, also with
 * its transparent pixels; what sticks out is cut off.
 */
export function pasteAll(size: { readonly width: number; readonly height: number }, pieces: readonly Piece[]): Raster {
  const target = createRaster(size.width, size.height);
  for (const piece of pieces) pasteOnto(target, piece);
  return target;
}

function pasteOnto(target: Raster, { raster, x, y }: Piece): void {
  const left = Math.max(0, x);
  const right = Math.min(target.width, x + raster.width);
  if (left >= right) return;
  for (let row = Math.max(0, y); row < Math.min(target.height, y + raster.height); row++) {
    const from = ((row - y) * raster.width + left - x) * 4;
    const pixels = raster.rgba.subarray(from, from + (right - left) * 4);
    target.rgba.set(pixels, (row * target.width + left) * 4);
  }
}
