import { invalidPicture } from './png/invalid.ts';

const [START_OF_SCAN, END_OF_IMAGE] = [0xda, 0xd9];
/** C0..CF start a frame, but for the tables among them. */
const NO_FRAME = [0xc4, 0xc8, 0xcc];

/**
 * Width and height of a JPEG (ITU T.81, annex B), without decoding.
 * @throws LIMNER_PICTURE_INVALID when it has no frame or no end
 */
export function readJpegSize(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: { width: number; height: number } | undefined;
  let offset = 2;
  while (offset + 9 <= bytes.length && bytes[offset] === 0xff) {
    const marker = view.getUint8(offset + 1);
    if (marker === START_OF_SCAN) break;
    if (isFrame(marker)) size = { height: view.getUint16(offset + 5), width: view.getUint16(offset + 7) };
    // 0xFF may be repeated before a marker.
    offset += marker === 0xff ? 1 : 2 + view.getUint16(offset + 2);
  }
  if (!size?.width || !size.height) throw invalidPicture('is cut off or damaged: the JPEG has no size');
  if (!hasEnd(bytes, offset)) throw invalidPicture('is cut off: the JPEG has no end');
  return size;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.includes(marker);
}

/** Inside a scan 0xFF is always followed by zero or a restart, so that the end marker is surely one. */
function hasEnd(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1))
    if (bytes[at + 1] === END_OF_IMAGE) return true;
  return false;
}
