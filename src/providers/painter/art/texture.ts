import type { Raster, Rect } from '../../../raster/raster.ts';
import { smoothNoise } from './noise.ts';

/** Lays long brush strokes over what is painted; they repeat after the rectangle in both directions. Changes `surface`. */
export function texturise(
  surface: Raster,
  { left, top, width, height }: Omit<Rect, 'x' | 'y'> & { readonly left: number; readonly top: number },
): void {
  const across = Math.max(2, Math.round((width / height) * 22));
  const down = 80;
  // The noise repeats four times downward, so that strokes may lean a little and still close at the sides.
  const period = down / 4;
  for (let y = 0; y < surface.height; y++) {
    for (let x = 0; x < surface.width; x++) {
      const at = (y * surface.width + x) * 4;
      if (surface.rgba[at + 3] === 0) continue;
      const u = (x - left) / width;
      const row = ((y - top) / height) * down + u * period;
      const stroke = Math.round((smoothNoise(u * across, row, 19, across, period) - 128) * 0.11);
      for (let channel = 0; channel < 3; channel++) {
        const value = (surface.rgba[at + channel] ?? 0) + stroke;
        surface.rgba[at + channel] = value < 0 ? 0 : Math.min(255, value);
      }
    }
  }
}
