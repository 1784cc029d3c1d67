import type { Rect } from '../raster/raster.ts';

/** Pixels that hang together. */
export interface Part {
  readonly area: number;
  readonly box: Rect;
  /** It reaches the picture's border. */
  readonly isOpen: boolean;
}

export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly levels: Uint8Array;
}

/** Pixels of at least `least`, or those below `most`; with `diagonal` they hang together over corners as well. */
export type PartRule =
  | { readonly least: number; readonly diagonal: boolean }
  | { readonly below: number; readonly diagonal: boolean };

/** All connected parts, from the top. By runs and union-find (Rosenfeld and Pfaltz, 1966), so each pixel is read once. */
export function findParts(plane: Plane, rule: PartRule): readonly Part[] {
  const runs = findRuns(plane, rule);
  const roots = joinRuns(runs, rule.diagonal ? 1 : 0);
  return collect(plane, runs, roots);
}

interface Runs {
  readonly rows: number[];
  readonly starts: number[];
  /** One past the last pixel. */
  readonly ends: number[];
  /** Where each row's runs begin, and one more. */
  readonly rowStarts: Int32Array;
}

function findRuns({ width, height, levels }: Plane, rule: PartRule): Runs {
  const isAbove = 'least' in rule;
  const level = isAbove ? rule.least : rule.below;
  const runs: Runs = { rows: [], starts: [], ends: [], rowStarts: new Int32Array(height + 1) };
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let start = -1;
    for (let x = 0; x < width; x++) {
      const isIn = (levels[row + x] ?? 0) >= level === isAbove;
      if (isIn && start < 0) start = x;
      if (isIn || start < 0) continue;
      addRun(runs, y, start, x);
      start = -1;
    }
    if (start >= 0) addRun(runs, y, start, width);
    runs.rowStarts[y + 1] = runs.rows.length;
  }
  return runs;
}

function addRun(runs: Runs, row: number, start: number, end: number): void {
  runs.rows.push(row);
  runs.starts.push(start);
  runs.ends.push(end);
}

/** For each run the first run of its part. */
function joinRuns({ starts, ends, rowStarts }: Runs, reach: number): Int32Array {
  const parents = Int32Array.from(starts, (_, run) => run);
  for (let y = 1; y < rowStarts.length - 1; y++) {
    let above = rowStarts[y - 1] ?? 0;
    let run = rowStarts[y] ?? 0;
    const aboveEnd = run;
    const end = rowStarts[y + 1] ?? 0;
    while (above < aboveEnd && run < end) {
      const meets = (starts[above] ?? 0) < (ends[run] ?? 0) + reach && (starts[run] ?? 0) < (ends[above] ?? 0) + reach;
      if (meets) join(parents, above, run);
      if ((ends[above] ?? 0) < (ends[run] ?? 0)) above++;
      else run++;
    }
  }
  return parents;
}

function rootOf(parents: Int32Array, run: number): number {
  let root = run;
  while (parents[root] !== root) {
    const above = parents[root] ?? root;
    parents[root] = parents[above] ?? above;
    root = above;
  }
  return root;
}

function join(parents: Int32Array, one: number, other: number): void {
  const a = rootOf(parents, one);
  const b = rootOf(parents, other);
  if (a !== b) parents[Math.max(a, b)] = Math.min(a, b);
}

interface Growing {
  area: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function collect({ width, height }: Plane, { rows, starts, ends }: Runs, parents: Int32Array): readonly Part[] {
  const parts = new Map<number, Growing>();
  for (let run = 0; run < rows.length; run++) {
    const [y = 0, start = 0, end = 0] = [rows[run], starts[run], ends[run]];
    const root = rootOf(parents, run);
    const part = parts.get(root) ?? { area: 0, left: start, right: end, top: y, bottom: y + 1 };
    part.area += end - start;
    part.left = Math.min(part.left, start);
    part.right = Math.max(part.right, end);
    part.bottom = y + 1;
    parts.set(root, part);
  }
  return [...parts.values()].map(({ area, left, right, top, bottom }) => ({
    area,
    box: { x: left, y: top, width: right - left, height: bottom - top },
    isOpen: left === 0 || top === 0 || right === width || bottom === height,
  }));
}
