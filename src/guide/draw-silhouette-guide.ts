import { createRaster, type Raster } from '../raster/raster.ts';
import type { SilhouetteGuide } from './guide.ts';
import { silhouetteMask } from './silhouette.ts';

/**
 * Dark grey on white. White is what background removal knows best; the grey is dark enough for a clear outline even
 * at a high denoise, yet not black: an img2img model keeps a guide's overall tone, and from black it paints gloom.
 */
export function drawSilhouetteGuide(guide: SilhouetteGuide, images: ReadonlyMap<string, Raster>): Raster {
  const { width, height, coverage } = silhouetteMask(guide.shape, guide.canvas, images);
  const raster = createRaster(width, height);
  const { rgba } = raster;
  for (let i = 0; i < rgba.length; i += 4) {
    const shade = SHADES[coverage[i / 4] ?? 0] ?? 0;
    rgba[i] = shade;
    rgba[i + 1] = shade;
    rgba[i + 2] = shade;
    rgba[i + 3] = 255;
  }
  return raster;
}

const SUBJECT_GREY = 64;

/** Grey by coverage. */
const SHADES = Uint8Array.from(
  { length: 256 },
  (_, covered) => 255 - Math.round((covered * (255 - SUBJECT_GREY)) / 255),
);
