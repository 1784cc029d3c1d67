import { mixBits } from './random.ts';

/** A random byte for a lattice point. */
export function latticeNoise(x: number, y: number, seed: number): number {
  return mixBits(Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ seed) & 255;
}

/**
 * Smooth noise in 0..255 over a whole-number lattice that repeats after `periodX` and `periodY` lattice steps.
 * Uses only additions and products, in a fixed order.
 */
export function smoothNoise(x: number, y: number, seed: number, periodX: number, periodY: number): number {
  const top = Math.floor(y);
  const upper = acrossNoise(x, wrap(top, periodY), seed, periodX);
  const lower = acrossNoise(x, wrap(top + 1, periodY), seed, periodX);
  return upper + (lower - upper) * ease(y - top);
}

/** Smooth noise on a line of the lattice. */
function acrossNoise(x: number, line: number, seed: number, period: number): number {
  const left = Math.floor(x);
  const share = ease(x - left);
  const [before, after] = [wrap(left, period), wrap(left + 1, period)];
  return latticeNoise(before, line, seed) * (1 - share) + latticeNoise(after, line, seed) * share;
}

/** Several octaves of `smoothNoise`, still in 0..255 and with the same period. */
export function roughNoise(x: number, y: number, seed: number, period: readonly [number, number], octaves = 3): number {
  let [sum, weight, total, scale] = [0, 1, 0, 1];
  for (let octave = 0; octave < octaves; octave++) {
    sum += weight * smoothNoise(x * scale, y * scale, seed + octave * 101, period[0] * scale, period[1] * scale);
    total += weight;
    weight /= 2;
    scale *= 2;
  }
  return sum / total;
}

/**
 * `smoothNoise` to the last bit, for many y at each of some x: what y shares with the y before it in its column is not
 * worked out again.
 */
export function smoothColumns(
  xs: readonly number[],
  seed: number,
  period: readonly [number, number],
): (column: number, y: number) => number {
  const tops = new Float64Array(xs.length).fill(Number.NaN);
  const [upper, lower] = [new Float64Array(xs.length), new Float64Array(xs.length)];
  const enterLine = (column: number, top: number): void => {
    const x = xs[column] ?? 0;
    tops[column] = top;
    upper[column] = acrossNoise(x, wrap(top, period[1]), seed, period[0]);
    lower[column] = acrossNoise(x, wrap(top + 1, period[1]), seed, period[0]);
  };
  return (column, y) => {
    const top = Math.floor(y);
    if (tops[column] !== top) enterLine(column, top);
    const above = upper[column] ?? 0;
    return above + ((lower[column] ?? 0) - above) * ease(y - top);
  };
}

/** `roughNoise` to the last bit, at some x, for a row after the other. The row is reused. */
export function roughRows(
  xs: readonly number[],
  seed: number,
  period: readonly [number, number],
  octaves: number,
): (y: number) => Float64Array {
  const row = new Float64Array(xs.length);
  const layers = Array.from({ length: octaves }, (_, octave) => {
    const scale = 2 ** octave;
    const scaled = xs.map((x) => x * scale);
    return { scale, add: smoothRows(scaled, seed + octave * 101, [period[0] * scale, period[1] * scale]) };
  });
  const total = layers.reduce((sum, { scale }) => sum + 1 / scale, 0);
  return (y) => {
    row.fill(0);
    for (const { scale, add } of layers) add(row, y * scale, 1 / scale);
    for (let i = 0; i < row.length; i++) row[i] = (row[i] ?? 0) / total;
    return row;
  };
}

/** Adds a share of `smoothNoise` to a row of sums. */
function smoothRows(
  xs: readonly number[],
  seed: number,
  period: readonly [number, number],
): (sums: Float64Array, y: number, weight: number) => void {
  let entered = Number.NaN;
  let [upper, lower] = [new Float64Array(0), new Float64Array(0)];
  const lineAt = (line: number): Float64Array<ArrayBuffer> =>
    Float64Array.from(xs, (x) => acrossNoise(x, wrap(line, period[1]), seed, period[0]));
  return (sums, y, weight) => {
    const top = Math.floor(y);
    if (top !== entered) [upper, lower] = [lineAt(top), lineAt(top + 1)];
    entered = top;
    const share = ease(y - top);
    for (let i = 0; i < sums.length; i++) {
      const above = upper[i] ?? 0;
      sums[i] = (sums[i] ?? 0) + weight * (above + ((lower[i] ?? 0) - above) * share);
    }
  };
}

function ease(share: number): number {
  return share * share * (3 - 2 * share);
}

function wrap(value: number, period: number): number {
  const rest = value % period;
  return rest < 0 ? rest + period : rest;
}
