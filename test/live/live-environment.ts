import { bucketOptions } from '../../src/cli/bucket-options.ts';
import { composeProviders } from '../../src/cli/compose.ts';
import { readEnvironment } from '../../src/cli/environment.ts';
import { type ProbedProvider, isProbed } from '../../src/providers/probed-provider.ts';
import type { ImageProvider } from '../../src/providers/provider.ts';
import type { S3Options } from '../../src/store/s3/index.ts';
import { freshFolder } from '../run-limner.ts';

/** The ComfyUI to try, by `COMFYUI_URL`. */
export const COMFYUI_URL = readEnvironment().comfyuiUrl;

/** Set by who agrees to pay for some pictures. */
export const MAY_SPEND = process.env['LIMNER_LIVE_SPEND'] === '1';

/** The providers that the environment sets up, as the command line would take them. */
export function liveProviders(): readonly (ImageProvider & ProbedProvider)[] {
  return composeProviders(readEnvironment(), freshFolder()).filter((provider) => isProbed(provider));
}

export const RUNPOD_ENDPOINTS = liveProviders().flatMap(({ name }) => (name === 'comfyui-direct' ? [] : [name]));

/** The bucket that R2_BUCKET names, with what opens it; undefined when it is not set. */
export function openBucket(): S3Options | undefined {
  const { bucket } = readEnvironment();
  return bucket.bucket === undefined ? undefined : bucketOptions({ type: 's3', bucket: bucket.bucket }, bucket);
}
