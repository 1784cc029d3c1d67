import { invalidPicture } from './invalid.ts';

/** Where the rows of one pass lie in the inflated bytes: each row is a filter byte and `stride` bytes of pixels. */
export interface Rows {
  readonly offset: number;
  readonly count: number;
  readonly stride: number;
}

/** Undoes the row filters in place. `step` is the distance to the pixel on the left, in bytes. */
export function unfilterRows(bytes: Uint8Array, rows: Rows, step: number): void {
  for (let y = 0; y < rows.count; y++) {
    const start = rows.offset + y * (rows.stride + 1) + 1;
    const unfilter = UNFILTERS[bytes[start - 1] ?? 0];
    if (!unfilter) throw invalidPicture('is damaged: a row has an unknown filter');
    // Above a first row there are zeros, with which each filter is a simpler one.
    if (y === 0) (FIRST_ROW[bytes[start - 1] ?? 0] ?? unfilter)(bytes, start, start + rows.stride, step, 0);
    else unfilter(bytes, start, start + rows.stride, step, rows.stride + 1);
  }
}

/** `above` is the distance to the same byte one row up. */
type Unfilter = (bytes: Uint8Array, start: number, end: number, step: number, above: number) => void;

const none: Unfilter = () => {};

const sub: Unfilter = (bytes, start, end, step) => {
  for (let i = start + step; i < end; i++) bytes[i] = (bytes[i] ?? 0) + (bytes[i - step] ?? 0);
};

const up: Unfilter = (bytes, start, end, _step, above) => {
  for (let i = start; i < end; i++) bytes[i] = (bytes[i] ?? 0) + (bytes[i - above] ?? 0);
};

const average: Unfilter = (bytes, start, end, step, above) => {
  const first = Math.min(end, start + step);
  for (let i = start; i < first; i++) bytes[i] = (bytes[i] ?? 0) + ((bytes[i - above] ?? 0) >> 1);
  for (let i = first; i < end; i++) {
    bytes[i] = (bytes[i] ?? 0) + (((bytes[i - step] ?? 0) + (bytes[i - above] ?? 0)) >> 1);
  }
};

const averageFirst: Unfilter = (bytes, start, end, step) => {
  for (let i = start + step; i < end; i++) bytes[i] = (bytes[i] ?? 0) + ((bytes[i - step] ?? 0) >> 1);
};

const paeth: Unfilter = (bytes, start, end, step, above) => {
  const first = Math.min(end, start + step);
  for (let i = start; i < first; i++) bytes[i] = (bytes[i] ?? 0) + (bytes[i - above] ?? 0);
  for (let i = first; i < end; i++) {
    const a = bytes[i - step] ?? 0;
    const b = bytes[i - above] ?? 0;
    const c = bytes[i - above - step] ?? 0;
    const toA = Math.abs(b - c);
    const toB = Math.abs(a - c);
    const toC = Math.abs(a + b - c - c);
    bytes[i] = (bytes[i] ?? 0) + (toA <= toB && toA <= toC ? a : toB <= toC ? b : c);
  }
};

const UNFILTERS: readonly Unfilter[] = [none, sub, up, average, paeth];
const FIRST_ROW: readonly Unfilter[] = [none, sub, none, averageFirst, sub];
