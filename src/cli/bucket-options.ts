import { LimnerError } from '../errors.ts';
import type { StoreSpec } from '../pack/pack.ts';
import type { S3Options } from '../store/s3/index.ts';
import { bucketAddress } from '../store/s3/options.ts';
import type { BucketEnvironment } from './environment.ts';

type BucketSpec = Extract<StoreSpec, { type: 's3' }>;

/**
 * A bucket as the pack names it and the environment opens it; the environment's own bucket and public address beat the pack's.
 * @throws LIMNER_STORE_UNAVAILABLE naming the variables that are missing or wrong
 */
export function bucketOptions(spec: BucketSpec, environment: BucketEnvironment): S3Options {
  const { endpoint, region } = placeOf(environment);
  const bucket = environment.bucket ?? spec.bucket;
  // The pack's address is that of the pack's bucket.
  const publicUrl = environment.publicUrl ?? (bucket === spec.bucket ? spec.publicUrl : undefined);
  const options = {
    endpoint,
    region,
    bucket,
    ...(spec.prefix === undefined ? {} : { prefix: spec.prefix }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...keysOf(environment),
  };
  bucketAddress(options);
  return options;
}

function placeOf({
  endpoint,
  r2Account,
  r2Keys,
  awsRegion,
  awsKeys,
}: BucketEnvironment): Pick<S3Options, 'endpoint' | 'region'> {
  if (endpoint !== undefined) {
    const isR2 = /\.r2\.cloudflarestorage\.com(\/|$)/.test(endpoint);
    return { endpoint, region: isR2 ? 'auto' : (awsRegion ?? 'us-east-1') };
  }
  if (r2Account !== undefined) {
    if (!/^[\w-]+$/.test(r2Account)) throw missing('R2_ACCOUNT_ID is no account id', 'Set R2_ACCOUNT_ID to it.');
    return { endpoint: `https://${r2Account}.r2.cloudflarestorage.com`, region: 'auto' };
  }
  if (r2Keys.id !== undefined && awsKeys.id === undefined)
    throw missing('R2_ACCOUNT_ID is not set', 'Set R2_ACCOUNT_ID, or S3_ENDPOINT for a service other than R2.');
  if (awsRegion !== undefined) {
    if (!/^[\w-]+$/.test(awsRegion)) throw missing('AWS_REGION is no region', 'Set AWS_REGION to it.');
    return { endpoint: `https://s3.${awsRegion}.amazonaws.com`, region: awsRegion };
  }
  const what = 'nothing says where the bucket is';
  throw missing(what, 'Set R2_ACCOUNT_ID for R2, AWS_REGION for AWS, or S3_ENDPOINT for any other service.');
}

/** Two halves of one pair; R2's own come first, but not where only AWS can be meant. */
function keysOf(environment: BucketEnvironment): Pick<S3Options, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'> {
  const { endpoint, r2Account, r2Keys, awsKeys, awsSession } = environment;
  const isAws = endpoint === undefined && r2Account === undefined;
  const isR2 = !isAws && (r2Keys.id !== undefined || r2Keys.secret !== undefined);
  const { id, secret } = isR2 ? r2Keys : awsKeys;
  const usual = isR2 || r2Account !== undefined ? 'R2' : 'AWS';
  const names = [
    id === undefined ? `${usual}_ACCESS_KEY_ID` : '',
    secret === undefined ? `${usual}_SECRET_ACCESS_KEY` : '',
  ];
  if (id === undefined || secret === undefined) {
    const unset = names.filter((name) => name !== '').join(' and ');
    throw missing(
      `${unset} ${(id ?? secret) ? 'is' : 'are'} not set`,
      `Set ${unset} to a key that may read and write there.`,
    );
  }
  const session = isR2 || awsSession === undefined ? {} : { sessionToken: awsSession };
  return { accessKeyId: id, secretAccessKey: secret, ...session };
}

function missing(what: string, next: string): LimnerError {
  const message = `The pack wants its files in a bucket, and ${what}.`;
  return new LimnerError('LIMNER_STORE_UNAVAILABLE', message, { next: `${next} Or give a folder with --out.` });
}
