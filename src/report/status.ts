import type { ManifestAsset } from './manifest.ts';

/** What became of an asset, as the reader of a report sees it. */
export type ReportStatus = 'made' | 'cached' | 'failed' | 'refused';

export const STATUS_NAMES: Readonly<Record<ReportStatus, string>> = {
  made: 'made',
  cached: 'cached',
  failed: 'failed',
  refused: 'refused',
};

export function statusOf(asset: ManifestAsset): ReportStatus {
  if (asset.status !== 'done') return asset.status;
  return asset.cached ? 'cached' : 'made';
}
