import { CHANNELS, type PngHeader } from './header.ts';
import type { Placement } from './passes.ts';

/** Writes one row of pixels (`row`, unfiltered) as 8-bit RGBA to where it belongs in `rgba`. */
export type Unpack = (row: Uint8Array, rgba: Uint8Array, place: Placement) => void;

/** Colours and transparency that stand beside the pixels. */
export interface Extras {
  /** PLTE and tRNS chunk data, as they are in the file. */
  readonly colours?: Uint8Array;
  readonly transparency?: Uint8Array;
}

/** The unpacker for a pixel format; the two that services send by the thousand have loops of their own. */
export function makeUnpack(header: PngHeader, extras: Extras): Unpack {
  if (header.colour === 'palette') return unpackPalette(header.depth, makeTable(extras));
  if (header.depth === 8 && header.colour === 'rgba') return unpackRgba8;
  if (header.depth === 8 && header.colour === 'rgb' && !extras.transparency) return unpackRgb8;
  return unpackAny(header, extras.transparency);
}

const unpackRgba8: Unpack = (row, rgba, { at, step, count }) => {
  if (step === 4) rgba.set(row, at);
  else for (let i = 0; i < count; i++) rgba.set(row.subarray(i * 4, i * 4 + 4), at + i * step);
};

const unpackRgb8: Unpack = (row, rgba, { at, step, count }) => {
  for (let i = 0, from = 0, to = at; i < count; i++, from += 3, to += step) {
    rgba[to] = row[from] ?? 0;
    rgba[to + 1] = row[from + 1] ?? 0;
    rgba[to + 2] = row[from + 2] ?? 0;
    rgba[to + 3] = 255;
  }
};

function unpackPalette(depth: number, table: Uint8Array): Unpack {
  return (row, rgba, { at, step, count }) => {
    for (let i = 0; i < count; i++) {
      const entry = readSample(row, i, depth) * 4;
      const to = at + i * step;
      for (let c = 0; c < 4; c++) rgba[to + c] = table[entry + c] ?? 0;
    }
  };
}

/** 256 RGBA entries; an index that the file does not define is opaque black, as in libpng. */
function makeTable({ colours = new Uint8Array(0), transparency = new Uint8Array(0) }: Extras): Uint8Array {
  const table = new Uint8Array(1024);
  for (let i = 0; i < 256; i++) {
    table.set(colours.subarray(i * 3, i * 3 + 3), i * 4);
    table[i * 4 + 3] = transparency[i] ?? 255;
  }
  return table;
}

function unpackAny({ depth, colour }: PngHeader, transparency: Uint8Array | undefined): Unpack {
  const channels = CHANNELS[colour];
  const isGrey = channels < 3;
  const hasAlpha = channels % 2 === 0;
  const key =
    hasAlpha || !transparency ? [] : Array.from({ length: channels }, (_, c) => readSample(transparency, c, 16));
  return (row, rgba, { at, step, count }) => {
    for (let i = 0; i < count; i++) {
      const to = at + i * step;
      for (let c = 0; c < 3; c++) {
        rgba[to + c] = toByte(readSample(row, i * channels + (isGrey ? 0 : c), depth), depth);
      }
      const isKey = key.length > 0 && key.every((value, c) => readSample(row, i * channels + c, depth) === value);
      const alpha = hasAlpha ? toByte(readSample(row, i * channels + channels - 1, depth), depth) : 255;
      rgba[to + 3] = isKey ? 0 : alpha;
    }
  };
}

/** The n-th value of a row whose values are `depth` bits wide, highest bits first. */
function readSample(row: Uint8Array, n: number, depth: number): number {
  if (depth === 8) return row[n] ?? 0;
  if (depth === 16) return ((row[n * 2] ?? 0) << 8) | (row[n * 2 + 1] ?? 0);
  const bit = n * depth;
  return ((row[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}

function toByte(value: number, depth: number): number {
  if (depth === 8) return value;
  const most = 2 ** depth - 1;
  return Math.floor((value * 510 + most) / (2 * most));
}
