import { type Answer, type Exchange, ok, readJson } from '../http/answer.ts';
import { isDict } from '../http/dict.ts';
import { because } from './reply.ts';
import type { Team } from './team.ts';
import type { Upload } from './upload-book.ts';

const MOST_PARTS = 10_000;

/** `POST /uploads {fileName, contentType, fileSize, kind, parts}`. */
export function beginUpload({ uploads }: Team, exchange: Exchange): Answer {
  const sent = readJson(exchange);
  if (!isDict(sent)) return because(400, 'Invalid request body');
  const { fileName, kind, parts = 1 } = sent;
  if (typeof fileName !== 'string' || fileName === '') return because(400, '"fileName" is required');
  if (kind !== 'image') return because(400, '"kind" must be image');
  if (typeof parts !== 'number' || !Number.isInteger(parts) || parts < 1 || parts > MOST_PARTS)
    return because(400, `"parts" must be between 1 and ${MOST_PARTS}`);
  const upload = uploads.begin(fileName, parts);
  const expires = new Date(Date.now() + 60 * 60_000).toISOString();
  const urls = upload.parts.map((_part, index) => ({
    number: index + 1,
    url: `${originOf(exchange)}/parts/${upload.id}/${index + 1}?X-Amz-Signature=${upload.secret}`,
    expires,
  }));
  return ok({ upload: { ...describe(upload), parts: urls }, jobId: upload.id.replace('upload_', 'job_') });
}

function originOf({ header }: Exchange): string {
  return `http://${header('host') ?? '127.0.0.1'}`;
}

/** `PUT` of a part to its signed URL, which takes no second way of saying who one is. */
export function putPart(
  { uploads, counters }: Team,
  exchange: Exchange,
  [id = '', number = '']: readonly string[],
): Answer {
  if (exchange.header('authorization') !== undefined) {
    counters.count('leakedAuthorizations');
    return xml(400, 'InvalidArgument', 'Only one auth mechanism allowed');
  }
  const upload = uploads.find(id);
  const isSigned = upload && exchange.url.searchParams.get('X-Amz-Signature') === upload.secret;
  if (!isSigned) return xml(403, 'SignatureDoesNotMatch', 'The request signature does not match');
  if (!uploads.put(upload, Number(number), exchange.body)) return xml(404, 'NoSuchUpload', 'There is no such part');
  return { status: 200, bytes: new Uint8Array(), mimeType: 'text/plain' };
}

function xml(status: number, code: string, message: string): Answer {
  const text = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, bytes: new TextEncoder().encode(text), mimeType: 'application/xml' };
}

/** `POST /uploads/{id}/action {"action":"complete"}`. */
export function actOnUpload({ uploads, counters }: Team, exchange: Exchange, id: string): Answer {
  const upload = uploads.find(id);
  if (!upload) return because(404, `Upload ${id} not found`);
  const sent = readJson(exchange);
  if (!isDict(sent) || sent['action'] !== 'complete') return because(400, '"action" must be complete');
  if (upload.status !== 'pending') return because(400, `Upload is ${upload.status}`);
  if (upload.parts.includes(undefined)) return because(400, 'Upload has missing parts');
  counters.count('uploads');
  return ok({ upload: describe(uploads.complete(upload)) });
}

/** `GET /uploads/{id}`. */
export function readUpload({ uploads }: Team, id: string): Answer {
  const upload = uploads.find(id);
  return upload ? ok({ upload: describe(upload) }) : because(404, `Upload ${id} not found`);
}

function describe({ id, status, fileName, entityId, errorMessage }: Upload): object {
  return {
    id,
    status,
    fileName,
    kind: 'image',
    ...(entityId === undefined ? {} : { entityId }),
    ...(errorMessage === undefined ? {} : { errorMessage }),
  };
}
