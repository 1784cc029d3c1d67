import { createHash, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A request that was let in. */
export interface BucketRequest {
  readonly method: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface BucketAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface FakeObject {
  readonly bytes: Buffer;
  /** What it is served with. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface FakeUpload {
  readonly headers: FakeObject['headers'];
  readonly parts: Map<number, Buffer>;
}

/** What happens to bytes on a bad line or disk, on their way in or out. */
export type Spoil = (bytes: Buffer, direction: 'in' | 'out') => Buffer;

/** One bucket in memory that answers as S3 does. */
export class FakeBucket {
  readonly objects = new Map<string, FakeObject>();
  /** Begun, and neither completed nor given up. */
  readonly uploads = new Map<string, FakeUpload>();
  readonly #spoil: Spoil;

  constructor(spoil: Spoil = (bytes) => bytes) {
    this.#spoil = spoil;
  }

  answer(request: BucketRequest): BucketAnswer {
    const { method, key, query, body, headers } = request;
    const id = query.get('uploadId');
    if (id !== null) return this.#continueUpload(request, id);
    if (method === 'POST') return this.#beginUpload(request);
    if (method === 'PUT') return this.#store(request, { bytes: this.#spoil(body, 'in'), headers: served(headers) });
    if (method === 'DELETE') {
      this.objects.delete(key);
      return { status: 204 };
    }
    const found = this.objects.get(key);
    if (!found) return bucketError(404, 'NoSuchKey');
    const etag = `"${md5(found.bytes)}"`;
    return { status: 200, headers: { ...found.headers, etag }, body: this.#spoil(found.bytes, 'out') };
  }

  #beginUpload({ headers }: BucketRequest): BucketAnswer {
    // Ids may hold whatever has to be escaped on its way.
    const id = `${randomUUID()}=&`;
    this.uploads.set(id, { headers: served(headers), parts: new Map() });
    return { status: 200, body: `<R><UploadId>${id.replace('&', '&amp;')}</UploadId></R>` };
  }

  #continueUpload(request: BucketRequest, id: string): BucketAnswer {
    const { method, query, body } = request;
    const upload = this.uploads.get(id);
    if (!upload) return bucketError(404, 'NoSuchUpload');
    if (method === 'PUT') {
      const part = this.#spoil(body, 'in');
      upload.parts.set(Number(query.get('partNumber')), part);
      return { status: 200, headers: { etag: `"${md5(part)}"` } };
    }
    if (method === 'POST') return this.#complete(request, id, upload);
    this.uploads.delete(id);
    return { status: 204 };
  }

  #complete(request: BucketRequest, id: string, { parts, headers }: FakeUpload): BucketAnswer {
    const listed = [...request.body.toString().matchAll(/<PartNumber>(\d+)<.*?&quot;([0-9a-f]{32})&quot;/g)];
    const found = listed.map(([, number, etag]) => ({ part: parts.get(Number(number)) ?? Buffer.of(), etag }));
    if (found.length === 0 || found.some(({ part, etag }) => md5(part) !== etag))
      return bucketError(400, 'InvalidPart');
    const stored = this.#store(request, { bytes: Buffer.concat(found.map(({ part }) => part)), headers });
    if (stored.status !== 200) return stored;
    this.uploads.delete(id);
    return { status: 200, body: '<CompleteMultipartUploadResult/>' };
  }

  #store({ key, headers }: BucketRequest, object: FakeObject): BucketAnswer {
    if (headers['if-none-match'] === '*' && this.objects.has(key)) return bucketError(412, 'PreconditionFailed');
    this.objects.set(key, object);
    return { status: 200, headers: { etag: `"${md5(object.bytes)}"` } };
  }
}

export function bucketError(status: number, code: string, said = 'No.', headers: BucketAnswer['headers'] = {}) {
  const body = `<?xml version="1.0"?>\n<Error><Code>${code}</Code><Message>${said}</Message></Error>`;
  return { status, headers, body };
}

function served(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  const kept = Object.entries(headers).filter(([name]) => /^(content-type|cache-control|x-amz-meta-.*)$/.test(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

export function md5(bytes: Uint8Array, form: 'hex' | 'base64' = 'hex'): string {
  return createHash('md5').update(bytes).digest(form);
}
