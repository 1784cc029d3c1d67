import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { type BucketAnswer, FakeBucket, type Spoil, bucketError, md5 } from './fake-bucket.ts';
import { type Keys, type SignedRequest, signatureFault } from './verify-signature.ts';

/** What befalls a request: a connection cut before or after the work was done, an S3 code with its status, or nothing. */
export type S3Fault =
  | 'cut'
  | 'cut-after'
  | { readonly status: number; readonly code: string; readonly headers?: Readonly<Record<string, string>> }
  | undefined;

export interface FakeS3Options {
  readonly fault?: (request: SeenRequest, index: number) => S3Fault;
  readonly spoil?: Spoil;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

interface SeenRequest {
  readonly method: string;
  readonly url: string;
}

export const FAKE_BUCKET = 'game-assets';
export const FAKE_KEYS: Keys = { accessKeyId: 'AKFAKE', secretAccessKey: 'fake/secret+key', region: 'auto' };

/** One bucket on loopback that checks signatures, checksums and conditions, as the public test servers do not. */
export async function startFakeS3({ fault, spoil, now = Date.now }: FakeS3Options = {}) {
  const bucket = new FakeBucket(spoil);
  const seen: SeenRequest[] = [];
  const server = createServer((message, response) => {
    void (async () => {
      const request = await readRequest(message);
      seen.push({ method: request.method, url: request.url });
      const struck = fault?.(request, seen.length - 1);
      if (struck === 'cut') return void response.socket?.resetAndDestroy();
      if (typeof struck === 'object')
        return say(response, request, bucketError(struck.status, struck.code, 'No.', struck.headers));
      const answer = answerTo(request, bucket, now());
      if (struck === 'cut-after') return void response.socket?.resetAndDestroy();
      say(response, request, answer);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return {
    /** What a store needs to know of it. */
    access: { endpoint: `http://127.0.0.1:${address.port}`, bucket: FAKE_BUCKET, ...FAKE_KEYS },
    objects: bucket.objects,
    uploads: bucket.uploads,
    seen,
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answerTo(request: SignedRequest & { readonly body: Buffer }, bucket: FakeBucket, now: number): BucketAnswer {
  const { method, url, headers, body } = request;
  const wrong = signatureFault(request, FAKE_KEYS, now);
  // Like real ones it repeats the key in its errors, and worse than real ones the secret.
  const said = `No. ${FAKE_KEYS.accessKeyId} ${FAKE_KEYS.secretAccessKey}`;
  if (wrong !== undefined) return bucketError(wrong === 'XAmzContentSHA256Mismatch' ? 400 : 403, wrong, said);
  const { pathname, searchParams } = new URL(url, 'http://host');
  if (!pathname.startsWith(`/${FAKE_BUCKET}/`)) return bucketError(404, 'NoSuchBucket');
  const digest = headers['content-md5'];
  if (digest !== undefined && digest !== md5(body, 'base64')) return bucketError(400, 'BadDigest');
  return bucket.answer({ method, key: pathname.slice(FAKE_BUCKET.length + 2), query: searchParams, headers, body });
}

async function readRequest(message: IncomingMessage): Promise<SignedRequest & { readonly body: Buffer }> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  const { method = '', url = '', headers } = message;
  return { method, url, headers, body: Buffer.concat(chunks) };
}

function say(response: ServerResponse, { method }: SeenRequest, { status, headers, body = '' }: BucketAnswer): void {
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
  response.end(method === 'HEAD' ? undefined : body);
}
