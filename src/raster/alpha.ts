import type { Raster, Rect } from './raster.ts';

/** The smallest box around all pixels whose alpha is at least `threshold`; undefined when there is none. */
export function alphaBounds(raster: Raster, threshold: number): Rect | undefined {
  const { width, height } = raster;
  let left = width;
  let right = -1;
  let top = -1;
  let bottom = -1;
  for (let y = 0; y < height; y++) {
    const first = firstVisible(raster, y, threshold);
    if (first === width) continue;
    if (top < 0) top = y;
    bottom = y;
    left = Math.min(left, first);
    right = Math.max(right, lastVisible(raster, y, threshold));
  }
  return bottom < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

function firstVisible({ width, rgba }: Raster, y: number, threshold: number): number {
  const row = y * width;
  let x = 0;
  while (x < width && (rgba[(row + x) * 4 + 3] ?? 0) < threshold) x++;
  return x;
}

function lastVisible({ width, rgba }: Raster, y: number, threshold: number): number {
  const row = y * width;
  let x = width - 1;
  while (x >= 0 && (rgba[(row + x) * 4 + 3] ?? 0) < threshold) x--;
  return x;
}

/** True when every pixel's alpha is 255. */
export function isOpaque({ rgba }: Raster): boolean {
  for (let i = 3; i < rgba.length; i += 4) if (rgba[i] !== 255) return false;
  return true;
}

/** True when some pixel's alpha is exactly this value. */
export function hasAlpha({ rgba }: Raster, alpha: number): boolean {
  for (let i = 3; i < rgba.length; i += 4) if (rgba[i] === alpha) return true;
  return false;
}

/** The greatest alpha of all pixels, 0..255. */
export function strongestAlpha({ rgba }: Raster): number {
  let strongest = 0;
  for (let i = 3; i < rgba.length && strongest < 255; i += 4) strongest = Math.max(strongest, rgba[i] ?? 0);
  return strongest;
}
