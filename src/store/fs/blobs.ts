import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobStore } from '../store.ts';
import { storeFailure, writeWhole } from './write-whole.ts';

/** Blobs in a folder, as `<first two digits>/<sha256>`. Safe for several processes at once. */
export function createFsBlobs(root: string): BlobStore {
  const has = async (sha256: string): Promise<boolean> =>
    access(join(root, place(sha256))).then(
      () => true,
      () => false,
    );
  return {
    has,
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      if (!(await has(sha256))) await writeWhole(root, place(sha256), bytes);
      return sha256;
    },
    async get(sha256) {
      return readFile(join(root, place(sha256))).catch((error: unknown) => {
        throw storeFailure(`The picture ${sha256} is not in ${root} any more`, error);
      });
    },
  };
}

const place = (sha256: string): string => join(sha256.slice(0, 2), sha256);
