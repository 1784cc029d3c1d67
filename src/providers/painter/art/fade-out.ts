import type { Raster } from '../../../raster/raster.ts';
import { bayer } from './bayer.ts';

/** Lets a picture vanish by a share: evenly, or pixel by pixel where there is no half transparency. */
export function fadeOut({ width, rgba }: Raster, share: number, whole: boolean): void {
  const left = 256 - Math.round(share * 256);
  for (let i = 0; i * 4 < rgba.length; i++) {
    const alpha = rgba[i * 4 + 3] ?? 0;
    if (alpha === 0) continue;
    if (!whole) rgba[i * 4 + 3] = (alpha * left) >> 8;
    else if (bayer(i % width, Math.floor(i / width)) * 16 >= left) rgba.fill(0, i * 4, i * 4 + 4);
  }
}
