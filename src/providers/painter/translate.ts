import { silhouetteMask } from '../../guide/silhouette.ts';
import type { Raster } from '../../raster/raster.ts';
import type { ImageJob } from '../provider.ts';
import type { Commission } from './art/paint-job.ts';
import { worldOf } from './art/world.ts';

/**
 * What the art engine draws for a job. Only the subject's own words and the cells' count: style, theme and background
 * sentences of the prompt must not colour the picture. `images` holds the decoded files of `image` shapes by hash.
 */
export function translateJob(job: ImageJob, images: ReadonlyMap<string, Raster>): Commission {
  const { guide, canvas } = job;
  const world = worldOf(job);
  if (guide?.kind !== 'silhouette' || !guide.chosen) return { job, world };
  return { job, world, outline: silhouetteMask(guide.shape, canvas, images) };
}

/** The hash of the picture that a job's outline comes from, if it comes from one. */
export function chosenImage({ guide }: ImageJob): string | undefined {
  return guide?.kind === 'silhouette' && guide.chosen && guide.shape.kind === 'image' ? guide.shape.image : undefined;
}
