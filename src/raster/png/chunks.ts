import { crc32 } from './crc32.ts';
import { invalidPicture } from './invalid.ts';

/** One chunk of a file: `start..end` are the bounds of its data; 8 bytes stand before them and 4 after. */
export interface Chunk {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

export interface NewChunk {
  readonly type: string;
  readonly data: Uint8Array;
}

const SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);

/** The chunks in their order, up to and with IEND. Throws LIMNER_PICTURE_INVALID when the file is no PNG or is cut off. */
export function* readChunks(bytes: Uint8Array): Generator<Chunk> {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) throw invalidPicture('is not a PNG');
  const view = viewOf(bytes);
  let offset = SIGNATURE.length;
  while (offset + 12 <= bytes.length) {
    const start = offset + 8;
    const end = start + view.getUint32(offset);
    if (end + 4 > bytes.length) break;
    const type = String.fromCharCode(...bytes.subarray(offset + 4, start));
    yield { type, start, end };
    if (type === 'IEND') return;
    offset = end + 4;
  }
  throw invalidPicture('is cut off: the PNG ends too early');
}

/** Throws LIMNER_PICTURE_INVALID when the chunk's bytes do not match its checksum. */
export function verifyChunk(bytes: Uint8Array, chunk: Chunk): void {
  const expected = viewOf(bytes).getUint32(chunk.end);
  if (crc32(bytes, chunk.start - 4, chunk.end) === expected) return;
  throw invalidPicture(`is damaged: the checksum of its ${chunk.type} chunk is wrong`);
}

/** A whole file: signature, the chunks with their checksums, IEND. */
export function writeChunks(chunks: readonly NewChunk[]): Uint8Array {
  const all = [...chunks, { type: 'IEND', data: new Uint8Array(0) }];
  const bytes = new Uint8Array(SIGNATURE.length + all.reduce((sum, { data }) => sum + 12 + data.length, 0));
  const view = viewOf(bytes);
  bytes.set(SIGNATURE);
  let offset = SIGNATURE.length;
  for (const { type, data } of all) {
    const end = offset + 8 + data.length;
    view.setUint32(offset, data.length);
    for (let i = 0; i < 4; i++) bytes[offset + 4 + i] = type.charCodeAt(i);
    bytes.set(data, offset + 8);
    view.setUint32(end, crc32(bytes, offset + 4, end));
    offset = end + 4;
  }
  return bytes;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
