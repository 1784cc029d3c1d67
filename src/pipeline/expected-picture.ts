import { asksForSeveral } from '../check/asks-for-several.ts';
import { asksForLight } from '../check/asks-for-light.ts';
import { asksForRim } from '../check/asks-for-rim.ts';
import { asksForSlight } from '../check/asks-for-slight.ts';
import type { ExpectedPicture } from '../check/expected-picture.ts';
import { silhouetteOf } from '../measure/silhouette-of.ts';
import { assetSize } from '../plan/asset-size.ts';
import type { MakePlan } from '../plan/plan.ts';
import type { Raster } from '../raster/raster.ts';
import type { ManifestFile } from '../report/manifest.ts';
import { sheetEntries } from '../sheet/entries.ts';

/** A finished picture of an asset, and what was asked of it. `images` holds the decoded files of `image` shapes by hash. */
export function expectedPicture({ asset, request }: MakePlan, { file, raster, images }: Finished): ExpectedPicture {
  const { job, finish } = request;
  const size = assetSize(asset);
  const isPixelArt = finish.resample === 'nearest';
  const silhouette = asset.type === 'entity' ? silhouetteOf(job.guide, size, images) : undefined;
  const isFree = job.transparent && (asset.type === 'entity' || asset.type === 'title_hero');
  return {
    ...size,
    raster,
    alpha: alphaOf({ asset, request }, file),
    isPixelArt,
    loop: loopOf(asset),
    ...(silhouette ? { silhouette } : {}),
    ...(isPixelArt && asset.type !== 'sheet' ? { mostColours: PIXEL_COLOURS } : {}),
    ...(asset.type === 'entity' && asset.shape?.kind === 'box' ? { isBoxed: true } : {}),
    ...(isFree ? { free: asset.type === 'entity' ? 'subject' : 'lettering' } : {}),
    ...(isFree && asksForLight(asset.description) ? { isAglow: true } : {}),
    ...(isFree && asksForRim(asset.description) ? { isRimmed: true } : {}),
    ...(isFree && asksForSlight(asset.description) ? { isSlight: true } : {}),
    ...(isFree && asksForSeveral(asset.description) ? { several: true } : {}),
    ...(asset.type === 'sheet' ? { sheet: { kind: asset.kind, cells: sheetEntries(asset) } } : {}),
  };
}

export interface Finished {
  readonly file: Pick<ManifestFile, 'role' | 'layer'>;
  readonly raster: Raster;
  readonly images: ReadonlyMap<string, Raster>;
}

/** Plenty for pixel art: what has more was painted smoothly and only made small. */
const PIXEL_COLOURS = 64;

type Asked = Pick<MakePlan, 'asset' | 'request'>;

function alphaOf({ asset, request }: Asked, file: Finished['file']): ExpectedPicture['alpha'] {
  if (asset.type === 'sheet') return 'any';
  if (file.role === 'layer') return file.layer === 0 ? 'opaque' : 'cut-out';
  return request.job.transparent ? 'cut-out' : 'opaque';
}

function loopOf(asset: Asked['asset']): ExpectedPicture['loop'] {
  if (asset.type === 'background') return asset.tile;
  return asset.type === 'parallax' ? asset.loop : 'none';
}
