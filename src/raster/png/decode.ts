import { concatBytes } from '../concat-bytes.ts';
import { createRaster, type Raster } from '../raster.ts';
import { readChunks, verifyChunk } from './chunks.ts';
import { CHANNELS, readHeader, type PngHeader } from './header.ts';
import { inflateExactly } from './inflate.ts';
import { invalidPicture } from './invalid.ts';
import { listPasses, type Pass } from './passes.ts';
import { unfilterRows, type Rows } from './unfilter.ts';
import { makeUnpack, type Unpack } from './unpack.ts';

const MOST_PIXELS = 64 * 1024 * 1024;

/**
 * Any PNG as 8-bit RGBA; deeper ones are rounded, colour profiles are ignored, of an animation the still picture is
 * taken. Throws LIMNER_PICTURE_INVALID, and before any memory is taken, when the file is no PNG, is cut off or damaged,
 * or claims more than `maxPixels` (64 megapixels unless told).
 */
export function decodePng(bytes: Uint8Array, limits: { readonly maxPixels?: number } = {}): Raster {
  const header = readHeader(bytes);
  checkSize(header, limits.maxPixels ?? MOST_PIXELS);
  const { compressed, ...extras } = collectData(bytes);
  if (header.colour === 'palette' && !extras.colours) throw invalidPicture('has no palette');
  const passes = layPasses(header);
  const last = passes.at(-1);
  const inflated = inflateExactly(compressed, last ? last.rows.offset + last.rows.count * (last.rows.stride + 1) : 0);
  const raster = createRaster(header.width, header.height);
  const unpack = makeUnpack(header, extras);
  const step = Math.max(1, bitsPerPixel(header) >> 3);
  for (const { pass, rows } of passes) {
    unfilterRows(inflated, rows, step);
    placeRows({ pass, rows, inflated, unpack }, raster);
  }
  return raster;
}

function checkSize({ width, height }: PngHeader, maxPixels: number): void {
  if (width * height <= maxPixels) return;
  throw invalidPicture(`claims ${width} x ${height} pixels, more than the ${maxPixels} that are allowed`);
}

interface PngData {
  readonly compressed: Uint8Array;
  readonly colours?: Uint8Array;
  readonly transparency?: Uint8Array;
}

function collectData(bytes: Uint8Array): PngData {
  const found: Record<'PLTE' | 'tRNS' | 'IDAT', Uint8Array[]> = { PLTE: [], tRNS: [], IDAT: [] };
  for (const chunk of readChunks(bytes)) {
    if (chunk.type !== 'PLTE' && chunk.type !== 'tRNS' && chunk.type !== 'IDAT') continue;
    verifyChunk(bytes, chunk);
    found[chunk.type].push(bytes.subarray(chunk.start, chunk.end));
  }
  const [colours] = found.PLTE;
  const [transparency] = found.tRNS;
  return {
    compressed: concatBytes(found.IDAT),
    ...(colours && { colours }),
    ...(transparency && { transparency }),
  };
}

function layPasses(header: PngHeader): readonly { readonly pass: Pass; readonly rows: Rows }[] {
  let offset = 0;
  return listPasses(header).map((pass) => {
    const rows = { offset, count: pass.height, stride: Math.ceil((pass.width * bitsPerPixel(header)) / 8) };
    offset += rows.count * (rows.stride + 1);
    return { pass, rows };
  });
}

function bitsPerPixel({ colour, depth }: PngHeader): number {
  return CHANNELS[colour] * depth;
}

interface PassRows {
  readonly pass: Pass;
  readonly rows: Rows;
  readonly inflated: Uint8Array;
  readonly unpack: Unpack;
}

function placeRows({ pass, rows, inflated, unpack }: PassRows, raster: Raster): void {
  for (let y = 0; y < rows.count; y++) {
    const start = rows.offset + y * (rows.stride + 1) + 1;
    const at = ((pass.y + y * pass.stepY) * raster.width + pass.x) * 4;
    const row = inflated.subarray(start, start + rows.stride);
    unpack(row, raster.rgba, { at, step: pass.stepX * 4, count: pass.width });
  }
}
