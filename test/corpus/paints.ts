import type { Dice } from './dice.ts';
import type { Paint, Rgb } from './draw.ts';

export const plain =
  (rgb: Rgb, cover = 1): Paint =>
  () => ({ rgb, cover });

/** Lit from the upper left, as a ball of that radius is. */
export const round =
  (rgb: Rgb, cx: number, cy: number, radius: number): Paint =>
  (x, y) => {
    const light = 1.25 - (0.85 * Math.hypot(x - cx + radius * 0.35, y - cy + radius * 0.4)) / radius;
    return { rgb: lit(rgb, Math.max(0.3, light)) };
  };

/** Brighter at the top. */
export const upright =
  (rgb: Rgb, strength = 0.35): Paint =>
  (_, y) => ({ rgb: lit(rgb, 1 - strength * y) });

/** Falls off with the distance from the outline. */
export const glow =
  (rgb: Rgb, reach: number, strength = 0.8): Paint =>
  (_x, _y, distance) => ({ rgb, cover: strength * Math.exp((-3 * Math.max(0, distance + reach)) / reach) });

export const grained =
  (paint: Paint, amount: number, scale: number, seed: number): Paint =>
  (x, y, distance) => {
    const { rgb, cover = 1 } = paint(x, y, distance);
    return { rgb: lit(rgb, 1 + amount * (noise(x * scale, y * scale, seed) - 0.5)), cover };
  };

export function lit([red, green, blue]: Rgb, light: number): Rgb {
  const white = Math.max(0, light - 1) * 120;
  const dark = Math.min(1, light);
  return [Math.min(255, red * dark + white), Math.min(255, green * dark + white), Math.min(255, blue * dark + white)];
}

export function blend(from: Rgb, to: Rgb, share: number): Rgb {
  const at = Math.max(0, Math.min(1, share));
  return [from[0] + (to[0] - from[0]) * at, from[1] + (to[1] - from[1]) * at, from[2] + (to[2] - from[2]) * at];
}

/** Smooth, 0..1, one swell for each unit; with periods it repeats after so many. */
export function noise(x: number, y: number, seed: number, periodX = 0, periodY = 0): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [ease(x - left), ease(y - top)];
  const at = (dx: number, dy: number): number => hash(wrap(left + dx, periodX), wrap(top + dy, periodY), seed);
  return (at(0, 0) * (1 - fx) + at(1, 0) * fx) * (1 - fy) + (at(0, 1) * (1 - fx) + at(1, 1) * fx) * fy;
}

export function hash(x: number, y: number, seed: number): number {
  let mixed = Math.imul(x | 0, 0x1f123bb5) ^ Math.imul(y | 0, 0x5f356495) ^ Math.imul(seed | 0, 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x297a2d39);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 0x1_0000_0000;
}

const wrap = (value: number, period: number): number => (period > 0 ? ((value % period) + period) % period : value);
const ease = (share: number): number => share * share * (3 - 2 * share);

/** A strong colour of any hue. */
export function anyColour(dice: Dice, light: readonly [number, number] = [0.45, 0.9]): Rgb {
  const hue = dice.between(0, 6);
  const value = dice.between(...light) * 255;
  const grey = dice.between(0.1, 0.55);
  const channel = (shift: number): number => {
    const away = Math.abs(((hue + shift) % 6) - 3) - 1;
    return value * (grey + (1 - grey) * Math.max(0, Math.min(1, away)));
  };
  return [channel(0), channel(4), channel(2)];
}
