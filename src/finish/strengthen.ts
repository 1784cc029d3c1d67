import { strongestAlpha } from '../raster/alpha.ts';
import type { Raster } from '../raster/raster.ts';

/** Scales all alpha alike so that the strongest pixel is opaque; a picture that has one already is returned itself. */
export function strengthen(raster: Raster): Raster {
  const strongest = strongestAlpha(raster);
  if (strongest === 255 || strongest === 0) return raster;
  const rgba = raster.rgba.slice();
  for (let i = 3; i < rgba.length; i += 4) rgba[i] = Math.round(((rgba[i] ?? 0) * 255) / strongest);
  return { ...raster, rgba };
}
