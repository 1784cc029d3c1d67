import { readJpegSize } from './jpeg-size.ts';
import { invalidPicture } from './png/invalid.ts';
import { readPngSize } from './png/header.ts';
import { readWebpSize } from './webp-size.ts';

export interface PictureInfo {
  readonly mimeType: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

/**
 * Format and size in pixels, from the bytes and without decoding them.
 * @throws LIMNER_PICTURE_INVALID when they are no PNG, JPEG or WebP, or are cut off in a way that shows without decoding
 */
export function readPictureInfo(bytes: Uint8Array): PictureInfo {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return { mimeType: 'image/png', ...readPngSize(bytes) };
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return { mimeType: 'image/jpeg', ...readJpegSize(bytes) };
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46])) return { mimeType: 'image/webp', ...readWebpSize(bytes) };
  throw invalidPicture(bytes.length === 0 ? 'is empty' : 'is neither PNG nor JPEG nor WebP');
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
