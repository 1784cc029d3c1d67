import { afterAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/hash.ts';
import { createS3Store } from '../../src/store/s3/index.ts';
import type { AssetStore } from '../../src/store/store.ts';
import { storeContract } from '../../src/testing/store-contract.ts';
import { openBucket } from './live-environment.ts';

const sweeps: (() => Promise<void>)[] = [];

/** A store below a prefix of its own, which is emptied in the end. */
async function freshStore(): Promise<AssetStore> {
  const options = openBucket();
  if (!options) throw new Error('No bucket is set up.');
  const store = createS3Store({ ...options, prefix: `limner-live/${crypto.randomUUID()}` });
  const paths = new Set<string>();
  sweeps.push(async () => {
    for (const path of paths) await store.remove(path).catch(() => undefined);
  });
  return { ...store, put: (path, ...rest) => (paths.add(path), store.put(path, ...rest)) };
}

afterAll(async () => {
  for (const sweep of sweeps) await sweep();
});

describe.skipIf(openBucket() === undefined)('the bucket of R2_BUCKET', () => {
  storeContract('it', freshStore);

  test('can be written, and takes a long file in parts', async () => {
    const store = await freshStore();
    await store.check?.();
    const long = async function* () {
      for (let piece = 0; piece < 17; piece += 1) yield new Uint8Array(1024 * 1024).fill(piece);
    };
    await store.put('report.html', long(), { contentType: 'text/html' });
    const whole = Buffer.concat(Array.from({ length: 17 }, (_, piece) => Buffer.alloc(1024 * 1024, piece)));
    expect(await store.head('report.html')).toEqual({ bytes: whole.length, sha256: sha256(whole) });
  });
});
