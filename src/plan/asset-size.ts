import type { AssetSpec } from '../pack/pack.ts';
import { layoutSize } from '../sheet/layout.ts';

/** The asked size of an asset's picture, in pixels. */
export function assetSize(asset: AssetSpec): { readonly width: number; readonly height: number } {
  if (asset.type === 'sheet') return layoutSize(asset.layout);
  return { width: asset.width, height: asset.height };
}
