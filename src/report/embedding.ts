import type { Manifest } from './manifest.ts';
import { isPicture } from './picture.ts';

export const DEFAULT_EMBED_LIMIT_BYTES = 24 * 1024 * 1024;

/**
 * The ids of the assets whose pictures the page carries itself: first come, first served, until `limitBytes` of files
 * are reached. A set of layers is never parted.
 */
export function chooseEmbedded(manifest: Manifest, limitBytes: number): ReadonlySet<string> {
  const embedded = new Set<string>();
  let total = 0;
  for (const { id, files } of manifest.assets) {
    const bytes = files.filter(isPicture).reduce((sum, file) => sum + file.bytes, 0);
    if (total + bytes > limitBytes) continue;
    total += bytes;
    embedded.add(id);
  }
  return embedded;
}
