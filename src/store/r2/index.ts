import { LimnerError } from '../../errors.ts';
import { sha256 } from '../../hash.ts';
import { pause } from '../../providers/pause.ts';
import { alreadyThere } from '../already-there.ts';
import { cacheControl } from '../cache-control.ts';
import { cutBody } from '../cut-body.ts';
import { checkStorePath } from '../path.ts';
import type { AssetStore } from '../store.ts';
import type { R2BucketBinding, R2Part, R2PutOptions, R2Served, R2Stored } from './binding.ts';

export type { R2BucketBinding } from './binding.ts';

export interface R2Options {
  /** Stands before every path, with a slash between. */
  readonly prefix?: string;
  /** Where everybody can read the bucket, prefix not included. */
  readonly publicUrl?: string;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly signal?: AbortSignal;
}

/** All parts but the last must be as large as each other, and 5 MiB at the least. */
const PART_BYTES = 8 * 1024 * 1024;

/** An R2 bucket that is bound to a Worker, as a store: no keys, no signatures, and R2 verifies the bytes itself. */
export function createR2Store(bucket: R2BucketBinding, options: R2Options = {}): AssetStore {
  const folder = options.prefix === undefined ? '' : `${options.prefix.replace(/\/+$/, '')}/`;
  const steadily = steady(options);
  const keyOf = (path: string): string => {
    checkStorePath(path);
    return `${folder}${path}`;
  };

  async function get(path: string): Promise<Uint8Array | undefined> {
    const key = keyOf(path);
    return steadily(`${path} cannot be read from R2`, async () => {
      const found = await bucket.get(key);
      const bytes = found && new Uint8Array(await found.arrayBuffer());
      const noted = found?.customMetadata?.['sha256'];
      if (bytes && noted !== undefined && noted !== sha256(bytes)) throw new Error('the bytes are damaged');
      return bytes ?? undefined;
    });
  }

  async function putWhole(path: string, bytes: Uint8Array, put: R2PutOptions): Promise<void> {
    const stored = await steadily(`${path} cannot be written to R2`, () => bucket.put(keyOf(path), bytes, put));
    if (stored) return;
    // It may be ours: the answer to an earlier try can have been lost.
    const there = await get(path);
    if (!there || sha256(there) !== put.sha256) throw alreadyThere(path);
  }

  async function putParts(path: string, parts: AsyncIterable<Uint8Array>, served: R2Served): Promise<void> {
    const what = `${path} cannot be written to R2`;
    const upload = await steadily(what, () => bucket.createMultipartUpload(keyOf(path), served));
    try {
      const sent: R2Part[] = [];
      for await (const bytes of parts) sent.push(await steadily(what, () => upload.uploadPart(sent.length + 1, bytes)));
      // An upload that is complete cannot be completed again.
      await upload.complete(sent).catch((error: unknown) => {
        throw storeFailure(what, error);
      });
    } catch (error) {
      await upload.abort().catch(() => undefined);
      throw error;
    }
  }

  return {
    get,
    async put(path, body, { contentType, ifAbsent = false }) {
      const served = { httpMetadata: { contentType, cacheControl: cacheControl(path) } };
      keyOf(path);
      // R2 takes conditions for whole files alone.
      const cut = await cutBody(body, ifAbsent ? Infinity : PART_BYTES);
      if ('parts' in cut) return putParts(path, cut.parts, served);
      const hash = sha256(cut.whole);
      const once = ifAbsent ? { onlyIf: { etagDoesNotMatch: '*' } } : {};
      await putWhole(path, cut.whole, { ...served, ...once, sha256: hash, customMetadata: { sha256: hash } });
    },
    async head(path) {
      const key = keyOf(path);
      const found = await steadily<R2Stored | null>(`${path} cannot be looked up in R2`, () => bucket.head(key));
      if (!found) return undefined;
      const noted = found.customMetadata?.['sha256'];
      if (noted !== undefined) return { bytes: found.size, sha256: noted };
      const bytes = await get(path);
      return bytes && { bytes: bytes.length, sha256: sha256(bytes) };
    },
    async remove(path) {
      const key = keyOf(path);
      await steadily(`${path} cannot be removed from R2`, () => bucket.delete(key));
    },
    publicUrl: (path) =>
      options.publicUrl === undefined ? undefined : `${options.publicUrl.replace(/\/+$/, '')}/${keyOf(path)}`,
  };
}

const TRIES = 5;
const FIRST_PAUSE_MS = 200;

type Steadily = <T>(what: string, work: () => Promise<T>) => Promise<T>;

/** R2 asks to be tried again now and then, and takes one write a second to a key. */
function steady({ sleep = pause, signal = new AbortController().signal }: R2Options): Steadily {
  return async (what, work) => {
    for (let count = 1; ; count += 1) {
      signal.throwIfAborted();
      try {
        return await work();
      } catch (error) {
        if (count === TRIES) throw storeFailure(what, error);
      }
      await sleep(FIRST_PAUSE_MS * 2 ** (count - 1), signal);
    }
  };
}

function storeFailure(what: string, error: unknown): LimnerError {
  const reason = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
  return new LimnerError('LIMNER_STORE_FAILED', `${what}: ${reason}.`, {
    cause: error,
    retryable: true,
    next: 'Run it again: nothing is paid twice.',
  });
}
