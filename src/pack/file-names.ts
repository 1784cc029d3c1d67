import type { AssetSpec } from './pack.ts';

/** What an asset's files are called: the pictures, those of a parallax from the farthest layer on, and its metadata. */
export function fileNames(asset: AssetSpec): { readonly pictures: readonly string[]; readonly metadata?: string } {
  const { id, type } = asset;
  if (type === 'parallax')
    return { pictures: asset.layers.map((_, index) => layerFileName(id, index)), metadata: `${id}.json` };
  return { pictures: [`${id}.png`], ...(type === 'sheet' ? { metadata: `${id}.json` } : {}) };
}

export function layerFileName(id: string, layer: number): string {
  return `${id}-layer-${layer}.png`;
}
