import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { LimnerError } from '../errors.ts';
import type { Pack } from '../pack/pack.ts';
import type { RunRow } from '../ledger/ledger.ts';
import type { S3Options } from '../store/s3/index.ts';
import { bucketOptions } from './bucket-options.ts';
import type { Environment } from './environment.ts';
import type { RunFlags } from './settings.ts';

/** Where the files of a run go. `out` names the place in the ledger and for people: a folder, or `s3://host/bucket/prefix`. */
export type Destination =
  | { readonly type: 'fs'; readonly out: string }
  | { readonly type: 's3'; readonly out: string; readonly bucket: S3Options };

/**
 * `--out` is a folder, and beats the pack's store: so a pack for a bucket can be looked at before anybody else sees it.
 * @throws LIMNER_STORE_UNAVAILABLE when the environment does not open the pack's bucket
 */
export function chooseDestination(
  { pack, store }: Pick<Pack, 'pack' | 'store'>,
  flags: Pick<RunFlags, 'out'>,
  environment: Environment,
): Destination {
  if (flags.out !== undefined || store.type === 'fs')
    return { type: 'fs', out: resolve(flags.out ?? join('out', pack)) };
  const bucket = bucketOptions(store, environment.bucket);
  return { type: 's3', out: nameOf(bucket), bucket };
}

/**
 * Where a run that was broken off put its files.
 * @throws LIMNER_STORE_UNAVAILABLE when the environment opens another bucket now
 */
export function destinationOf(
  run: Pick<RunRow, 'out'>,
  pack: Pick<Pack, 'pack' | 'store'>,
  environment: Environment,
): Destination {
  if (!isBucket(run.out)) return { type: 'fs', out: run.out };
  const now = chooseDestination(pack, {}, environment);
  if (now.out === run.out) return now;
  throw new LimnerError(
    'LIMNER_STORE_UNAVAILABLE',
    `The run writes into ${run.out}, and the environment opens ${now.out}.`,
    {
      next: 'Set S3_ENDPOINT, R2_ACCOUNT_ID, AWS_REGION and R2_BUCKET as they were when it began.',
    },
  );
}

export function isBucket(out: string): boolean {
  return out.startsWith('s3://');
}

/** The folder whose lock guards a place. A bucket has none, so runs that share a state keep out of each other's way there. */
export function lockPlace(out: string, state: string): string {
  if (!isBucket(out)) return out;
  return join(state, 'locks', createHash('sha256').update(out).digest('hex').slice(0, 16));
}

function nameOf({ endpoint, bucket, prefix = '' }: S3Options): string {
  const { host, pathname } = new URL(endpoint);
  const parts = [host, ...pathname.split('/'), bucket, ...prefix.split('/')];
  return `s3://${parts.filter((part) => part !== '').join('/')}`;
}
