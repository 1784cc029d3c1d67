import type { Rect } from '../raster/raster.ts';

/** A connected part of a map whose pixels all have one value; see `find-parts.ts` for what is only in or out. */
export interface ValuePart extends Rect {
  readonly value: number;
  /** Pixels. */
  readonly area: number;
  /** Sides of pixels that face the outside, holes included. */
  readonly outline: number;
  /** How many of its pixels lie on the area's own edge, by side. */
  readonly onEdge: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

/** Rows' stretches of pixels of one value; five numbers each: row, first, one past the last, value, part. */
type Runs = number[];

/** The parts of one value, but for 0, within the rectangle, connected also over corners; places are the whole map's. */
export function findValueParts(map: Uint8Array | Uint16Array, stride: number, rect: Rect): readonly ValuePart[] {
  const parents: number[] = [];
  const runs: Runs = [];
  const shared: number[] = [];
  let above: [number, number] = [0, 0];
  for (let y = rect.y; y < rect.y + rect.height; y++) {
    const first = runs.length;
    readRow(map, y * stride, rect, y, runs);
    joinRows(runs, above, [first, runs.length], parents, shared);
    above = [first, runs.length];
  }
  return gather(runs, parents, shared, rect);
}

function readRow(map: Uint8Array | Uint16Array, row: number, rect: Rect, y: number, runs: Runs): void {
  const end = rect.x + rect.width;
  let x = rect.x;
  while (x < end) {
    while (x < end && map[row + x] === 0) x++;
    if (x === end) return;
    const first = x;
    const value = map[row + x] ?? 0;
    while (x < end && map[row + x] === value) x++;
    runs.push(y, first, x, value, -1);
  }
}

/** Gives each run of a row a part: that of what it touches in the row above, or a new one. */
function joinRows(
  runs: Runs,
  above: [number, number],
  row: [number, number],
  parents: number[],
  shared: number[],
): void {
  let first = above[0];
  for (let i = row[0]; i < row[1]; i += 5) {
    const from = runs[i + 1] ?? 0;
    const to = runs[i + 2] ?? 0;
    let part = -1;
    while (first < above[1] && (runs[first + 2] ?? 0) < from) first += 5;
    let facing = 0;
    for (let j = first; j < above[1] && (runs[j + 1] ?? 0) <= to; j += 5) {
      if (runs[j + 3] !== runs[i + 3]) continue;
      const other = rootOf(parents, runs[j + 4] ?? 0);
      facing += Math.max(0, Math.min(to, runs[j + 2] ?? 0) - Math.max(from, runs[j + 1] ?? 0));
      if (part < 0) part = other;
      else if (other !== part) {
        parents[Math.max(part, other)] = Math.min(part, other);
        part = Math.min(part, other);
      }
    }
    if (part < 0) part = parents.push(parents.length) - 1;
    runs[i + 4] = part;
    shared.push(facing);
  }
}

function rootOf(parents: number[], part: number): number {
  let root = part;
  while ((parents[root] ?? root) !== root) root = parents[root] ?? root;
  parents[part] = root;
  return root;
}

interface Sums {
  readonly value: number;
  area: number;
  outline: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  onEdge: { left: number; right: number; top: number; bottom: number };
}

function gather(runs: Runs, parents: number[], shared: readonly number[], rect: Rect): readonly ValuePart[] {
  const sums: (Sums | undefined)[] = parents.map(() => undefined);
  for (let i = 0; i < runs.length; i += 5) {
    const y = runs[i] ?? 0;
    const from = runs[i + 1] ?? 0;
    const to = runs[i + 2] ?? 0;
    const value = runs[i + 3] ?? 0;
    const root = rootOf(parents, runs[i + 4] ?? 0);
    let sum = sums[root];
    if (!sum) {
      const onEdge = { left: 0, right: 0, top: 0, bottom: 0 };
      sum = { value, area: 0, outline: 0, left: from, top: y, right: to, bottom: y, onEdge };
      sums[root] = sum;
    }
    const length = to - from;
    sum.area += length;
    sum.outline += 2 + 2 * (length - (shared[i / 5] ?? 0));
    sum.left = Math.min(sum.left, from);
    sum.right = Math.max(sum.right, to);
    sum.bottom = y;
    if (from === rect.x) sum.onEdge.left++;
    if (to === rect.x + rect.width) sum.onEdge.right++;
    if (y === rect.y) sum.onEdge.top += length;
    if (y === rect.y + rect.height - 1) sum.onEdge.bottom += length;
  }
  return sums
    .filter((sum) => sum !== undefined)
    .map(({ left, top, right, bottom, ...rest }) => ({
      ...rest,
      x: left,
      y: top,
      width: right - left,
      height: bottom - top + 1,
    }));
}
