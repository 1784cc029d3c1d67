/**
 * A picture in memory: 8-bit RGBA, straight (not premultiplied) alpha, row by row from the top left.
 * `rgba.length` is always `width * height * 4`.
 */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** Straight-alpha colour, each channel 0..255. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** Whole pixels, origin at the top left. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A new picture, fully transparent or filled with one colour. */
export function createRaster(width: number, height: number, fill?: Rgba): Raster {
  const rgba = new Uint8Array(width * height * 4);
  if (fill) for (let i = 0; i < rgba.length; i += 4) rgba.set(fill, i);
  return { width, height, rgba };
}
