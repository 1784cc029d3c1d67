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
  const { rgba } = surface;
  // Strokes are long: a new value every few pixels is enough, counted from where they repeat.
  const step = Math.max(1, Math.floor(width / across / 14));
  for (let y = 0; y < surface.height; y++) {
    let stroke = 0;
    for (let x = 0; x < surface.width; x++) {
      const along = (((x - left) % width) + width) % width;
      if (x === 0 || Math.floor(along) % step === 0) {
        const row = ((y - top) / height) * down + (along / width) * period;
        stroke = Math.round((smoothNoise((along / width) * across, row, 19, across, period) - 128) * 0.11);
      }
      const at = (y * surface.width + x) * 4;
      if (stroke === 0 || rgba[at + 3] === 0) continue;
      rgba[at] = shifted(rgba[at] ?? 0, stroke);
      rgba[at + 1] = shifted(rgba[at + 1] ?? 0, stroke);
      rgba[at + 2] = shifted(rgba[at + 2] ?? 0, stroke);
    }
  }
}

function shifted(value: number, by: number): number {
  const sum = value + by;
  return sum < 0 ? 0 : sum > 255 ? 255 : sum;
}
