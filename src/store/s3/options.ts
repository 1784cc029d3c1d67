import { LimnerError } from '../../errors.ts';
import { bucketFault, prefixFault, publicUrlFault } from '../../pack/store-names.ts';
import { isLoopback } from '../../providers/network.ts';

export interface S3Options {
  /** Without the bucket: `https://<account>.r2.cloudflarestorage.com`, `https://s3.eu-west-1.amazonaws.com`. */
  readonly endpoint: string;
  /** `auto` for R2. */
  readonly region: string;
  readonly bucket: string;
  /** Stands before every path, with a slash between. */
  readonly prefix?: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** Where everybody can read the bucket, prefix not included. */
  readonly publicUrl?: string;
  /** Ends whatever is under way. */
  readonly signal?: AbortSignal;
  readonly fetch?: typeof globalThis.fetch;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** How often a request is sent at the most while its failure may pass; 8 unless told. */
  readonly tries?: number;
  /** Bodies of unknown length are sent in parts of so many bytes; 8 MiB unless told, 5 MiB at the least for most services. */
  readonly partBytes?: number;
}

/**
 * The address of a bucket, path-style, ending in a slash.
 * @throws LIMNER_STORE_UNAVAILABLE for an endpoint that secrets must not be sent to, or names that make no address
 */
export function bucketAddress({ endpoint, bucket, prefix, publicUrl }: S3Options): string {
  const url = URL.parse(endpoint);
  if (!url) throw unusable(`The S3 endpoint "${withoutUser(endpoint)}" is no address.`);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw unusable('The S3 endpoint must be a plain address, without a user name, a password or a query.');
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
  if (!isSafe) throw unusable(`The S3 endpoint ${url.origin} must start with https://.`);
  const faults = [
    ['bucket', bucketFault(bucket)],
    ['prefix', prefix === undefined || prefix === '' ? undefined : prefixFault(prefix)],
    ['public address', publicUrl === undefined ? undefined : publicUrlFault(publicUrl)],
  ] as const;
  for (const [what, fault] of faults) if (fault !== undefined) throw unusable(`The ${what} of the store ${fault}.`);
  return `${withoutSlash(url.href)}/${bucket}/`;
}

/** The key of a path in the bucket. */
export function keyOf({ prefix = '' }: Pick<S3Options, 'prefix'>, path: string): string {
  return prefix === '' ? path : `${withoutSlash(prefix)}/${path}`;
}

/** Where everybody can read the file at a path. */
export function publicAddress(base: string, prefix: string | undefined, path: string): string {
  return `${withoutSlash(base)}/${keyOf(prefix === undefined ? {} : { prefix }, path)}`;
}

function withoutSlash(text: string): string {
  return text.replace(/\/+$/, '');
}

function withoutUser(text: string): string {
  return text.replace(/^.*@/, '…@').slice(0, 100);
}

function unusable(message: string): LimnerError {
  return new LimnerError('LIMNER_STORE_UNAVAILABLE', message, {
    next: 'Correct it in the pack or in the environment: S3_ENDPOINT, R2_ACCOUNT_ID, R2_BUCKET, R2_PUBLIC_URL.',
  });
}
