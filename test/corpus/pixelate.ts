import type { Raster } from '../../src/raster/raster.ts';

export interface PixelArt {
  /** Levels of a channel between two that are kept. */
  readonly step: number;
  /** Mixes neighbouring levels in a fixed pattern. */
  readonly dither: boolean;
}

const BAYER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];

/** Few colours and no half-transparent pixels. */
export function pixelate({ width, height, rgba }: Raster, { step, dither }: PixelArt): Raster {
  const few = new Uint8Array(rgba.length);
  for (let i = 0; i < width * height; i++) {
    if ((rgba[i * 4 + 3] ?? 0) < 128) continue;
    const order = BAYER[((Math.floor(i / width) & 3) << 2) | ((i % width) & 3)] ?? 0;
    const push = dither ? (order / 16 - 0.5) * step * 0.8 : 0;
    for (let c = 0; c < 3; c++)
      few[i * 4 + c] = Math.min(255, Math.round(((rgba[i * 4 + c] ?? 0) + push) / step) * step);
    few[i * 4 + 3] = 255;
  }
  return { width, height, rgba: few };
}
