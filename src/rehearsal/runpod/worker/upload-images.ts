import type { ComfyEngine } from '../../comfy/engine.ts';
import { Base64Error, pythonBase64Decode } from './python-base64.ts';
import { pythonStr } from './python-repr.ts';
import { isDict } from '../../http/dict.ts';
import { pythonType } from './read-input.ts';

const UPLOAD_URL = 'http://127.0.0.1:8188/upload/image';

/**
 * Uploads the job's images one after another, each over a file of the same name; the sentences about those that failed.
 * Only flat names arrive: ComfyUI answers 500 to a name with a folder in it.
 */
export function uploadImages(images: readonly unknown[], engine: ComfyEngine): readonly string[] {
  return images.flatMap((image) => {
    const problem = uploadImage(image, engine);
    return problem === undefined ? [] : [problem];
  });
}

function uploadImage(image: unknown, engine: ComfyEngine): string | undefined {
  if (!isDict(image)) return `Unexpected error uploading unknown: ${pythonType(image)} indices must be integers`;
  const name = pythonStr(image['name']);
  try {
    const bytes = decodeImage(image['image']);
    if (name.includes('/'))
      return `Error uploading ${name}: 500 Server Error: Internal Server Error for url: ${UPLOAD_URL}`;
    if (name === '') return `Error uploading ${name}: 400 Client Error: Bad Request for url: ${UPLOAD_URL}`;
    engine.upload({ name, bytes, type: 'input', overwrite: true });
    return undefined;
  } catch (error) {
    if (error instanceof Base64Error) return `Error decoding base64 for ${name}: ${error.message}`;
    if (error instanceof TypeError) return `Unexpected error uploading ${name}: ${error.message}`;
    throw error;
  }
}

/** Everything up to the first comma is taken for the head of a data URI. */
function decodeImage(image: unknown): Uint8Array {
  if (typeof image !== 'string') throw new TypeError(`argument of type '${pythonType(image)}' is not iterable`);
  const data = image.slice(image.indexOf(',') + 1);
  if (/[\u0080-\uffff]/.test(data)) throw new TypeError('string argument should contain only ASCII characters');
  return pythonBase64Decode(data);
}
