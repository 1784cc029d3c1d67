import type { Raster, Rect } from '../../../raster/raster.ts';
import { smoothColumns } from './noise.ts';

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
  const alongs = Array.from({ length: surface.width }, (_, x) => (((x - left) % width) + width) % width);
  const starts = [...alongs.keys()].filter((x) => x === 0 || Math.floor(alongs[x] ?? 0) % step === 0);
  const firsts = starts.map((x) => alongs[x] ?? 0);
  const noise = smoothColumns(
    firsts.map((along) => (along / width) * across),
    19,
    [across, period],
  );
  const leans = firsts.map((along) => (along / width) * period);
  for (let y = 0; y < surface.height; y++)
    for (let column = 0; column < starts.length; column++) {
      const row = ((y - top) / height) * down + (leans[column] ?? 0);
      const stroke = Math.round((noise(column, row) - 128) * 0.11);
      if (stroke === 0) continue;
      const end = (y * surface.width + (starts[column + 1] ?? surface.width)) * 4;
      for (let at = (y * surface.width + (starts[column] ?? 0)) * 4; at < end; at += 4) shift(rgba, at, stroke);
    }
}

function shift(rgba: Uint8Array, at: number, by: number): void {
  if (rgba[at + 3] === 0) return;
  rgba[at] = shifted(rgba[at] ?? 0, by);
  rgba[at + 1] = shifted(rgba[at + 1] ?? 0, by);
  rgba[at + 2] = shifted(rgba[at + 2] ?? 0, by);
}

function shifted(value: number, by: number): number {
  const sum = value + by;
  return sum < 0 ? 0 : sum > 255 ? 255 : sum;
}
