import { LimnerError } from '../../errors.ts';
import { cacheControl } from '../cache-control.ts';
import { cutBody } from '../cut-body.ts';
import { checkStorePath } from '../path.ts';
import type { AssetStore } from '../store.ts';
import { type S3Client, createS3Client } from './client.ts';
import { digestOf } from './digest.ts';
import { damaged } from './errors.ts';
import { type S3Options, keyOf, publicAddress } from './options.ts';
import { HASH_HEADER, abandonParts, beginParts, putParts, putWhole } from './upload.ts';

export type { S3Options } from './options.ts';

const PART_BYTES = 8 * 1024 * 1024;
const NOT_FOUND = [404] as const;

/**
 * A bucket that speaks S3 (R2, AWS, MinIO and others) as a store. Failures that may pass are waited out, and the bytes of
 * every file are verified as they come and go.
 * @throws LIMNER_STORE_UNAVAILABLE when the options make no address that may be sent to
 */
export function createS3Store(options: S3Options): AssetStore {
  const client = createS3Client(options);
  const at = (path: string, what: string): { readonly key: string; readonly target: string } => {
    checkStorePath(path);
    return { key: keyOf(options, path), target: `${path} cannot be ${what} the bucket ${options.bucket}` };
  };

  async function get(path: string): Promise<Uint8Array | undefined> {
    const { key, target } = at(path, 'read from');
    const answer = await client.ask({
      method: 'GET',
      key,
      target,
      also: NOT_FOUND,
      fault: async ({ bytes, headers }) => {
        const noted = headers.get(HASH_HEADER);
        return noted === null || noted === (await digestOf(bytes)) ? undefined : damaged(target);
      },
    });
    return answer.status === 404 ? undefined : answer.bytes;
  }

  return {
    get,
    async put(path, body, { contentType, ifAbsent = false }) {
      const headers = { 'content-type': contentType, 'cache-control': cacheControl(path) };
      const upload = { client, path, ...at(path, 'written to'), headers, ifAbsent };
      const cut = await cutBody(body, options.partBytes ?? PART_BYTES);
      await ('whole' in cut ? putWhole(upload, cut.whole) : putParts(upload, cut.parts));
    },
    async head(path) {
      const answer = await client.ask({ method: 'HEAD', ...at(path, 'looked up in'), also: NOT_FOUND });
      if (answer.status === 404) return undefined;
      const noted = answer.headers.get(HASH_HEADER);
      if (noted !== null) return { bytes: Number(answer.headers.get('content-length')), sha256: noted };
      // Sent in parts, or put there by others: only its bytes tell.
      const bytes = await get(path);
      return bytes && { bytes: bytes.length, sha256: await digestOf(bytes) };
    },
    async remove(path) {
      await client.ask({ method: 'DELETE', ...at(path, 'removed from'), also: NOT_FOUND });
    },
    check: () => checkBucket(client, options),
    publicUrl: (path) =>
      options.publicUrl === undefined ? undefined : publicAddress(options.publicUrl, options.prefix, path),
  };
}

/** Somebody waits for this one. */
const PATIENCE = { tries: 5, timeoutMs: 10_000 };

/** An upload that is begun and given up shows whether files may be written, and nobody sees it. */
async function checkBucket(client: S3Client, options: S3Options): Promise<void> {
  const key = keyOf(options, 'manifest.json');
  const write = { client, key, target: `Nothing can be written to the bucket ${options.bucket}`, headers: {} };
  const target = `Nothing can be looked up in the bucket ${options.bucket}`;
  try {
    await abandonParts(write, await beginParts(write, PATIENCE));
    await client.ask({ method: 'HEAD', key, target, also: NOT_FOUND, ...PATIENCE });
  } catch (error) {
    if (!(error instanceof LimnerError)) throw error;
    const { message, next, facts } = error;
    throw new LimnerError('LIMNER_STORE_UNAVAILABLE', message, { cause: error, next, facts });
  }
}
