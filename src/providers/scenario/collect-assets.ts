import { LimnerError } from '../../errors.ts';
import { readChunks } from '../../raster/png/chunks.ts';
import { readPictureInfo } from '../../raster/picture-info.ts';
import type { ScenarioApi } from './api.ts';
import { unreadable } from './errors.ts';

/** A picture at Scenario, fetched. */
export interface FetchedAsset {
  readonly asset: string;
  readonly bytes: Uint8Array;
  readonly mimeType: string;
}

type Assets = Pick<ScenarioApi, 'assetUrl' | 'pngUrl' | 'download'>;

/**
 * The picture of an asset: its untouched original, or Scenario's PNG of it where the original is a JPEG, a WebP or the like.
 * @throws LIMNER_RESULT_GONE when there is no such asset (any more), LIMNER_CALL_FAILED when no whole picture came: it is still there
 */
export async function fetchAsset(
  provider: string,
  asset: string,
  api: Assets,
  signal: AbortSignal,
): Promise<FetchedAsset> {
  const original = await fetchFrom(provider, asset, () => api.assetUrl(asset, signal), api, signal);
  const mimeType = pictureType(original);
  if (mimeType === 'image/png') return { asset, bytes: original, mimeType };
  const png = await fetchPng(provider, asset, api, signal);
  if (png) return png;
  // What storage hands out amiss says nothing about the asset, which is paid for: it is fetched again, not made again.
  if (mimeType === undefined) throw unreadable(provider, `what its storage gave for ${asset} is no whole picture`);
  return { asset, bytes: original, mimeType };
}

async function fetchPng(
  provider: string,
  asset: string,
  api: Assets,
  signal: AbortSignal,
): Promise<FetchedAsset | undefined> {
  const url = await api.pngUrl(asset, signal);
  if (url === undefined) return undefined;
  const bytes = await fetchFrom(provider, asset, async () => url, api, signal);
  return pictureType(bytes) === 'image/png' ? { asset, bytes, mimeType: 'image/png' } : undefined;
}

const TRIES = 3;

/** Addresses expire, and storage has its moments: both are got over with a fresh address. */
async function fetchFrom(
  provider: string,
  asset: string,
  resolve: () => Promise<string | undefined>,
  api: Assets,
  signal: AbortSignal,
): Promise<Uint8Array> {
  for (let tries = 1; ; tries += 1) {
    const url = await resolve();
    if (url === undefined) throw gone(provider, asset);
    const { status, bytes } = await api.download(url, signal);
    if (status >= 200 && status < 300) return bytes;
    if (tries === TRIES) throw unreadable(provider, `its storage answered ${status} to the download of ${asset}`);
  }
}

/** By its bytes, not by its label. Undefined when it is no picture, or not a whole one. */
function pictureType(bytes: Uint8Array): string | undefined {
  try {
    const { mimeType } = readPictureInfo(bytes);
    // Of a PNG only the header was read; its chunks tell where it ends.
    if (mimeType === 'image/png') Array.from(readChunks(bytes));
    return mimeType;
  } catch {
    return undefined;
  }
}

function gone(provider: string, asset: string): LimnerError {
  return new LimnerError('LIMNER_RESULT_GONE', `${provider} does not have the asset ${asset} any more.`, {
    retryable: true,
  });
}
