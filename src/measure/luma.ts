import type { Raster } from '../raster/raster.ts';

/** What a cut-out stands on where only its brightness is looked at. */
const GROUND = 128;

/** Brightness of each pixel by Rec. 601, 0..255; what is transparent shows a middle grey. */
export function lumaPlane({ width, height, rgba }: Raster): Float32Array {
  const plane = new Float32Array(width * height);
  for (let place = 0, at = 0; place < plane.length; place++, at += 4) {
    const own = 0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0);
    const cover = (rgba[at + 3] ?? 0) / 255;
    plane[place] = GROUND + (own - GROUND) * cover;
  }
  return plane;
}
