import { encodePng } from '../../raster/png.ts';
import type { Raster } from '../../raster/raster.ts';
import { resize } from '../../raster/resize.ts';
import type { ScenarioJob } from './job.ts';
import { type Painted, type PaintTask, paintTask } from './paint-task.ts';
import { encodeWebp } from './webp.ts';

export type { PaintTask } from './paint-task.ts';

/** A file before it has an id. */
export interface NewAsset {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
  readonly width: number;
  readonly height: number;
  readonly name: string;
  /** What the API calls `metadata.type`. */
  readonly type: string;
  /** What the painter still knows of the picture; absent for files that came from outside. */
  readonly painted?: Painted;
}

/** The files that a job ends with, its faults included. */
export function makeAssets(job: ScenarioJob, task: PaintTask): readonly NewAsset[] {
  return paintTask(task).map((painted, index): NewAsset => {
    const isStruck = index === 0;
    // Its maker knows nothing of a picture that came out otherwise.
    const given = isStruck && job.fault('wrong-size') ? { raster: halved(painted.raster) } : painted;
    const { raster } = given;
    const isWebp = task.model.format === 'webp' || (isStruck && job.fault('webp-output') !== undefined);
    const { width, height } = raster;
    const bytes = isWebp ? encodeWebp(raster) : encodePng(raster, { level: 1 });
    const mimeType = isWebp ? 'image/webp' : 'image/png';
    return { bytes, mimeType, width, height, name: `${job.id}-${index}`, type: job.spec.operation, painted: given };
  });
}

function halved(raster: Raster): Raster {
  return resize(raster, Math.max(1, raster.width >> 1), Math.max(1, raster.height >> 1), 'smooth');
}
