/** What the service said, body included. */
export interface S3Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** The service's own name for what went wrong, such as `NoSuchBucket`. Answers to HEAD have none. */
export function errorCode(answer: S3Answer): string | undefined {
  const text = textOf(answer);
  return /<Error\b/.test(text) ? xmlField(text, 'Code') : undefined;
}

export function errorMessage(answer: S3Answer): string | undefined {
  const text = textOf(answer);
  return /<Error\b/.test(text) ? xmlField(text, 'Message') : undefined;
}

export function uploadIdOf(answer: S3Answer): string | undefined {
  return xmlField(textOf(answer), 'UploadId');
}

/** The ETag without its quotes. */
export function etagOf({ headers }: S3Answer): string {
  return (headers.get('etag') ?? '').replace(/^W\//, '').replaceAll('"', '');
}

/** Milliseconds that the service asks to be left alone for: seconds, or a date by its own clock. */
export function retryAfterMs({ headers }: Pick<S3Answer, 'headers'>): number | undefined {
  const asked = headers.get('retry-after');
  if (asked === null) return undefined;
  const seconds = Number(asked);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const ms = Date.parse(asked) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** What is worth reading stands at the start; a picture is not looked through for errors. */
const MOST_XML_BYTES = 16_384;

function textOf({ bytes }: S3Answer): string {
  return new TextDecoder().decode(bytes.subarray(0, MOST_XML_BYTES));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The text of the first element of that name. Enough for the few flat documents that S3 answers with. */
function xmlField(text: string, name: string): string | undefined {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];
  return found?.replaceAll(/&(lt|gt|quot|apos|amp);/g, (whole, entity: string) => ENTITIES[entity] ?? whole).trim();
}
