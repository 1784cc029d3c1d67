import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { checkStorePath } from '../path.ts';
import type { AssetStore } from '../store.ts';
import { UNFINISHED_FOLDER, storeFailure, writeWhole } from './write-whole.ts';

/** A folder as a store. The folder is made with the first file. */
export function createFsStore(root: string): AssetStore & { sweep(): Promise<void> } {
  return {
    async put(path, body, { ifAbsent = false }) {
      checkStorePath(path);
      await writeWhole(root, path, body, { ifAbsent });
    },
    async get(path) {
      checkStorePath(path);
      return readFile(join(root, path)).catch(absentOr(`${path} cannot be read`));
    },
    async head(path) {
      checkStorePath(path);
      const file = join(root, path);
      const info = await stat(file).catch(absentOr(`${path} cannot be read`));
      if (!info?.isFile()) return undefined;
      const hash = createHash('sha256');
      await pipeline(createReadStream(file), hash).catch((error: unknown) => {
        throw storeFailure(`${path} cannot be read`, error);
      });
      return { bytes: info.size, sha256: hash.digest('hex') };
    },
    async remove(path) {
      checkStorePath(path);
      await rm(join(root, path), { force: true });
    },
    /** Removes what a crash left unfinished. Only for the one process that holds the folder's lock. */
    async sweep() {
      await rm(join(root, UNFINISHED_FOLDER), { recursive: true, force: true });
    },
  };
}

function absentOr(what: string): (error: unknown) => undefined {
  return (error) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw storeFailure(what, error);
  };
}
