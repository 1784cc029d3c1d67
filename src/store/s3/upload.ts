import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { alreadyThere } from '../already-there.ts';
import { etagOf, uploadIdOf } from './answer.ts';
import type { S3Client, S3Request } from './client.ts';
import { digestOf, md5Of } from './digest.ts';
import { damaged, notS3 } from './errors.ts';

/** A file on its way into a bucket. */
export interface Upload {
  readonly client: S3Client;
  readonly path: string;
  readonly key: string;
  /** For errors. */
  readonly target: string;
  /** What the file is to be served with. */
  readonly headers: Readonly<Record<string, string>>;
  readonly ifAbsent: boolean;
}

/** Our own note of what a file is: no other checksum is kept by every service. */
export const HASH_HEADER = 'x-amz-meta-sha256';

const PRECONDITION_FAILED = 412;
const NOT_FOUND = 404;

/** Puts a file in one request. What stands there afterwards is known to be these bytes. */
export async function putWhole(upload: Upload, bytes: Uint8Array): Promise<void> {
  const { client, key, path, target, headers } = upload;
  const hash = await digestOf(bytes);
  const md5 = md5Of(bytes);
  const answer = await client.ask({
    method: 'PUT',
    key,
    target,
    headers: { ...headers, ...condition(upload), [HASH_HEADER]: hash, 'content-md5': md5.base64 },
    body: bytes,
    also: upload.ifAbsent ? [PRECONDITION_FAILED] : [],
    // An ETag is the MD5 nearly everywhere; where it is not, the file itself is asked for.
    fault: async (stored) =>
      etagOf(stored) === md5.hex || (await readBack(upload)) === hash ? undefined : damaged(target),
  });
  if (answer.status !== PRECONDITION_FAILED) return;
  // It may be ours: the answer to an earlier try can have been lost.
  if ((await readBack(upload)) !== hash) throw alreadyThere(path);
}

/** Puts a file whose end is not known yet, holding a part at a time. One that breaks off leaves nothing. */
export async function putParts(upload: Upload, parts: AsyncIterable<Uint8Array>): Promise<void> {
  const id = await beginParts(upload);
  try {
    const hash = sha256.create();
    const sent: SentPart[] = [];
    for await (const bytes of parts) {
      hash.update(bytes);
      sent.push(await putPart(upload, { id, number: sent.length + 1, bytes }));
    }
    await complete(upload, { id, sent, hash: bytesToHex(hash.digest()) });
  } catch (error) {
    await abandonParts(upload, id);
    throw error;
  }
}

/** @returns the id of an upload that nobody sees until it is completed */
export async function beginParts(
  { client, key, target, headers }: Omit<Upload, 'path' | 'ifAbsent'>,
  patience: Pick<S3Request, 'tries' | 'timeoutMs'> = {},
): Promise<string> {
  const answer = await client.ask({ method: 'POST', key, query: 'uploads=', target, headers, ...patience });
  const id = uploadIdOf(answer);
  if (id === undefined) throw notS3(target);
  return id;
}

/** Frees what was sent. What cannot be freed is invisible, and swept away by the rules of most buckets. */
export async function abandonParts({ client, key, target }: Pick<Upload, 'client' | 'key' | 'target'>, id: string) {
  const query = `uploadId=${encodeURIComponent(id)}`;
  const farewell = { method: 'DELETE', key, query, target, tries: 3, also: [NOT_FOUND], isFarewell: true } as const;
  await client.ask(farewell).catch(() => undefined);
}

interface SentPart {
  readonly etag: string;
  /** The service answered with the MD5 of what was sent. */
  readonly isProven: boolean;
}

async function putPart(
  { client, key, target }: Upload,
  { id, number, bytes }: { readonly id: string; readonly number: number; readonly bytes: Uint8Array },
): Promise<SentPart> {
  const md5 = md5Of(bytes);
  const answer = await client.ask({
    method: 'PUT',
    key,
    query: `partNumber=${number}&uploadId=${encodeURIComponent(id)}`,
    target,
    headers: { 'content-md5': md5.base64 },
    body: bytes,
  });
  const etag = etagOf(answer);
  return { etag, isProven: etag === md5.hex };
}

async function complete(
  upload: Upload,
  { id, sent, hash }: { readonly id: string; readonly sent: readonly SentPart[]; readonly hash: string },
): Promise<void> {
  const { client, key, path, target } = upload;
  const answer = await client.ask({
    method: 'POST',
    key,
    query: `uploadId=${encodeURIComponent(id)}`,
    target,
    headers: { 'content-type': 'application/xml', ...condition(upload) },
    body: new TextEncoder().encode(partList(sent)),
    also: [NOT_FOUND, PRECONDITION_FAILED],
  });
  if (answer.status < 300 && sent.every(({ isProven }) => isProven)) return;
  // The upload is unknown once it is complete: then the answer to an earlier try was lost.
  if ((await readBack(upload)) === hash) return;
  throw answer.status === PRECONDITION_FAILED ? alreadyThere(path) : damaged(target);
}

function condition({ ifAbsent }: Upload): Readonly<Record<string, string>> {
  return ifAbsent ? { 'if-none-match': '*' } : {};
}

function partList(sent: readonly SentPart[]): string {
  const parts = sent.map(
    ({ etag }, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>&quot;${etag}&quot;</ETag></Part>`,
  );
  return `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${parts.join('')}</CompleteMultipartUpload>`;
}

/** The hash of what stands in the bucket, by its bytes. */
async function readBack({ client, key, target }: Upload): Promise<string | undefined> {
  const answer = await client.ask({ method: 'GET', key, target, also: [NOT_FOUND] });
  return answer.status === NOT_FOUND ? undefined : digestOf(answer.bytes);
}
