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
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [shareX, shareY] = [ease(x - left), ease(y - top)];
  const [x0, x1] = [wrap(left, periodX), wrap(left + 1, periodX)];
  const [y0, y1] = [wrap(top, periodY), wrap(top + 1, periodY)];
  const upper = latticeNoise(x0, y0, seed) * (1 - shareX) + latticeNoise(x1, y0, seed) * shareX;
  const lower = latticeNoise(x0, y1, seed) * (1 - shareX) + latticeNoise(x1, y1, seed) * shareX;
  return upper + (lower - upper) * shareY;
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

function ease(share: number): number {
  return share * share * (3 - 2 * share);
}

function wrap(value: number, period: number): number {
  const rest = value % period;
  return rest < 0 ? rest + period : rest;
}
