import type { Rect } from '../../../raster/raster.ts';

/**
 * The area of each pixel of a box that lies within closed contours (flat numbers x, y…), 0..255. A row at a time: its
 * sums stay near, and what lies between two edges is filled without being looked at.
 */
export function coverageOf(contours: readonly (readonly number[])[], box: Rect): Uint8Array {
  const { width, height } = box;
  const coverage = new Uint8Array(width * height);
  const edges = edgesOf(contours, box);
  const { starts, order } = edgesByRow(edges, height);
  const line: Line = { width, sums: new Float32Array(width + 1), touched: new Int32Array((width >> 5) + 1) };
  for (let y = 0; y < height; y++) {
    const end = starts[y + 1] ?? 0;
    for (let i = starts[y] ?? 0; i < end; i++) addEdge(line, edges, (order[i] ?? 0) * EDGE, y);
    integrate(line, coverage, y * width);
  }
  return coverage;
}

/** One row's sums: what an edge adds to a pixel holds for all pixels to its right. */
interface Line {
  readonly width: number;
  readonly sums: Float32Array;
  /** A bit for each sum that an edge has met. */
  readonly touched: Int32Array;
}

/** Numbers of an edge: x at its top, top, bottom, x by y, 1 when it runs down and -1 when up. */
const EDGE = 5;

/** All edges that are not level, in the contours' order and from the box' corner. */
function edgesOf(contours: readonly (readonly number[])[], box: Rect): Float64Array {
  const edges = new Float64Array(contours.reduce((sum, { length }) => sum + (length >> 1), 0) * EDGE);
  let at = 0;
  for (const contour of contours) {
    let x = (contour.at(-2) ?? 0) - box.x;
    let y = (contour.at(-1) ?? 0) - box.y;
    for (let i = 0; i < contour.length; i += 2) {
      const nextX = (contour[i] ?? 0) - box.x;
      const nextY = (contour[i + 1] ?? 0) - box.y;
      if (y !== nextY) {
        const isDown = y < nextY;
        edges[at] = isDown ? x : nextX;
        edges[at + 1] = isDown ? y : nextY;
        edges[at + 2] = isDown ? nextY : y;
        edges[at + 3] = isDown ? (nextX - x) / (nextY - y) : (x - nextX) / (y - nextY);
        edges[at + 4] = isDown ? 1 : -1;
        at += EDGE;
      }
      x = nextX;
      y = nextY;
    }
  }
  return edges.subarray(0, at);
}

/** Which edges meet a row: `order[starts[y]..starts[y + 1])`. They keep their order, and with it the sums' last bits. */
function edgesByRow(edges: Float64Array, height: number): { readonly starts: Int32Array; readonly order: Int32Array } {
  const first = (at: number): number => Math.max(0, Math.floor(edges[at + 1] ?? 0));
  const end = (at: number): number => Math.min(height, Math.ceil(edges[at + 2] ?? 0));
  const starts = new Int32Array(height + 1);
  for (let at = 0; at < edges.length; at += EDGE)
    for (let y = first(at); y < end(at); y++) starts[y + 1] = (starts[y + 1] ?? 0) + 1;
  for (let y = 0; y < height; y++) starts[y + 1] = (starts[y + 1] ?? 0) + (starts[y] ?? 0);
  const order = new Int32Array(starts[height] ?? 0);
  const next = starts.slice();
  for (let at = 0, edge = 0; at < edges.length; at += EDGE, edge++)
    for (let y = first(at); y < end(at); y++) {
      const place = next[y] ?? 0;
      order[place] = edge;
      next[y] = place + 1;
    }
  return { starts, order };
}

/** Adds the signed area that lies to the right of an edge, in one row. */
function addEdge(line: Line, edges: Float64Array, at: number, y: number): void {
  const [topX, top, bottom] = [edges[at] ?? 0, edges[at + 1] ?? 0, edges[at + 2] ?? 0];
  const slope = edges[at + 3] ?? 0;
  const from = Math.max(top, y);
  const to = Math.min(bottom, y + 1);
  const [a, b] = [topX + (from - top) * slope, topX + (to - top) * slope];
  addClipped(line, (edges[at + 4] ?? 0) * (to - from), a < b ? [a, b] : [b, a]);
}

/** What lies left of the box covers its whole row; what lies right of it, nothing. */
function addClipped(line: Line, height: number, [left, right]: readonly [number, number]): void {
  const { width } = line;
  if (left >= width) return;
  if (left >= 0 && right <= width) return addSpan(line, height, [left, right]);
  const perPixel = right > left ? 1 / (right - left) : 0;
  const before = right <= 0 ? 1 : left < 0 ? -left * perPixel : 0;
  if (before > 0) addSpan(line, height * before, [0, 0]);
  if (right <= 0) return;
  const [start, end] = [Math.max(0, left), Math.min(width, right)];
  addSpan(line, height * (end - start) * perPixel, [start, end]);
}

function addSpan(line: Line, height: number, [left, right]: readonly [number, number]): void {
  const first = Math.floor(left);
  const end = Math.ceil(right);
  if (end <= first + 1) {
    const share = 1 - ((left + right) / 2 - first);
    add(line, first, height * share);
    add(line, first + 1, height * (1 - share));
    return;
  }
  const perPixel = 1 / (right - left);
  let covered = 0;
  for (let column = first; column < end; column++) {
    const from = Math.max(left, column) - left;
    const to = Math.min(right, column + 1) - left;
    const share = (perPixel * (to * to - from * from)) / 2 + (column + 1 - left - to);
    add(line, column, height * (share - covered));
    covered = share;
  }
  add(line, end, height * (1 - covered));
}

function add({ sums, touched }: Line, column: number, area: number): void {
  sums[column] = (sums[column] ?? 0) + area;
  touched[column >> 5] = (touched[column >> 5] ?? 0) | (1 << column);
}

/** Turns a row's sums into coverage from `start` on, and clears them for the next row. */
function integrate({ width, sums, touched }: Line, coverage: Uint8Array, start: number): void {
  let [sum, covered, done] = [0, 0, 0];
  for (let word = 0; word < touched.length; word++) {
    for (let bits = touched[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const column = (word << 5) + 31 - Math.clz32(bits & -bits);
      if (covered > 0 && column > done) coverage.fill(covered, start + done, start + column);
      sum += sums[column] ?? 0;
      sums[column] = 0;
      const area = sum < 0 ? -sum : sum;
      covered = area >= 1 ? 255 : Math.round(area * 255);
      if (column < width) coverage[start + column] = covered;
      done = column + 1;
    }
    touched[word] = 0;
  }
  if (covered > 0 && width > done) coverage.fill(covered, start + done, start + width);
}
