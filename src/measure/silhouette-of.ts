import type { GuideSpec } from '../guide/guide.ts';
import { silhouetteMask } from '../guide/silhouette.ts';
import type { Mask } from '../raster/mask.ts';
import type { Raster } from '../raster/raster.ts';

/**
 * The outline that the user chose for a subject, in the finished picture's own pixels; undefined where none was chosen. `images` holds
 * the decoded files of `image` shapes by hash.
 */
export function silhouetteOf(
  guide: GuideSpec | undefined,
  { width, height }: { readonly width: number; readonly height: number },
  images: ReadonlyMap<string, Raster>,
): Mask | undefined {
  if (guide?.kind !== 'silhouette' || !guide.chosen) return undefined;
  const content = { x: 0, y: 0, width, height };
  return silhouetteMask(guide.shape, { width, height, scale: 1, content }, images);
}
