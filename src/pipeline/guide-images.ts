import type { GuideSpec } from '../guide/guide.ts';
import { decodePng } from '../raster/png.ts';
import type { Raster } from '../raster/raster.ts';
import type { Ports } from './ports.ts';

/** The decoded files of a guide's `image` shape, by hash. */
export async function readGuideImages(
  spec: GuideSpec | undefined,
  { blobs }: Pick<Ports, 'blobs'>,
): Promise<ReadonlyMap<string, Raster>> {
  if (spec?.kind !== 'silhouette' || spec.shape.kind !== 'image') return new Map();
  return new Map([[spec.shape.image, decodePng(await blobs.get(spec.shape.image))]]);
}
