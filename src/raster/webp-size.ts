import { invalidPicture } from './png/invalid.ts';

const SHORTEST = 30;

/**
 * Width and height of a WebP (RFC 9649), without decoding.
 * @throws LIMNER_PICTURE_INVALID when it is another RIFF file, damaged or cut off
 */
export function readWebpSize(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < SHORTEST || fourCc(bytes, 8) !== 'WEBP') throw invalidPicture('is neither PNG nor JPEG nor WebP');
  if (view.getUint32(4, true) + 8 > bytes.length) throw invalidPicture('is cut off: the WebP ends too early');
  switch (fourCc(bytes, 12)) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 };
    default:
      throw invalidPicture('is damaged: the WebP holds no picture');
  }
}

function fourCc(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
