import type { Rect } from '../raster/raster.ts';
import type { MeasuredCell } from './picture.ts';
import type { SheetInk } from './sheet-ink.ts';

/** Where the subject of one frame is, and how large. */
export interface Frame {
  readonly cell: MeasuredCell;
  /** The lower body's middle and the whole drawing's, in shares of the cell's width. */
  readonly across: readonly [lower: number, whole: number];
  /** The foot line and the middle's height, in shares of the cell's height. */
  readonly down: readonly [foot: number, middle: number];
  /** Its height, its width and the side of a square as large, in pixels. */
  readonly sizes: readonly [height: number, width: number, side: number];
}

/** The share of a drawing's pixels beyond its foot, its head and its sides that are not yet its own: drops and sparks. */
const DROPS = 0.015;
/** The body's part that is looked at, in shares of its height above the foot. */
const BODY = [0.15, 0.65] as const;

/** Undefined where nothing is seen, or no ground around it. */
export function readFrame({ ink, raster, cells }: SheetInk, cell: MeasuredCell): Frame | undefined {
  const { rect } = cell;
  const own = cells.find((other) => other.rect.x === rect.x && other.rect.y === rect.y);
  if (!own || own.area === 0 || own.isFilled) return undefined;
  const { rows, columns, sums } = countInk(ink, raster.width, rect);
  const [head, foot] = endsOf(rows, DROPS * own.area);
  const [left, right] = endsOf(columns, DROPS * own.area);
  const height = foot - head;
  const centre = middleOf(sums, rows, [0, rect.height]);
  const lower = middleOf(sums, rows, [foot - BODY[1] * height, foot - BODY[0] * height]);
  const middle = rows.reduce((sum, count, y) => sum + count * y, 0) / own.area;
  return {
    cell,
    across: [(lower ?? centre ?? 0) / rect.width, (centre ?? 0) / rect.width],
    down: [foot / rect.height, middle / rect.height],
    sizes: [height + 1, right - left + 1, Math.sqrt(own.area)],
  };
}

interface Counts {
  /** Inked pixels of each row and column of the cell, and the sum of their places in each row. */
  readonly rows: Float64Array;
  readonly columns: Float64Array;
  readonly sums: Float64Array;
}

function countInk(ink: Uint8Array, stride: number, rect: Rect): Counts {
  const [rows, columns] = [new Float64Array(rect.height), new Float64Array(rect.width)];
  const sums = new Float64Array(rect.height);
  for (let y = 0; y < rect.height; y++) {
    const start = (rect.y + y) * stride + rect.x;
    let [count, sum] = [0, 0];
    for (let x = 0; x < rect.width; x++) {
      if (ink[start + x] === 0) continue;
      count++;
      sum += x;
      columns[x] = (columns[x] ?? 0) + 1;
    }
    rows[y] = count;
    sums[y] = sum;
  }
  return { rows, columns, sums };
}

/** The first and the last line before and behind which there are no more than so many pixels. */
function endsOf(lines: Float64Array, pixels: number): readonly [first: number, last: number] {
  let [first, last] = [0, lines.length - 1];
  for (let met = lines[first] ?? 0; met <= pixels && first < last; met += lines[first] ?? 0) first++;
  for (let met = lines[last] ?? 0; met <= pixels && last > first; met += lines[last] ?? 0) last--;
  return [first, last];
}

/** The mean place in rows from one to another, both included. */
function middleOf(sums: Float64Array, rows: Float64Array, [from, to]: readonly [number, number]): number | undefined {
  let [sum, count] = [0, 0];
  for (let y = Math.max(0, Math.ceil(from)); y <= Math.min(rows.length - 1, to); y++) {
    sum += sums[y] ?? 0;
    count += rows[y] ?? 0;
  }
  return count > 0 ? sum / count : undefined;
}
