import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { sha256 } from '../../hash.ts';
import { storeContract } from '../../testing/store-contract.ts';
import { type R2BucketBinding, createR2Store } from './index.ts';

const bucket = env.ASSETS;
let prefixes = 0;
const freshPrefix = (): string => `fresh-${(prefixes += 1)}/v1`;

storeContract('r2 in workerd', async () => createR2Store(bucket, { prefix: freshPrefix() }));

test('puts files under the prefix, with their type, and says where to read them', async () => {
  const prefix = freshPrefix();
  const store = createR2Store(bucket, { prefix: `${prefix}/`, publicUrl: 'https://assets.example.com/' });
  await store.put('slime.png', new Uint8Array([1]), { contentType: 'image/png' });
  const stored = await bucket.head(`${prefix}/slime.png`);
  expect(stored).toMatchObject({ httpMetadata: { contentType: 'image/png', cacheControl: 'no-cache' } });
  expect(store.publicUrl?.('slime.png')).toBe(`https://assets.example.com/${prefix}/slime.png`);
});

const MEGABYTE = 1024 * 1024;

async function* long(megabytes: number): AsyncGenerator<Uint8Array> {
  for (let piece = 0; piece < megabytes; piece += 1) yield new Uint8Array(MEGABYTE).fill(piece);
}

test('a long file goes in parts, and is known by its bytes', async () => {
  const store = createR2Store(bucket, { prefix: freshPrefix() });
  await store.put('report.html', long(9), { contentType: 'text/html' });
  const whole = new Uint8Array(9 * MEGABYTE).map((_, index) => Math.floor(index / MEGABYTE));
  expect(await store.head('report.html')).toEqual({ bytes: whole.length, sha256: sha256(whole) });
});

test('a long file that breaks off leaves nothing', async () => {
  const store = createR2Store(bucket, { prefix: freshPrefix() });
  const broken = (async function* () {
    yield* long(9);
    throw new Error('the source broke');
  })();
  await expect(store.put('report.html', broken, { contentType: 'text/html' })).rejects.toThrow('the source broke');
  expect(await store.get('report.html')).toBeUndefined();
});

test('a bucket that fails now and then is asked again, and one that always fails is given up', async () => {
  const sleep = async (): Promise<void> => undefined;
  let count = 0;
  const failing = (every: number): R2BucketBinding => ({
    ...bound(),
    put: (...args) =>
      (count += 1) % every === 0 ? bucket.put(...args) : Promise.reject(new Error('put: We failed. (10001)')),
  });
  const prefix = freshPrefix();
  await createR2Store(failing(3), { prefix, sleep }).put('a.png', new Uint8Array([1]), { contentType: 'image/png' });
  expect(count).toBe(3);
  const given = createR2Store(failing(1000), { prefix, sleep }).put('a.png', new Uint8Array(), { contentType: 'a/b' });
  await expect(given).rejects.toMatchObject({
    code: 'LIMNER_STORE_FAILED',
    message: 'a.png cannot be written to R2: put: We failed. (10001).',
  });
});

function bound(): R2BucketBinding {
  return {
    head: (key) => bucket.head(key),
    get: (key) => bucket.get(key),
    put: (...args) => bucket.put(...args),
    delete: (key) => bucket.delete(key),
    createMultipartUpload: (...args) => bucket.createMultipartUpload(...args),
  };
}
