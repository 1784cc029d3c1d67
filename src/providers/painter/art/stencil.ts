import type { Path } from './geometry.ts';

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
  const edges = snap(path);
  const box = clipBox(edges, size);
  if (box.width <= 0 || box.height <= 0) return EMPTY;
  const sums = new Float32Array((box.width + 2) * box.height);
  for (const contour of edges) {
    let [x, y] = [(contour.at(-2) ?? 0) - box.x, (contour.at(-1) ?? 0) - box.y];
    for (let i = 0; i < contour.length; i += 2) {
      const [nextX, nextY] = [(contour[i] ?? 0) - box.x, (contour[i + 1] ?? 0) - box.y];
      addEdge(sums, box, [x, y, nextX, nextY]);
      [x, y] = [nextX, nextY];
    }
  }
  return { ...box, coverage: integrate(sums, box) };
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

function snap(path: Path): number[][] {
  return path.map((contour) => contour.flatMap(([x, y]) => [Math.round(x * 64) / 64, Math.round(y * 64) / 64]));
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

/** Adds the signed area that lies to the right of one edge, row by row. */
function addEdge(sums: Float32Array, box: Box, [x0, y0, x1, y1]: readonly [number, number, number, number]): void {
  if (y0 === y1) return;
  const sign = y0 < y1 ? 1 : -1;
  const [topX, topY, bottomX, bottomY] = y0 < y1 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
  const slope = (bottomX - topX) / (bottomY - topY);
  const stride = box.width + 2;
  const last = Math.min(box.height, Math.ceil(bottomY));
  for (let row = Math.max(0, Math.floor(topY)); row < last; row++) {
    const from = Math.max(topY, row);
    const to = Math.min(bottomY, row + 1);
    if (to <= from) continue;
    const [a, b] = [topX + (from - topY) * slope, topX + (to - topY) * slope];
    addClipped(sums, row * stride, sign * (to - from), a < b ? [a, b, box.width] : [b, a, box.width]);
  }
}

/** What lies left of the box covers its whole row; what lies right of it, nothing. */
function addClipped(
  sums: Float32Array,
  row: number,
  height: number,
  [left, right, width]: readonly [number, number, number],
): void {
  if (left >= width) return;
  if (left >= 0 && right <= width) return addSpan(sums, row, height, [left, right]);
  const perPixel = right > left ? 1 / (right - left) : 0;
  const before = right <= 0 ? 1 : left < 0 ? -left * perPixel : 0;
  if (before > 0) addSpan(sums, row, height * before, [0, 0]);
  if (right <= 0) return;
  const [start, end] = [Math.max(0, left), Math.min(width, right)];
  addSpan(sums, row, height * (end - start) * perPixel, [start, end]);
}

function addSpan(sums: Float32Array, row: number, height: number, [left, right]: readonly [number, number]): void {
  const first = Math.floor(left);
  const end = Math.ceil(right);
  if (end <= first + 1) {
    const share = 1 - ((left + right) / 2 - first);
    sums[row + first] = (sums[row + first] ?? 0) + height * share;
    sums[row + first + 1] = (sums[row + first + 1] ?? 0) + height * (1 - share);
    return;
  }
  const perPixel = 1 / (right - left);
  let covered = 0;
  for (let column = first; column < end; column++) {
    const from = Math.max(left, column) - left;
    const to = Math.min(right, column + 1) - left;
    const share = (perPixel * (to * to - from * from)) / 2 + (column + 1 - left - to);
    sums[row + column] = (sums[row + column] ?? 0) + height * (share - covered);
    covered = share;
  }
  sums[row + end] = (sums[row + end] ?? 0) + height * (1 - covered);
}

function integrate(sums: Float32Array, box: Box): Uint8Array {
  const coverage = new Uint8Array(box.width * box.height);
  let index = 0;
  for (let y = 0; y < box.height; y++) {
    let sum = 0;
    const row = y * (box.width + 2);
    for (let x = 0; x < box.width; x++) {
      sum += sums[row + x] ?? 0;
      const area = sum < 0 ? -sum : sum;
      coverage[index++] = area >= 1 ? 255 : Math.round(area * 255);
    }
  }
  return coverage;
}
