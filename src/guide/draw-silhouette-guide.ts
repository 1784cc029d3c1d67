import { createRaster, type Raster, type Rgba } from '../raster/raster.ts';
import type { SilhouetteGuide } from './guide.ts';
import { silhouetteMask } from './silhouette.ts';

/**
 * Dark grey on white. White is what background removal knows best; the grey is dark enough for a clear outline even
 * at a high denoise, yet not black: an img2img model keeps a guide's overall tone, and from black it paints gloom.
 * `ground` takes the place of white where the subject is to be cut from a colour.
 */
export function drawSilhouetteGuide(
  guide: SilhouetteGuide,
  images: ReadonlyMap<string, Raster>,
  ground: Rgba = WHITE,
): Raster {
  const { width, height, coverage } = silhouetteMask(guide.shape, guide.canvas, images);
  const raster = createRaster(width, height);
  const { rgba } = raster;
  for (let i = 0; i < rgba.length; i += 4) {
    const covered = coverage[i / 4] ?? 0;
    for (let c = 0; c < 3; c++) {
      const base = ground[c] ?? 0;
      rgba[i + c] = base - Math.round((covered * (base - SUBJECT_GREY)) / 255);
    }
    rgba[i + 3] = 255;
  }
  return raster;
}

const SUBJECT_GREY = 64;
const WHITE: Rgba = [255, 255, 255, 255];
