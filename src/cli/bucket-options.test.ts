import { describe, expect, test } from 'vitest';
import { LimnerError } from '../errors.ts';
import { bucketOptions } from './bucket-options.ts';
import { chooseDestination, destinationOf } from './destination.ts';
import { readEnvironment } from './environment.ts';

const SPEC = {
  type: 's3',
  bucket: 'game-assets',
  prefix: 'slime-quest/v1',
  publicUrl: 'https://a.example.com',
} as const;
const R2 = { R2_ACCOUNT_ID: 'abc123', R2_ACCESS_KEY_ID: 'r2-id', R2_SECRET_ACCESS_KEY: 'r2-secret' };
const AWS = { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'aws-id', AWS_SECRET_ACCESS_KEY: 'aws-secret' };
const open = (variables: Readonly<Record<string, string>>) => bucketOptions(SPEC, readEnvironment(variables).bucket);

describe('a bucket', () => {
  test('at R2 needs the account and a pair of keys', () => {
    expect(open(R2)).toEqual({
      endpoint: 'https://abc123.r2.cloudflarestorage.com',
      region: 'auto',
      bucket: 'game-assets',
      prefix: 'slime-quest/v1',
      publicUrl: 'https://a.example.com',
      accessKeyId: 'r2-id',
      secretAccessKey: 'r2-secret',
    });
  });

  test('at AWS needs the region and a pair of keys, and takes a session', () => {
    expect(open({ ...AWS, AWS_SESSION_TOKEN: 'session', R2_ACCESS_KEY_ID: 'r2-id' })).toMatchObject({
      endpoint: 'https://s3.eu-west-1.amazonaws.com',
      region: 'eu-west-1',
      accessKeyId: 'aws-id',
      sessionToken: 'session',
    });
  });

  test('anywhere else needs its address, which beats the others', () => {
    const there = open({ ...R2, ...AWS, S3_ENDPOINT: 'https://minio.example.com' });
    expect(there).toMatchObject({ endpoint: 'https://minio.example.com', region: 'eu-west-1', accessKeyId: 'r2-id' });
    const { AWS_REGION: _region, ...keys } = AWS;
    const plain = open({ ...keys, S3_ENDPOINT: 'http://localhost:9000' });
    expect(plain).toMatchObject({ region: 'us-east-1', accessKeyId: 'aws-id' });
  });

  test("of the environment beats the pack's, whose public address is then that of another", () => {
    expect(open({ ...R2, R2_BUCKET: 'staging' })).toMatchObject({ bucket: 'staging' });
    expect(open({ ...R2, R2_BUCKET: 'staging' })).not.toHaveProperty('publicUrl');
    const told = open({ ...R2, R2_BUCKET: 'staging', R2_PUBLIC_URL: 'https://staging.example.com' });
    expect(told.publicUrl).toBe('https://staging.example.com');
  });

  test.each<[Readonly<Record<string, string>>, RegExp, RegExp]>([
    [{}, /nothing says where the bucket is/, /R2_ACCOUNT_ID for R2, AWS_REGION for AWS, or S3_ENDPOINT/],
    [{ R2_ACCESS_KEY_ID: 'r2-id' }, /R2_ACCOUNT_ID is not set/, /R2_ACCOUNT_ID/],
    [{ R2_ACCOUNT_ID: 'abc' }, /R2_ACCESS_KEY_ID and R2_SECRET_ACCESS_KEY are not set/, /^Set R2_ACCESS_KEY_ID/],
    [{ ...R2, R2_SECRET_ACCESS_KEY: '' }, /and R2_SECRET_ACCESS_KEY is not set/, /--out/],
    [{ AWS_REGION: 'eu-west-1' }, /AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set/, /AWS_/],
    [{ ...R2, R2_ACCOUNT_ID: 'evil.example.com/' }, /R2_ACCOUNT_ID is no account id/, /R2_ACCOUNT_ID/],
    [{ ...AWS, AWS_REGION: 'x.example.com/' }, /AWS_REGION is no region/, /AWS_REGION/],
    [{ ...R2, S3_ENDPOINT: 'http://s3.example.com' }, /must start with https/, /S3_ENDPOINT/],
    [{ ...R2, R2_BUCKET: 'Not A Bucket' }, /bucket of the store must be 3 to 63/, /R2_BUCKET/],
    [{ ...R2, R2_PUBLIC_URL: 'ftp://x' }, /public address of the store must start with https/, /R2_PUBLIC_URL/],
  ])('that %j do not open says what is missing', (variables, message, next) => {
    const error = catchError(() => open(variables));
    expect(error).toMatchObject({ code: 'LIMNER_STORE_UNAVAILABLE', exitCode: 3 });
    expect(error.message).toMatch(message);
    expect(error.next).toMatch(next);
    expect(JSON.stringify(error) + error.message).not.toMatch(/r2-secret|aws-secret/);
  });
});

describe('a destination', () => {
  const pack = { pack: 'slimes', store: SPEC };
  const environment = readEnvironment(R2);

  test('is named by host, bucket and prefix', () => {
    const there = chooseDestination(pack, {}, environment);
    expect(there.out).toBe('s3://abc123.r2.cloudflarestorage.com/game-assets/slime-quest/v1');
  });

  test('is the folder of --out, whatever the pack says and the environment lacks', () => {
    expect(chooseDestination(pack, { out: '/here' }, readEnvironment({}))).toEqual({ type: 'fs', out: '/here' });
  });

  test('of a run that is taken up is where it began, or nowhere', () => {
    const began = chooseDestination(pack, {}, environment);
    const take = (out: string, variables: Readonly<Record<string, string>>) =>
      destinationOf({ out }, pack, readEnvironment(variables));
    expect(take('/here', {})).toEqual({ type: 'fs', out: '/here' });
    expect(take(began.out, R2)).toEqual(began);
    expect(() => take(began.out, { ...R2, R2_BUCKET: 'staging' })).toThrow(/the environment opens s3:.*staging/);
  });
});

function catchError(work: () => unknown): LimnerError {
  try {
    work();
  } catch (error) {
    if (error instanceof LimnerError) return error;
  }
  throw new Error('It was to fail with a LimnerError.');
}
