import type { ManifestFile } from './manifest.ts';
import { isPicture } from './picture.ts';

export const DEFAULT_EMBED_LIMIT_BYTES = 24 * 1024 * 1024;

/** Pictures that the page carries all or none of, such as a set of layers. */
export interface Belonging {
  readonly id: string;
  readonly files: readonly ManifestFile[];
}

/** The ids whose pictures the page carries itself: first come, first served, until `limitBytes` of files are reached. */
export function chooseEmbedded(cards: readonly Belonging[], limitBytes: number): ReadonlySet<string> {
  const embedded = new Set<string>();
  let total = 0;
  for (const { id, files } of cards) {
    const bytes = files.filter(isPicture).reduce((sum, file) => sum + file.bytes, 0);
    if (total + bytes > limitBytes) continue;
    total += bytes;
    embedded.add(id);
  }
  return embedded;
}
