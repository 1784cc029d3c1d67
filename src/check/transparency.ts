import { hasAlpha, isOpaque } from '../raster/alpha.ts';
import type { Raster } from '../raster/raster.ts';
import type { GateResult } from '../report/manifest.ts';

const name = 'transparency';

/** Passes when some pixels are fully transparent and some fully opaque. */
export function checkCutOut(raster: Raster): GateResult {
  if (!hasAlpha(raster, 0)) {
    return { name, status: 'fail', message: 'No pixel is fully transparent: the background was not removed.' };
  }
  if (!hasAlpha(raster, 255)) {
    return { name, status: 'fail', message: 'No pixel is fully opaque: the subject is missing or only a shade.' };
  }
  return { name, status: 'pass', message: 'The subject is opaque and its surroundings are transparent.' };
}

/** Passes when every pixel is fully opaque. */
export function checkOpaque(raster: Raster): GateResult {
  if (isOpaque(raster)) return { name, status: 'pass', message: 'Every pixel is opaque.' };
  return { name, status: 'fail', message: 'Some pixels are transparent in a picture that must be opaque.' };
}
