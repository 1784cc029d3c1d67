import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** The bytes of a plain file in the pack's folder, or why they cannot be had, after its name. */
export async function readPackFile(folder: string, path: string, maxBytes: number): Promise<Uint8Array | string> {
  try {
    const file = await realpath(join(folder, path));
    if (!file.startsWith((await realpath(folder)).replace(/[/\\]$/, '') + sep)) return "leads out of the pack's folder";
    const found = await stat(file);
    if (!found.isFile()) return 'is not a plain file';
    if (found.size > maxBytes) return `is larger than ${maxBytes / 1024 / 1024} MB`;
    return new Uint8Array(await readFile(file));
  } catch (error) {
    return isMissing(error) ? "is not there; its path starts at the pack's folder" : 'cannot be read';
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
