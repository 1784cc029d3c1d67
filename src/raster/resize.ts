import { wholePixels } from './pixels.ts';
import { createRaster, type Raster } from './raster.ts';
import { makeAxis } from './resize-axis.ts';
import { load, resampleColumns, resampleRows, store } from './resize-passes.ts';

/**
 * The picture at another size, at least 1 x 1; at its own size the picture itself. `nearest` takes the pixel under
 * each new pixel's centre, so a whole-number enlargement is undone exactly. `smooth` averages areas where it shrinks
 * and is Lanczos where it enlarges, each direction for itself; transparent pixels lend no colour to their neighbours.
 */
export function resize(source: Raster, width: number, height: number, method: 'nearest' | 'smooth'): Raster {
  if (source.width === width && source.height === height) return source;
  return method === 'nearest' ? resizeNearest(source, width, height) : resizeSmooth(source, width, height);
}

function resizeNearest(source: Raster, width: number, height: number): Raster {
  const target = createRaster(width, height);
  const from = wholePixels(source);
  const to = new Uint32Array(target.rgba.buffer);
  const columns = Int32Array.from({ length: width }, (_, x) => centreOf(x, width, source.width));
  for (let y = 0; y < height; y++) {
    const row = centreOf(y, height, source.height) * source.width;
    for (let x = 0; x < width; x++) to[y * width + x] = from[row + (columns[x] ?? 0)] ?? 0;
  }
  return target;
}

/** The old pixel under the centre of the new one, in whole numbers only. */
function centreOf(pixel: number, newLength: number, oldLength: number): number {
  return Math.floor(((2 * pixel + 1) * oldLength) / (2 * newLength));
}

function resizeSmooth(source: Raster, width: number, height: number): Raster {
  const wide = resampleRows(load(source), source.height, makeAxis(source.width, width));
  const done = resampleColumns(wide, width, makeAxis(source.height, height));
  const target = createRaster(width, height);
  store(done, target.rgba);
  return target;
}
