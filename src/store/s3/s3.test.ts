import { describe, expect, test } from 'vitest';
import { sha256 } from '../../hash.ts';
import { FAKE_BUCKET, FAKE_KEYS, type FakeS3Options, startFakeS3 } from '../../testing/fake-s3.ts';
import { pause } from '../../providers/pause.ts';
import { startScriptedHttp } from '../../testing/scripted-http.ts';
import { storeContract } from '../../testing/store-contract.ts';
import { type S3Options, createS3Store } from './index.ts';

const PNG = { contentType: 'image/png' };
const FAKE_ACCESS = { bucket: FAKE_BUCKET, ...FAKE_KEYS };
const quickly = async (): Promise<void> => undefined;

async function startStore(fake: FakeS3Options = {}, options: Partial<S3Options> = {}) {
  const server = await startFakeS3(fake);
  const store = createS3Store({ ...server.access, sleep: quickly, ...options });
  return { server, store, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

storeContract('s3 on a server that checks everything', async () => (await startStore()).store);
storeContract('s3 with a prefix, in small parts', async () => {
  return (await startStore({}, { prefix: 'slime-quest/v1/', partBytes: 50_000 })).store;
});

/** Of ten requests two go wrong, each in its way. */
const faultyFifth: FakeS3Options['fault'] = (_request, index) => {
  if (index % 5 !== 2) return undefined;
  const faults = [
    'cut',
    'cut-after',
    { status: 500, code: 'InternalError' },
    { status: 503, code: 'SlowDown' },
  ] as const;
  return faults[Math.floor(index / 5) % faults.length];
};
storeContract('s3 on a server that fails a fifth of its requests', async () => {
  return (await startStore({ fault: faultyFifth }, { partBytes: 50_000 })).store;
});

test('puts files under the prefix, with their type, and has readers ask for news each time', async () => {
  await using it = await startStore({}, { prefix: 'slime-quest/v1' });
  const hash = sha256('by content');
  await it.store.put('slime.png', new Uint8Array([1]), PNG);
  await it.store.put(`blobs/${hash}.png`, new Uint8Array([1]), PNG);
  const [slime, blob] = [
    it.server.objects.get('slime-quest/v1/slime.png'),
    it.server.objects.get(`slime-quest/v1/blobs/${hash}.png`),
  ];
  expect(slime?.headers).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'no-cache' });
  expect(blob?.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable' });
});

test('says where everybody can read a file, where it was told', async () => {
  const options = {
    endpoint: 'https://s3.example.com',
    region: 'auto',
    bucket: 'abc',
    accessKeyId: 'a',
    secretAccessKey: 'b',
  };
  const known = createS3Store({ ...options, prefix: 'v1', publicUrl: 'https://assets.example.com/' });
  expect(known.publicUrl?.('slime.png')).toBe('https://assets.example.com/v1/slime.png');
  expect(createS3Store(options).publicUrl?.('slime.png')).toBeUndefined();
});

describe('a long file', () => {
  const long = async function* () {
    for (let piece = 0; piece < 40; piece += 1) yield new Uint8Array(10_000).fill(piece);
  };

  test('goes in parts of one size, and is known by its bytes', async () => {
    await using it = await startStore({}, { partBytes: 64_000 });
    await it.store.put('report.html', long(), { contentType: 'text/html' });
    expect(it.server.seen.filter(({ url }) => url.includes('partNumber='))).toHaveLength(7);
    expect(it.server.uploads.size).toBe(0);
    const whole = Buffer.concat(Array.from({ length: 40 }, (_, piece) => Buffer.alloc(10_000, piece)));
    expect(await it.store.head('report.html')).toEqual({ bytes: 400_000, sha256: sha256(whole) });
    expect(it.server.objects.get('report.html')?.headers).toMatchObject({ 'content-type': 'text/html' });
  });

  test('leaves nothing when it breaks off, or when the run is stopped', async () => {
    await using it = await startStore({}, { partBytes: 64_000 });
    const broken = (async function* () {
      yield* long();
      throw new Error('the source broke');
    })();
    await expect(it.store.put('report.html', broken, PNG)).rejects.toThrow('the source broke');
    expect([it.server.uploads.size, it.server.objects.size]).toEqual([0, 0]);

    const controller = new AbortController();
    await using stopped = await startStore({}, { partBytes: 64_000, signal: controller.signal });
    const stopping = (async function* () {
      yield* long();
      controller.abort(new Error('stopped'));
      yield* long();
    })();
    await expect(stopped.store.put('report.html', stopping, PNG)).rejects.toThrow('stopped');
    expect([stopped.server.uploads.size, stopped.server.objects.size]).toEqual([0, 0]);
    expect(stopped.server.seen.some(({ method }) => method === 'DELETE')).toBe(true);
  });

  test('that was stopped is given up though the server stumbles over it', async () => {
    let farewells = 0;
    const fault: FakeS3Options['fault'] = ({ method }) =>
      method === 'DELETE' && (farewells += 1) === 1 ? { status: 503, code: 'SlowDown' } : undefined;
    const controller = new AbortController();
    // The real way to wait, which ends with the signal that it is given.
    await using it = await startStore({ fault }, { partBytes: 64_000, signal: controller.signal, sleep: pause });
    const stopping = (async function* () {
      yield* long();
      controller.abort(new Error('stopped'));
      yield* long();
    })();
    await expect(it.store.put('report.html', stopping, PNG)).rejects.toThrow('stopped');
    expect([farewells, it.server.uploads.size]).toEqual([2, 0]);
  });

  test('is whole though the answer to its last request was lost', async () => {
    let lost = 0;
    const fault: FakeS3Options['fault'] = ({ method, url }) =>
      method === 'POST' && url.includes('uploadId') && (lost += 1) === 1 ? 'cut-after' : undefined;
    await using it = await startStore({ fault }, { partBytes: 64_000 });
    await it.store.put('report.html', long(), PNG);
    expect(it.server.objects.get('report.html')?.bytes).toHaveLength(400_000);
    expect(lost).toBe(2);
  });
});

describe('bytes that changed on their way', () => {
  test('do not include those that were packed for it', async () => {
    const packing: typeof fetch = async () =>
      new Response('{"slimes": 3}', { headers: { 'content-encoding': 'gzip', 'content-length': '9' } });
    await using it = await startStore({}, { fetch: packing, tries: 1 });
    expect(new TextDecoder().decode(await it.store.get('slime.json'))).toBe('{"slimes": 3}');
  });

  test('are sent again', async () => {
    let spoiled = 0;
    const spoil: FakeS3Options['spoil'] = (bytes, direction) =>
      direction === 'in' && (spoiled += 1) === 1 ? Buffer.from([9]) : bytes;
    await using it = await startStore({ spoil });
    await it.store.put('slime.png', new Uint8Array([1, 2]), PNG);
    expect([...(it.server.objects.get('slime.png')?.bytes ?? [])]).toEqual([1, 2]);
  });

  test('are fetched again, and refused in the end', async () => {
    let reads = 0;
    const spoil: FakeS3Options['spoil'] = (bytes, direction) =>
      direction === 'out' && (reads += 1) !== 2 ? Buffer.from([9]) : bytes;
    await using it = await startStore({ spoil });
    await it.store.put('slime.png', new Uint8Array([1, 2]), PNG);
    expect([...((await it.store.get('slime.png')) ?? [])]).toEqual([1, 2]);
    await expect(it.store.get('slime.png')).rejects.toMatchObject({
      code: 'LIMNER_STORE_FAILED',
      message: expect.stringContaining('are not those that were put there') as string,
    });
  });
});

describe('a failure that may pass', () => {
  test('is waited out as long as the server asks for', async () => {
    const pauses: number[] = [];
    const sleep = async (ms: number): Promise<void> => void pauses.push(ms);
    const answers = [
      { status: 429, code: 'TooManyRequests', headers: { 'retry-after': '3' } },
      { status: 503, code: 'SlowDown' },
    ];
    await using it = await startStore({ fault: (_request, index) => answers[index] }, { sleep });
    await it.store.put('slime.png', new Uint8Array([1]), PNG);
    expect(pauses).toEqual([3000, 400]);
  });

  test('ends in an error after a bounded number of tries', async () => {
    await using it = await startStore({ fault: () => ({ status: 503, code: 'SlowDown' }) }, { tries: 3 });
    await expect(it.store.put('slime.png', new Uint8Array([1]), PNG)).rejects.toMatchObject({
      code: 'LIMNER_STORE_FAILED',
      retryable: true,
      facts: { status: 503, code: 'SlowDown' },
    });
    expect(it.server.seen).toHaveLength(3);
  });

  test('is not waited for once the run is stopped', async () => {
    const controller = new AbortController();
    const fault: FakeS3Options['fault'] = () => {
      controller.abort(new Error('stopped'));
      return { status: 500, code: 'InternalError' };
    };
    await using it = await startStore({ fault }, { signal: controller.signal });
    await expect(it.store.put('slime.png', new Uint8Array([1]), PNG)).rejects.toThrow('stopped');
    expect(it.server.seen.length).toBeLessThan(3);
  });

  test('is one when nothing listens', async () => {
    const server = await startFakeS3();
    await server[Symbol.asyncDispose]();
    const store = createS3Store({ ...server.access, sleep: quickly });
    await expect(store.head('slime.png')).rejects.toMatchObject({
      message: 'slime.png cannot be looked up in the bucket game-assets: the store does not answer (ECONNREFUSED).',
    });
  });
});

describe('before anything is spent', () => {
  test('a bucket that can be written is left as it is', async () => {
    await using it = await startStore({}, { prefix: 'v1' });
    await it.store.check?.();
    expect([it.server.objects.size, it.server.uploads.size]).toEqual([0, 0]);
  });

  test.each<[string, FakeS3Options, Partial<S3Options>, RegExp, RegExp]>([
    ['a wrong secret', {}, { secretAccessKey: 'planted-secret' }, /SignatureDoesNotMatch/, /R2_SECRET_ACCESS_KEY/],
    ['an unknown key', {}, { accessKeyId: 'planted-id' }, /does not know the access key/, /R2_ACCESS_KEY_ID/],
    ['a wrong region', {}, { region: 'eu-west-1' }, /in another region/, /AWS_REGION/],
    ['a missing bucket', {}, { bucket: 'other' }, /there is no such bucket/, /Make the bucket/],
    ['a wrong clock', { now: () => Date.now() + 3_600_000 }, {}, /clock is wrong/, /Set the clock/],
    [
      'a key that may not write',
      { fault: ({ method }) => (method === 'POST' ? { status: 403, code: 'AccessDenied' } : undefined) },
      {},
      /Nothing can be written to the bucket game-assets: the key may not do this/,
      /Object Read & Write/,
    ],
    [
      'a key that may not look',
      { fault: ({ method }) => (method === 'HEAD' ? { status: 403, code: 'AccessDenied' } : undefined) },
      {},
      /Nothing can be looked up/,
      /leave to read/,
    ],
    [
      'a redirection',
      { fault: () => ({ status: 301, code: 'PermanentRedirect', headers: { 'x-amz-bucket-region': 'eu-west-1' } }) },
      {},
      /in another region/,
      /^Set AWS_REGION=eu-west-1\.$/,
    ],
  ])('%s is refused, with what to do about it', async (_what, fake, options, message, next) => {
    await using it = await startStore(fake, options);
    const failed: unknown = await it.store.check?.().catch((error: unknown) => error);
    expect(failed).toMatchObject({
      code: 'LIMNER_STORE_UNAVAILABLE',
      message: expect.stringMatching(message) as string,
      next: expect.stringMatching(next) as string,
    });
    const told = JSON.stringify(failed) + String(failed) + (failed instanceof Error ? String(failed.cause) : '');
    expect(told).not.toMatch(/planted|fake\/secret/);
  });

  test('a web server that answers everything is no store', async () => {
    await using page = await startScriptedHttp(() => ({ body: '<html>Welcome</html>' }));
    const store = createS3Store({ ...FAKE_ACCESS, endpoint: page.url });
    await expect(store.check?.()).rejects.toThrow('what answers at its address does not speak S3');
  });

  test.each([
    ['http://s3.example.com', 'The S3 endpoint http://s3.example.com must start with https://.'],
    ['s3.example.com', 'The S3 endpoint "s3.example.com" is no address.'],
    [
      'https://ann:pw@s3.example.com',
      'The S3 endpoint must be a plain address, without a user name, a password or a query.',
    ],
  ])('no secret is sent to %s', (endpoint, message) => {
    const options = { region: 'auto', bucket: 'abc', accessKeyId: 'a', secretAccessKey: 'b' };
    expect(() => createS3Store({ ...options, endpoint })).toThrow(message);
    for (const prefix of ['../up', '/root', 'a//b'])
      expect(() => createS3Store({ ...options, endpoint: 'https://s3.example.com', prefix })).toThrow(/prefix/);
  });
});
