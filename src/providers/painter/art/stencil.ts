import { coverageOf } from './coverage.ts';
import type { Contour, Path } from './geometry.ts';

/** How much of each pixel in a box of the surface is covered, 0..255. The box lies within the surface. */
export interface Stencil {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly coverage: Uint8Array;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const EMPTY: Stencil = { x: 0, y: 0, width: 0, height: 0, coverage: new Uint8Array(0) };

/**
 * Exact area coverage of a path in surface pixels. Contours of one direction may overlap. Points are rounded to 1/64
 * pixel, so that the last bits of a sine never reach a byte.
 */
export function fillPath(path: Path, size: Size): Stencil {
  const contours = path.map(snap);
  const box = clipBox(contours, size);
  if (box.width <= 0 || box.height <= 0) return EMPTY;
  return { ...box, coverage: coverageOf(contours, box) };
}

/** Full or nothing: for pictures on a pixel grid. */
export function hardenStencil(stencil: Stencil): Stencil {
  return { ...stencil, coverage: stencil.coverage.map((value) => (value >= 112 ? 255 : 0)) };
}

/** The part of a stencil that lies on another one. */
export function clipStencil(stencil: Stencil, window: Stencil): Stencil {
  const coverage = new Uint8Array(stencil.coverage.length);
  for (let y = 0; y < stencil.height; y++) {
    const windowY = y + stencil.y - window.y;
    if (windowY < 0 || windowY >= window.height) continue;
    for (let x = 0; x < stencil.width; x++) {
      const windowX = x + stencil.x - window.x;
      if (windowX < 0 || windowX >= window.width) continue;
      const index = y * stencil.width + x;
      coverage[index] = Math.min(stencil.coverage[index] ?? 0, window.coverage[windowY * window.width + windowX] ?? 0);
    }
  }
  return { ...stencil, coverage };
}

/** As flat numbers x, y… */
function snap(contour: Contour): number[] {
  const numbers: number[] = [];
  for (const [x, y] of contour) numbers.push(Math.round(x * 64) / 64, Math.round(y * 64) / 64);
  return numbers;
}

type Box = Omit<Stencil, 'coverage'>;

function clipBox(contours: readonly (readonly number[])[], size: Size): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const contour of contours)
    for (let i = 0; i < contour.length; i += 2) {
      left = Math.min(left, contour[i] ?? 0);
      right = Math.max(right, contour[i] ?? 0);
      top = Math.min(top, contour[i + 1] ?? 0);
      bottom = Math.max(bottom, contour[i + 1] ?? 0);
    }
  const x = Math.max(0, Math.floor(left));
  const y = Math.max(0, Math.floor(top));
  return {
    x,
    y,
    width: Math.min(size.width, Math.ceil(right)) - x,
    height: Math.min(size.height, Math.ceil(bottom)) - y,
  };
}
