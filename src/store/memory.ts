import { LimnerError } from '../errors.ts';
import { sha256 } from '../hash.ts';
import { concatBytes } from '../raster/concat-bytes.ts';
import { alreadyThere } from './already-there.ts';
import { checkStorePath } from './path.ts';
import type { AssetStore, BlobStore, Body } from './store.ts';

/** A store that lasts as long as the process. `files` shows what is in it. */
export function createMemoryStore(): AssetStore & { readonly files: ReadonlyMap<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    async put(path, body, { ifAbsent = false }) {
      checkStorePath(path);
      const bytes = await collect(body);
      const there = files.get(path);
      if (ifAbsent && there && sha256(there) !== sha256(bytes)) throw alreadyThere(path);
      files.set(path, bytes);
    },
    get: async (path) => files.get(path)?.slice(),
    async head(path) {
      const bytes = files.get(path);
      return bytes && { bytes: bytes.length, sha256: sha256(bytes) };
    },
    remove: async (path) => void files.delete(path),
  };
}

export function createMemoryBlobs(): BlobStore {
  const blobs = new Map<string, Uint8Array>();
  return {
    async put(bytes) {
      const hash = sha256(bytes);
      if (!blobs.has(hash)) blobs.set(hash, bytes.slice());
      return hash;
    },
    async get(hash) {
      const bytes = blobs.get(hash);
      if (bytes) return bytes;
      throw new LimnerError('LIMNER_PICTURE_LOST', `No picture is kept under ${hash}.`);
    },
    has: async (hash) => blobs.has(hash),
  };
}

async function collect(body: Body): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body.slice();
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(typeof piece === 'string' ? encoder.encode(piece) : piece.slice());
  return concatBytes(pieces);
}
