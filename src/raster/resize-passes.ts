import type { Raster } from './raster.ts';
import { ONE_BITS, type Axis } from './resize-axis.ts';

/** Four 16-bit values a pixel, colours premultiplied by alpha; 255 * 255 is full. */
export type Deep = Int32Array;

const FULL = 255 * 255;
const HALF = 1 << (ONE_BITS - 1);

export function load({ rgba }: Raster): Deep {
  const deep = new Int32Array(rgba.length);
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = rgba[i + 3] ?? 0;
    deep[i] = (rgba[i] ?? 0) * alpha;
    deep[i + 1] = (rgba[i + 1] ?? 0) * alpha;
    deep[i + 2] = (rgba[i + 2] ?? 0) * alpha;
    deep[i + 3] = 255 * alpha;
  }
  return deep;
}

/** Makes each of `rows` rows as long as the axis says. */
export function resampleRows(deep: Deep, rows: number, axis: Axis): Deep {
  const { oldLength, newLength, taps, starts, weights, neighbours } = axis;
  if (oldLength === newLength) return deep;
  const result = new Int32Array(rows * newLength * 4);
  for (let to = 0, y = 0; y < rows; y++) {
    for (let x = 0; x < newLength; x++, to += 4) {
      let from = (y * oldLength + (starts[x] ?? 0)) * 4;
      let [red, green, blue, alpha] = [HALF, HALF, HALF, HALF];
      for (let tap = x * taps; tap < (x + 1) * taps; tap++, from += 4) {
        const weight = weights[tap] ?? 0;
        red += weight * (deep[from] ?? 0);
        green += weight * (deep[from + 1] ?? 0);
        blue += weight * (deep[from + 2] ?? 0);
        alpha += weight * (deep[from + 3] ?? 0);
      }
      result[to] = red >> ONE_BITS;
      result[to + 1] = green >> ONE_BITS;
      result[to + 2] = blue >> ONE_BITS;
      result[to + 3] = alpha >> ONE_BITS;
      if (!neighbours) continue;
      const left = (y * oldLength + (neighbours.left[x] ?? 0)) * 4;
      const right = (y * oldLength + (neighbours.right[x] ?? 0)) * 4;
      keepBetween(deep, [left, right], result, to, 4);
    }
  }
  return result;
}

/** Makes each of `width` columns as long as the axis says. */
export function resampleColumns(deep: Deep, width: number, axis: Axis): Deep {
  const { oldLength, newLength, taps, starts, weights, neighbours } = axis;
  if (oldLength === newLength) return deep;
  const pitch = width * 4;
  const result = new Int32Array(newLength * pitch);
  const sums = new Int32Array(pitch);
  for (let y = 0; y < newLength; y++) {
    sums.fill(HALF);
    for (let tap = 0; tap < taps; tap++) {
      const weight = weights[y * taps + tap] ?? 0;
      const from = ((starts[y] ?? 0) + tap) * pitch;
      if (weight !== 0) for (let i = 0; i < pitch; i++) sums[i] = (sums[i] ?? 0) + weight * (deep[from + i] ?? 0);
    }
    for (let i = 0, to = y * pitch; i < pitch; i++, to++) result[to] = (sums[i] ?? 0) >> ONE_BITS;
    if (!neighbours) continue;
    const bounds = [(neighbours.left[y] ?? 0) * pitch, (neighbours.right[y] ?? 0) * pitch] as const;
    keepBetween(deep, bounds, result, y * pitch, pitch);
  }
  return result;
}

/** Lanczos overshoots at edges; a game shows that as a faint ring around the cut-out. */
function keepBetween(deep: Deep, bounds: readonly [number, number], result: Deep, at: number, length: number): void {
  const [left, right] = bounds;
  for (let i = 0; i < length; i++) {
    const a = deep[left + i] ?? 0;
    const b = deep[right + i] ?? 0;
    const value = result[at + i] ?? 0;
    result[at + i] = a < b ? Math.max(a, Math.min(b, value)) : Math.max(b, Math.min(a, value));
  }
}

/** Back to straight 8-bit alpha. A pixel whose alpha rounds to 0 has no colour either. */
export function store(deep: Deep, rgba: Uint8Array): void {
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = Math.min(FULL, deep[i + 3] ?? 0);
    const rounded = Math.floor((alpha + 127) / 255);
    if (rounded <= 0) continue;
    for (let c = i; c < i + 3; c++) {
      const colour = Math.floor(((deep[c] ?? 0) * 510 + alpha) / (alpha * 2));
      rgba[c] = Math.max(0, Math.min(255, colour));
    }
    rgba[i + 3] = rounded;
  }
}
