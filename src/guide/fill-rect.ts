import type { Raster, Rect, Rgba } from '../raster/raster.ts';

/** Paints over a rectangle of a picture that is still being made; what lies outside the picture is left out. */
export function fillRect(target: Raster, rect: Rect, color: Rgba): void {
  const left = Math.max(0, rect.x);
  const width = Math.min(target.width, rect.x + rect.width) - left;
  if (width <= 0) return;
  const row = new Uint8Array(width * 4);
  for (const [channel, value] of color.entries()) for (let i = channel; i < row.length; i += 4) row[i] = value;
  const bottom = Math.min(target.height, rect.y + rect.height);
  for (let y = Math.max(0, rect.y); y < bottom; y++) target.rgba.set(row, (y * target.width + left) * 4);
}
