import { alphaBounds } from '../../src/raster/alpha.ts';
import { crop as cropRaster } from '../../src/raster/crop.ts';
import type { Damage } from './damage.ts';

/** The subject moved over one border until half of it is lost. */
export const crop: Damage = (raster, strength, seed) => {
  const bounds = alphaBounds(raster, 128);
  if (!bounds || strength === 0) return raster;
  const right = raster.width - bounds.x - bounds.width;
  const bottom = raster.height - bounds.y - bounds.height;
  const lost = (length: number): number => Math.round((strength * length) / 2);
  const moves = [
    { x: bounds.x + lost(bounds.width), y: 0 },
    { x: 0, y: bounds.y + lost(bounds.height) },
    { x: -right - lost(bounds.width), y: 0 },
    { x: 0, y: -bottom - lost(bounds.height) },
  ];
  const { x, y } = moves[seed % moves.length] ?? { x: 0, y: 0 };
  return cropRaster(raster, { x, y, width: raster.width, height: raster.height });
};
