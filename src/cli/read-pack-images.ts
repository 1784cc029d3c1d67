import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { LimnerError } from '../errors.ts';
import type { ParsedPack } from '../pack/parse-pack.ts';
import type { PackProblem } from '../pack/problem.ts';
import { decodePng } from '../raster/png.ts';

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
  try {
    const file = await realpath(join(folder, path));
    if (!file.startsWith((await realpath(folder)).replace(/[/\\]$/, '') + sep)) return "leads out of the pack's folder";
    const found = await stat(file);
    if (!found.isFile()) return 'is not a plain file';
    if (found.size > MAX_BYTES) return 'is larger than 32 MB';
    const bytes = new Uint8Array(await readFile(file));
    decodePng(bytes, { maxPixels: MAX_PIXELS });
    return bytes;
  } catch (error) {
    if (error instanceof LimnerError) return `cannot be used: ${error.message}`;
    return isMissing(error) ? "is not there; its path starts at the pack's folder" : 'cannot be read';
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
