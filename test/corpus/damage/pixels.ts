import { createRaster, type Raster, type Rgba } from '../../../src/raster/raster.ts';
import { resize } from '../../../src/raster/resize.ts';
import type { Rgb } from '../draw.ts';

/** Each pixel anew, from its own colour and place. */
export function remade(raster: Raster, colour: (own: Rgba, x: number, y: number) => readonly number[]): Raster {
  const { width, height, rgba } = raster;
  const made = createRaster(width, height);
  for (let i = 0; i < width * height; i++) {
    const own: Rgba = [rgba[i * 4] ?? 0, rgba[i * 4 + 1] ?? 0, rgba[i * 4 + 2] ?? 0, rgba[i * 4 + 3] ?? 0];
    made.rgba.set(
      colour(own, i % width, Math.floor(i / width)).map((value) => Math.max(0, Math.min(255, Math.round(value)))),
      i * 4,
    );
  }
  return made;
}

/** The upper colour over the lower one. */
export function over([red, green, blue, alpha]: Rgba, [r, g, b, a]: Rgba): Rgba {
  const [own, under] = [alpha / 255, (a / 255) * (1 - alpha / 255)];
  const sum = own + under;
  if (sum === 0) return [0, 0, 0, 0];
  return [(red * own + r * under) / sum, (green * own + g * under) / sum, (blue * own + b * under) / sum, sum * 255];
}

export function at({ width, height, rgba }: Raster, x: number, y: number): Rgba {
  if (x < 0 || y < 0 || x >= width || y >= height) return [0, 0, 0, 0];
  const i = (Math.floor(y) * width + Math.floor(x)) * 4;
  return [rgba[i] ?? 0, rgba[i + 1] ?? 0, rgba[i + 2] ?? 0, rgba[i + 3] ?? 0];
}

export function onto(ground: (x: number, y: number) => Rgba): (own: Rgba, x: number, y: number) => Rgba {
  return (own, x, y) => over(own, ground(x, y));
}

export const opaque = ([red, green, blue]: Rgb): Rgba => [red, green, blue, 255];

/** Draws one picture over another, its corner at that place. */
export function layOn(lower: Raster, upper: Raster, left: number, top: number): Raster {
  return remade(lower, (own, x, y) => over(at(upper, x - left, y - top), own));
}

/** Larger or smaller, and at least one pixel. */
export function scaled(raster: Raster, by: number): Raster {
  return resize(
    raster,
    Math.max(1, Math.round(raster.width * by)),
    Math.max(1, Math.round(raster.height * by)),
    by > 1 ? 'nearest' : 'smooth',
  );
}

/** The box around what is visible: left, top, right and bottom, the latter two not included. */
export function boundsOf({ width, height, rgba }: Raster): readonly [number, number, number, number] {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let i = 0; i < width * height; i++) {
    if ((rgba[i * 4 + 3] ?? 0) < 64) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
  }
  return [left, top, right, bottom];
}
