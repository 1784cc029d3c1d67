import { createRaster, type Raster } from '../raster/raster.ts';

/** The picture at a whole fraction of its size, so that no side is longer than `longest`: each pixel the mean of a square. */
export function shrink(raster: Raster, longest: number): Raster {
  const factor = Math.ceil(Math.max(raster.width, raster.height) / longest);
  if (factor <= 1) return raster;
  const small = createRaster(
    Math.max(1, Math.floor(raster.width / factor)),
    Math.max(1, Math.floor(raster.height / factor)),
  );
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++)
      meanSquare(raster, x * factor, y * factor, { small, at: (y * small.width + x) * 4, factor });
  }
  return small;
}

interface Target {
  readonly small: Raster;
  readonly at: number;
  readonly factor: number;
}

function meanSquare({ width, height, rgba }: Raster, left: number, top: number, { small, at, factor }: Target): void {
  let [red, green, blue, cover, count] = [0, 0, 0, 0, 0];
  for (let y = top; y < Math.min(height, top + factor); y++) {
    for (let x = left; x < Math.min(width, left + factor); x++) {
      const from = (y * width + x) * 4;
      const alpha = rgba[from + 3] ?? 0;
      red += (rgba[from] ?? 0) * alpha;
      green += (rgba[from + 1] ?? 0) * alpha;
      blue += (rgba[from + 2] ?? 0) * alpha;
      cover += alpha;
      count++;
    }
  }
  if (cover === 0) return;
  small.rgba[at] = Math.round(red / cover);
  small.rgba[at + 1] = Math.round(green / cover);
  small.rgba[at + 2] = Math.round(blue / cover);
  small.rgba[at + 3] = Math.round(cover / count);
}
