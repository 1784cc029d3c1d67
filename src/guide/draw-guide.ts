import type { Raster, Rgba } from '../raster/raster.ts';
import { drawHorizonGuide } from './draw-horizon-guide.ts';
import { drawSheetGuide } from './draw-sheet-guide.ts';
import { drawSilhouetteGuide } from './draw-silhouette-guide.ts';
import type { GuideSpec } from './guide.ts';

/**
 * The picture that steers a model: opaque, as large as the guide's canvas, the same bytes everywhere. `images` holds
 * the decoded files of `image` shapes by hash, `ground` what a subject stands on instead of white.
 */
export function drawGuide(spec: GuideSpec, images: ReadonlyMap<string, Raster>, ground?: Rgba): Raster {
  switch (spec.kind) {
    case 'silhouette':
      return drawSilhouetteGuide(spec, images, ground);
    case 'sheet':
      return drawSheetGuide(spec);
  }
  return drawHorizonGuide(spec);
}
