import { zlibSync } from 'fflate';
import { filterRows } from './filter-rows.ts';

/**
 * True when filtered rows deflate better than plain ones: so it is with photographs and seldom with flat art, whose
 * long runs deflate finds by itself. Decided by trying both on a few bands of the picture.
 */
export function filtersHelp(packed: Uint8Array, stride: number, step: number): boolean {
  const plain = takeBands(packed, stride + 1);
  const filtered = plain.slice();
  filterRows(filtered, stride, step);
  return deflatedLength(filtered) < deflatedLength(plain);
}

const BANDS = 4;
const BAND_ROWS = 12;

/** Rows from all over the picture, or all of them when there are few. `pitch` is a row's length in bytes. */
function takeBands(packed: Uint8Array, pitch: number): Uint8Array {
  const rows = packed.length / pitch;
  if (rows <= BANDS * BAND_ROWS) return packed;
  const bands = new Uint8Array(BANDS * BAND_ROWS * pitch);
  for (let band = 0; band < BANDS; band++) {
    const first = Math.floor(((2 * band + 1) * rows) / (2 * BANDS)) - BAND_ROWS / 2;
    bands.set(packed.subarray(first * pitch, (first + BAND_ROWS) * pitch), band * BAND_ROWS * pitch);
  }
  return bands;
}

function deflatedLength(bytes: Uint8Array): number {
  return zlibSync(bytes, { level: 4 }).length;
}
