import { LimnerError } from '../../errors.ts';
import { decodePng } from '../../raster/png.ts';
import type { Raster } from '../../raster/raster.ts';
import type { PaintedBlob, RunRecord } from '../record.ts';
import { type StageContext, need } from '../stage.ts';

/**
 * The one picture that the provider brought.
 * @throws LIMNER_PICTURE_INVALID when there is none or it cannot be read
 */
export async function paintedPicture(record: RunRecord, context: StageContext): Promise<Raster> {
  const image = pictures(record).find(({ role }) => role === 'image');
  if (!image)
    throw new LimnerError('LIMNER_PICTURE_INVALID', 'The provider brought layers where one picture was asked for.');
  const known = context.rasters.get(image.blob);
  if (known) return known;
  const raster = decodePng(await context.ports.blobs.get(image.blob));
  context.rasters.set(image.blob, raster);
  return raster;
}

/**
 * The layers, the farthest first.
 * @throws LIMNER_PICTURE_INVALID when one is missing or cannot be read
 */
export async function paintedLayer(record: RunRecord, layer: number, context: StageContext): Promise<Raster> {
  const image = pictures(record).find((candidate) => candidate.role === 'layer' && candidate.layer === layer);
  if (!image) throw new LimnerError('LIMNER_PICTURE_INVALID', `The provider brought no layer ${layer}.`);
  return decodePng(await context.ports.blobs.get(image.blob));
}

function pictures({ cut, painted }: RunRecord): readonly PaintedBlob[] {
  return (cut ?? need(painted, 'painted')).images;
}
