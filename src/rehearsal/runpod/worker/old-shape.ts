import type { OutputImage } from './collect-images.ts';
import type { Posted } from './handler.ts';
import { isDict } from '../../http/dict.ts';

const UPLOAD_FAILED = 'Failed to upload one or more input images';

/** The same result from worker-comfyui 3.x and 4.0: only the last picture, and uploads that failed end as COMPLETED. */
export function toOldShape(posted: Posted): Posted {
  const { error, output } = posted;
  if (error === UPLOAD_FAILED) {
    return { output: { status: 'error', message: 'Some images failed to upload', ...(isDict(output) ? output : {}) } };
  }
  const last = lastImage(output);
  return last ? { output: { status: 'success', message: last.data } } : posted;
}

function lastImage(output: unknown): OutputImage | undefined {
  const images: unknown = isDict(output) ? output['images'] : undefined;
  const last: unknown = Array.isArray(images) ? images.at(-1) : undefined;
  return isOutputImage(last) ? last : undefined;
}

export function isOutputImage(value: unknown): value is OutputImage {
  return isDict(value) && typeof value['filename'] === 'string' && typeof value['data'] === 'string';
}
