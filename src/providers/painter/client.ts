import { encodePng, decodePng } from '../../raster/png.ts';
import type { Raster } from '../../raster/raster.ts';
import type { ImageJob, JobState, PaintedImage, PollContext } from '../provider.ts';
import { paintJob } from './art/paint-job.ts';
import { remarksOn } from './art/remarks.ts';
import { paintingFailed } from './errors.ts';
import { chosenImage, translateJob } from './translate.ts';

/** Paints a job here and now. A fault is this job's failure; only an abort is thrown. */
export async function paintTicket(job: ImageJob, context: PollContext): Promise<JobState> {
  try {
    const pictures = paintJob(translateJob(job, await loadImages(job, context)));
    context.signal.throwIfAborted();
    const images = pictures.map((picture, index) => toImage(job, picture, index));
    return { phase: 'done', images, usd: 0, warnings: remarksOn(job) };
  } catch (error) {
    context.signal.throwIfAborted();
    return { phase: 'failed', error: paintingFailed(error), usd: 0 };
  }
}

async function loadImages(job: ImageJob, context: PollContext): Promise<ReadonlyMap<string, Raster>> {
  const hash = chosenImage(job);
  return new Map(hash === undefined ? [] : [[hash, decodePng(await context.readBlob(hash))]]);
}

function toImage(job: ImageJob, picture: Raster, layer: number): PaintedImage {
  const file = { bytes: encodePng(picture, { level: 1 }), mimeType: 'image/png' };
  return job.composition.kind === 'layers' ? { role: 'layer', layer, ...file } : { role: 'image', ...file };
}
