/** For each new pixel along one direction: the first old pixel it takes from, and the weights of that and the next. */
export interface Axis {
  readonly oldLength: number;
  readonly newLength: number;
  /** How many weights each new pixel has; unused ones are zero. */
  readonly taps: number;
  readonly starts: Int32Array;
  /** `taps` a new pixel; each pixel's sum is exactly `ONE`. */
  readonly weights: Int32Array;
  /** When enlarging: the two old pixels between which each new one must stay, so that no halo appears. */
  readonly neighbours?: { readonly left: Int32Array; readonly right: Int32Array };
}

/** 14 bits: with 16-bit colour a sum stays within 32 bits, also where Lanczos overshoots. */
export const ONE_BITS = 14;
const ONE = 1 << ONE_BITS;

/** Area average when shrinking, Lanczos with three lobes when enlarging. */
export function makeAxis(oldLength: number, newLength: number): Axis {
  return newLength > oldLength ? lanczosAxis(oldLength, newLength) : areaAxis(oldLength, newLength);
}

function areaAxis(oldLength: number, newLength: number): Axis {
  const taps = Math.min(oldLength, Math.ceil(oldLength / newLength) + 1);
  const axis = emptyAxis(oldLength, newLength, taps);
  for (let i = 0; i < newLength; i++) {
    // Counted in units of which an old pixel has `newLength` and a new one `oldLength`.
    const from = i * oldLength;
    const first = Math.min(Math.floor(from / newLength), oldLength - taps);
    axis.starts[i] = first;
    let before = 0;
    for (let tap = 0; tap < taps; tap++) {
      const covered = Math.min(oldLength, Math.max(0, (first + tap + 1) * newLength - from));
      const upTo = Math.floor((covered * ONE * 2 + oldLength) / (oldLength * 2));
      axis.weights[i * taps + tap] = upTo - before;
      before = upTo;
    }
  }
  return axis;
}

const LOBES = 3;

function lanczosAxis(oldLength: number, newLength: number): Axis {
  const taps = Math.min(oldLength, LOBES * 2);
  const neighbours = { left: new Int32Array(newLength), right: new Int32Array(newLength) };
  const axis = { ...emptyAxis(oldLength, newLength, taps), neighbours };
  for (let i = 0; i < newLength; i++) {
    const centre = ((2 * i + 1) * oldLength - newLength) / (2 * newLength);
    const left = Math.floor(centre) - LOBES + 1;
    const start = Math.max(0, Math.min(left, oldLength - taps));
    const raw = new Float64Array(taps);
    for (let j = left; j < left + LOBES * 2; j++) {
      // Beyond the border stands the border's pixel again.
      const tap = Math.max(0, Math.min(oldLength - 1, j)) - start;
      raw[tap] = (raw[tap] ?? 0) + lanczos(centre - j);
    }
    axis.starts[i] = start;
    axis.weights.set(toWhole(raw), i * taps);
    neighbours.left[i] = Math.max(0, Math.floor(centre));
    neighbours.right[i] = Math.min(oldLength - 1, Math.floor(centre) + 1);
  }
  return axis;
}

function lanczos(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) >= LOBES) return 0;
  const angle = Math.PI * x;
  return (LOBES * Math.sin(angle) * Math.sin(angle / LOBES)) / (angle * angle);
}

/** Rounds far above the last bits of `Math.sin`, which may differ; the greatest weight takes up what is left over. */
function toWhole(raw: Float64Array): Int32Array {
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  const whole = Int32Array.from(raw, (weight) => Math.round((weight / total) * ONE));
  const greatest = whole.indexOf(Math.max(...whole));
  whole[greatest] = (whole[greatest] ?? 0) + ONE - whole.reduce((sum, weight) => sum + weight, 0);
  return whole;
}

function emptyAxis(oldLength: number, newLength: number, taps: number): Axis {
  const starts = new Int32Array(newLength);
  return { oldLength, newLength, taps, starts, weights: new Int32Array(newLength * taps) };
}
