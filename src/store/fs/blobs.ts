import { createHash } from 'node:crypto';
import { access, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LimnerError } from '../../errors.ts';
import type { BlobStore } from '../store.ts';
import { sweepAbandoned, writeWhole } from './write-whole.ts';

/** Blobs in a folder, as `<first two digits>/<sha256>`. Safe for several processes at once. */
export function createFsBlobs(root: string): BlobStore & { sweep(now: number): Promise<void> } {
  const has = async (sha256: string): Promise<boolean> =>
    access(join(root, place(sha256))).then(
      () => true,
      () => false,
    );
  return {
    has,
    async put(bytes, options) {
      const sha256 = hashOf(bytes);
      if (!(await has(sha256))) await writeWhole(root, place(sha256), bytes, options);
      return sha256;
    },
    async get(sha256) {
      const file = join(root, place(sha256));
      const bytes = await readFile(file).catch((error: unknown) => {
        throw lost(`The picture ${sha256} cannot be read from ${root}`, error);
      });
      if (hashOf(bytes) === sha256) return bytes;
      await rm(file, { force: true }).catch(() => undefined);
      throw lost(`The picture ${sha256} in ${root} was damaged`);
    },
    /** Removes what crashes left unfinished; `now` in milliseconds since 1970. */
    sweep: (now) => sweepAbandoned(root, now),
  };
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Names come from files that people can edit, so they are not trusted to be hashes. */
function place(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw lost(`"${sha256.slice(0, 80)}" is no sha256`);
  return join(sha256.slice(0, 2), sha256);
}

function lost(what: string, cause?: unknown): LimnerError {
  return new LimnerError('LIMNER_PICTURE_LOST', `${what}.`, { cause });
}
