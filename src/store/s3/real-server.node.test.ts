import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../hash.ts';
import { storeContract } from '../../testing/store-contract.ts';
import { createS3Store } from './index.ts';

let server: Awaited<ReturnType<typeof startFauxqs>>;
let buckets = 0;

beforeAll(async () => {
  server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
});
afterAll(async () => server.stop());

// It takes any signature and knows no conditions: the fake beside this file is asked about those.
storeContract('s3 on a public server', async () => freshStore(), { cannotWriteOnce: true });

test('a long file goes in parts to a public server, and is known by its bytes', async () => {
  const store = freshStore();
  const piece = (index: number): Uint8Array => new Uint8Array(1024 * 1024).fill(index);
  const long = async function* () {
    for (let index = 0; index < 17; index += 1) yield piece(index);
  };
  await store.put('report.html', long(), { contentType: 'text/html' });
  const whole = Buffer.concat(Array.from({ length: 17 }, (_, index) => piece(index)));
  expect(await store.head('report.html')).toEqual({ bytes: whole.length, sha256: sha256(whole) });
});

test('a public server is found writable, and left as it is', async () => {
  const store = freshStore();
  await store.check?.();
  expect(await store.head('manifest.json')).toBeUndefined();
});

function freshStore() {
  const bucket = `bucket-${(buckets += 1)}`;
  server.createBucket(bucket);
  return createS3Store({
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'us-east-1',
    bucket,
    prefix: 'slime-quest/v1',
    accessKeyId: 'test',
    secretAccessKey: 'test',
  });
}
