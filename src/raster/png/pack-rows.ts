import type { Raster } from '../raster.ts';
import type { PalettePicture } from './palette.ts';

/** Rows as a PNG stores them before filtering: a zero, then `channels` bytes a pixel (3 leaves alpha out). */
export function packRows(raster: Raster, channels: 3 | 4): Uint8Array {
  const { width, height, rgba } = raster;
  const stride = width * channels;
  const packed = new Uint8Array(height * (stride + 1));
  for (let y = 0; y < height; y++) {
    const row = rgba.subarray(y * width * 4, (y + 1) * width * 4);
    const at = y * (stride + 1) + 1;
    if (channels === 4) packed.set(row, at);
    else dropAlpha(row, packed, at);
  }
  return packed;
}

function dropAlpha(row: Uint8Array, packed: Uint8Array, at: number): void {
  for (let from = 0, to = at; from < row.length; from += 4, to += 3) {
    packed[to] = row[from] ?? 0;
    packed[to + 1] = row[from + 1] ?? 0;
    packed[to + 2] = row[from + 2] ?? 0;
  }
}

/** Palette rows: a zero, then `depth` bits a pixel, the first pixel in the highest bits. */
export function packIndexes({ indexes }: PalettePicture, width: number, depth: number): Uint8Array {
  const perByte = 8 / depth;
  const stride = Math.ceil(width / perByte);
  const height = indexes.length / width;
  const packed = new Uint8Array(height * (stride + 1));
  for (let y = 0; y < height; y++) {
    const at = y * (stride + 1) + 1;
    const row = indexes.subarray(y * width, (y + 1) * width);
    if (depth === 8) packed.set(row, at);
    else packBits(row, packed, at, depth);
  }
  return packed;
}

function packBits(row: Uint8Array, packed: Uint8Array, at: number, depth: number): void {
  for (let x = 0; x < row.length; x++) {
    const bit = x * depth;
    const byte = at + (bit >> 3);
    packed[byte] = (packed[byte] ?? 0) | ((row[x] ?? 0) << (8 - depth - (bit & 7)));
  }
}
