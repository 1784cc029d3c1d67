import type { Rect } from '../raster/raster.ts';
import type { MeasuredCell } from './picture.ts';
import type { SheetInk } from './sheet-ink.ts';

/**
 * Where the subject of one frame is and how large, in shares of its cell's sides. Several marks tell the same of the whole subject: limbs, a
 * weapon or a bob move one of them, but only what moves the whole moves all.
 */
export interface FrameMarks {
  readonly cell: MeasuredCell;
  /** The middle of the head, of the lower body, of all. */
  readonly across: readonly number[];
  /** The head line, the foot line, the middle. */
  readonly down: readonly number[];
  /** The height, and the side of a square as large. */
  readonly extent: readonly number[];
}

/** The lowest share of a drawing's pixels that are not yet its foot, nor the highest its head: drops and sparks. */
const DROPS = 0.015;
/** The parts of the body that are looked at, in shares of its height above the foot. */
const LOWER = [0.15, 0.65] as const;
const UPPER = [0.65, 1] as const;

/** Undefined where the frame shows nothing, or has no ground to tell its subject from. */
export function readFrameMarks({ ink, raster, cells }: SheetInk, cell: MeasuredCell): FrameMarks | undefined {
  const { rect } = cell;
  const own = cells.find((other) => other.rect.x === rect.x && other.rect.y === rect.y);
  if (!own || own.area === 0 || own.isFilled) return undefined;
  const rows = readRows(ink, raster.width, rect);
  const foot = rowWhere(rows, DROPS * own.area, -1);
  const head = rowWhere(rows, DROPS * own.area, 1);
  const height = Math.max(1, foot - head);
  const centreOf = ([from, to]: readonly [number, number]): number | undefined =>
    meanX(rows.filter((_, y) => y >= foot - to * height && y <= foot - from * height));
  const whole = meanX(rows) ?? 0;
  const middle = rows.reduce((sum, { count }, y) => sum + count * y, 0) / own.area;
  return {
    cell,
    across: [centreOf(UPPER) ?? whole, centreOf(LOWER) ?? whole, whole].map((x) => x / rect.width),
    down: [head, foot, middle].map((y) => y / rect.height),
    extent: [height / rect.height, Math.sqrt(own.area) / rect.height],
  };
}

interface Row {
  readonly count: number;
  /** Of the x of its pixels. */
  readonly sum: number;
}

function readRows(ink: Uint8Array, stride: number, rect: Rect): readonly Row[] {
  return Array.from({ length: rect.height }, (_, y) => {
    const start = (rect.y + y) * stride + rect.x;
    let [count, sum] = [0, 0];
    for (let x = 0; x < rect.width; x++) {
      if (ink[start + x] !== 1) continue;
      count++;
      sum += x;
    }
    return { count, sum };
  });
}

/** The row in which, from the top (1) or the bottom (-1), more than so many pixels were met. */
function rowWhere(rows: readonly Row[], pixels: number, direction: 1 | -1): number {
  const last = rows.length - 1;
  let met = 0;
  for (let index = 0; index <= last; index++) {
    const y = direction > 0 ? index : last - index;
    met += rows[y]?.count ?? 0;
    if (met > pixels) return y;
  }
  return 0;
}

function meanX(rows: readonly Row[]): number | undefined {
  const count = rows.reduce((all, row) => all + row.count, 0);
  return count === 0 ? undefined : rows.reduce((all, { sum }) => all + sum, 0) / count;
}
