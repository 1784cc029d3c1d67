import type { FinishedImage } from './finish-image.ts';

/** The pictures that were made last, so that downloading them needs no second look at the endpoint. */
export interface KeptImages {
  get(id: string): FinishedImage | undefined;
  put(id: string, image: FinishedImage): void;
}

const MOST_BYTES = 64 * 1024 * 1024;

/** Forgets the oldest as soon as all together weigh more than 64 MB. */
export function keepImages(mostBytes = MOST_BYTES): KeptImages {
  const images = new Map<string, FinishedImage>();
  let size = 0;
  return {
    get: (id) => images.get(id),
    put(id, image) {
      images.set(id, image);
      size += image.bytes.length;
      for (const [oldest, { bytes }] of images) {
        if (size <= mostBytes) break;
        images.delete(oldest);
        size -= bytes.length;
      }
    },
  };
}
