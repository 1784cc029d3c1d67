import { LimnerError } from '../errors.ts';
import type { ParsedPack } from '../pack/parse-pack.ts';
import type { PackProblem } from '../pack/problem.ts';
import { decodePng } from '../raster/png.ts';
import { readPackFile } from './read-pack-file.ts';

const MAX_BYTES = 32 * 1024 * 1024;
/** 4096 × 4096: no outline needs more. */
const MAX_PIXELS = 16_777_216;

export interface PackImages {
  readonly images: ReadonlyMap<string, Uint8Array>;
  readonly problems: readonly PackProblem[];
}

/** Reads every image that a pack names, or says at the line that names it why it cannot serve. */
export async function readPackImages(folder: string, parsed: ParsedPack & { ok: true }): Promise<PackImages> {
  const images = new Map<string, Uint8Array>();
  const problems: PackProblem[] = [];
  for (const path of parsed.images) {
    const read = await readImage(folder, path);
    if (typeof read === 'string') problems.push(parsed.imageProblem(path, `the image ${JSON.stringify(path)} ${read}`));
    else images.set(path, read);
  }
  return { images, problems };
}

/** The bytes of a PNG, or why they cannot be had. */
async function readImage(folder: string, path: string): Promise<Uint8Array | string> {
  const bytes = await readPackFile(folder, path, MAX_BYTES);
  if (typeof bytes === 'string') return bytes;
  try {
    decodePng(bytes, { maxPixels: MAX_PIXELS });
    return bytes;
  } catch (error) {
    return error instanceof LimnerError ? `cannot be used: ${error.message}` : 'cannot be read';
  }
}
