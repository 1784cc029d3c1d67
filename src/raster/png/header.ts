import { readChunks, verifyChunk } from './chunks.ts';
import { invalidPicture } from './invalid.ts';

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: Colour;
  readonly interlaced: boolean;
}

export type Colour = 'grey' | 'rgb' | 'palette' | 'grey-alpha' | 'rgba';

/** Width and height in pixels, without decoding. Throws LIMNER_PICTURE_INVALID when the file is no PNG. */
export function readPngSize(bytes: Uint8Array): { width: number; height: number } {
  const { width, height } = readHeader(bytes);
  return { width, height };
}

export const CHANNELS: Readonly<Record<Colour, number>> = { grey: 1, rgb: 3, palette: 1, 'grey-alpha': 2, rgba: 4 };

const COLOURS: Readonly<Record<number, { readonly colour: Colour; readonly depths: readonly number[] }>> = {
  0: { colour: 'grey', depths: [1, 2, 4, 8, 16] },
  2: { colour: 'rgb', depths: [8, 16] },
  3: { colour: 'palette', depths: [1, 2, 4, 8] },
  4: { colour: 'grey-alpha', depths: [8, 16] },
  6: { colour: 'rgba', depths: [8, 16] },
};

/** The checked first chunk. Throws LIMNER_PICTURE_INVALID on anything that the PNG standard does not allow. */
export function readHeader(bytes: Uint8Array): PngHeader {
  const [first] = readChunks(bytes);
  if (first?.type !== 'IHDR' || first.end - first.start !== 13) throw invalidPicture('has no PNG header');
  verifyChunk(bytes, first);
  const view = new DataView(bytes.buffer, bytes.byteOffset + first.start, 13);
  const width = view.getUint32(0);
  const height = view.getUint32(4);
  if (!isSide(width) || !isSide(height)) throw invalidPicture(`claims an impossible size of ${width} x ${height}`);
  const depth = view.getUint8(8);
  const type = view.getUint8(9);
  const known = COLOURS[type];
  if (!known?.depths.includes(depth)) throw invalidPicture(`has an unknown pixel format (type ${type}, ${depth} bits)`);
  if (view.getUint8(10) !== 0 || view.getUint8(11) !== 0 || view.getUint8(12) > 1) {
    throw invalidPicture('uses a compression, filter or interlace method that PNG does not know');
  }
  return { width, height, depth, colour: known.colour, interlaced: view.getUint8(12) === 1 };
}

function isSide(value: number): boolean {
  return value > 0 && value < 2 ** 31;
}
