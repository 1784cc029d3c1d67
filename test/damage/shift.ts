import { crop as cropRaster } from '../../src/raster/crop.ts';
import type { Damage } from './damage.ts';

/** The subject up to a fifth of the picture away from where it belongs; what leaves the picture is lost. */
export const shift: Damage = (raster, strength, seed) => {
  const angle = ((seed % 8) * Math.PI) / 4;
  const x = Math.round(Math.cos(angle) * strength * 0.2 * raster.width);
  const y = Math.round(Math.sin(angle) * strength * 0.2 * raster.height);
  return cropRaster(raster, { x: -x, y: -y, width: raster.width, height: raster.height });
};
