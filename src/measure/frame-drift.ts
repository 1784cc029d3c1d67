import type { Rect } from '../raster/raster.ts';
import type { Metric } from './metric.ts';
import type { MeasuredCell, MeasuredSheet } from './picture.ts';
import type { SheetInk } from './sheet-ink.ts';

export const FRAME_DRIFT: Metric = {
  name: 'frame-drift',
  title: 'Frame drift',
  unit: 'share of the cell',
  range: [0, 1],
  better: 'less',
  about:
    'How the subject of an animation trembles from frame to frame: how far its foot line and the middle of its lower body lie from half way between the frames before and after, in shares of the cell’s side. What moves on purpose moves along one line, as a jump or a lunge does; so the axis that trembles less counts in full and the rest of the other for a fifth, but in animations that by their names keep their place (`idle`, `walk`, `run`) for nearly a half, and there a size that trembles counts as well. The worst animation is told.',
  source: 'Our own: second differences of positions, as in jitter measures of video stabilisation.',
};

export interface FrameDrift {
  /** Of the worst animation, in shares of the cell's side. */
  readonly drift: number;
  readonly animation: string;
  /** Frames that could be compared. */
  readonly frames: number;
  /** The cell of the frame that is farthest off. */
  readonly worst: Rect;
  readonly worstKey: string;
}

/** The weight of trembling along one axis alone: what leaps or strikes does so on purpose, what walks does not. */
const ALONE = 0.2;
const ALONE_IN_PLACE = 0.45;
/** The weight of a size that trembles, where nothing bursts or shrinks on purpose. */
const GROWTH = 0.8;
/** Names of what keeps its place in its cell and its size. */
const IN_PLACE = /idle|stand|walk|run|breath|talk|blink|rest|sleep|wait/i;
/** The lowest share of a drawing's pixels that are not yet its foot: drops and sparks. */
const DROPS = 0.015;
/** The body's part that is looked at, in shares of its height above the foot. */
const BODY = [0.15, 0.65] as const;
/** Noise of equal size in three frames makes their second difference larger by this. */
const NOISE_GAIN = Math.sqrt(1.5);

/** See `FRAME_DRIFT`. Undefined where there is no animation of two visible frames on a ground. */
export function measureFrameDrift(ink: SheetInk, sheet: MeasuredSheet): FrameDrift | undefined {
  if (sheet.kind !== 'sprite') return undefined;
  const animations = new Map<string, Frame[]>();
  for (const cell of sheet.cells) {
    const frame = cell.frame && readFrame(ink, cell);
    if (cell.frame && frame)
      animations.set(cell.frame.animation, [...(animations.get(cell.frame.animation) ?? []), frame]);
  }
  const found = [...animations].map(([name, frames]) => driftOf(name, frames)).filter((drift) => drift !== undefined);
  return found.reduce<FrameDrift | undefined>(
    (most, next) => (most && most.drift >= next.drift ? most : next),
    undefined,
  );
}

interface Frame {
  readonly cell: MeasuredCell;
  /** In shares of the cell's sides: the lower body's middle and the whole drawing's, the foot line and the middle's height. */
  readonly across: Pair;
  readonly down: Pair;
  /** Its height, and the side of a square as large. */
  readonly extent: Pair;
}

type Pair = readonly [number, number];

function readFrame({ ink, raster, cells }: SheetInk, cell: MeasuredCell): Frame | undefined {
  const { rect } = cell;
  const own = cells.find((other) => other.rect.x === rect.x && other.rect.y === rect.y);
  if (!own || own.area === 0 || own.isFilled) return undefined;
  const rows = countRows(ink, raster.width, rect);
  const foot = rowWhere(rows, DROPS * own.area, -1);
  const head = rowWhere(rows, DROPS * own.area, 1);
  const height = Math.max(1, foot - head);
  const body = { from: foot - BODY[1] * height, to: foot - BODY[0] * height };
  const [lower, whole, middle] = [
    { sum: 0, count: 0 },
    { sum: 0, count: 0 },
    { sum: 0, count: 0 },
  ];
  for (let y = 0; y < rect.height; y++) {
    const count = rows[y] ?? 0;
    if (count === 0) continue;
    const start = (rect.y + y) * raster.width + rect.x;
    let sum = 0;
    for (let x = 0; x < rect.width; x++) sum += (ink[start + x] ?? 0) * x;
    add(whole, sum, count);
    add(middle, count * y, count);
    if (y >= body.from && y <= body.to) add(lower, sum, count);
  }
  const centre = mean(whole) / rect.width;
  const across = lower.count > 0 ? mean(lower) / rect.width : centre;
  return {
    cell,
    across: [across, centre],
    down: [foot / rect.height, mean(middle) / rect.height],
    extent: [height / rect.height, Math.sqrt(own.area) / rect.height],
  };
}

interface Sum {
  sum: number;
  count: number;
}

function add(total: Sum, sum: number, count: number): void {
  total.sum += sum;
  total.count += count;
}

function mean({ sum, count }: Sum): number {
  return sum / count;
}

function countRows(ink: Uint8Array, stride: number, rect: Rect): Float64Array {
  const rows = new Float64Array(rect.height);
  for (let y = 0; y < rect.height; y++) {
    const start = (rect.y + y) * stride + rect.x;
    let count = 0;
    for (let i = start; i < start + rect.width; i++) count += ink[i] ?? 0;
    rows[y] = count;
  }
  return rows;
}

/** The row in which, from the top (1) or the bottom (-1), more than so many pixels were met. */
function rowWhere(rows: Float64Array, pixels: number, direction: 1 | -1): number {
  let met = 0;
  let y = direction > 0 ? 0 : rows.length - 1;
  for (; y > 0 && y < rows.length; y += direction) {
    met += rows[y] ?? 0;
    if (met > pixels) break;
  }
  return y;
}

function driftOf(animation: string, frames: readonly Frame[]): FrameDrift | undefined {
  const order = frames.toSorted((a, b) => (a.cell.frame?.index ?? 0) - (b.cell.frame?.index ?? 0));
  const isLoop = order[0]?.cell.frame?.loop === true;
  const across = steadier(
    order.map((frame) => frame.across),
    isLoop,
  );
  const down = steadier(
    order.map((frame) => frame.down),
    isLoop,
  );
  const least = Math.min(across.size, down.size);
  const isInPlace = IN_PLACE.test(animation);
  const moved = least + (Math.max(across.size, down.size) - least) * (isInPlace ? ALONE_IN_PLACE : ALONE);
  const grown = steadier(
    order.map((frame) => frame.extent),
    isLoop,
  );
  const drift = Math.max(moved, isInPlace ? grown.size * GROWTH : 0);
  const size = (index: number): number => Math.hypot(across.off[index] ?? 0, down.off[index] ?? 0);
  const worst = order[order.reduce((most, _, index) => (size(index) > size(most) ? index : most), 0)];
  if (!worst || across.count === 0) return undefined;
  return { drift, animation, frames: across.count, worst: worst.cell.rect, worstKey: worst.cell.key };
}

interface Trembling {
  /** By frame; absent where it cannot be told. */
  readonly off: readonly (number | undefined)[];
  readonly size: number;
  readonly count: number;
}

/** Of two marks of one subject that which trembles less: limbs move one of them, the whole subject both. */
function steadier(marks: readonly Pair[], isLoop: boolean): Trembling {
  const [one, other] = [
    tremble(
      marks.map(([a]) => a),
      isLoop,
    ),
    tremble(
      marks.map(([, b]) => b),
      isLoop,
    ),
  ];
  return one.size <= other.size ? one : other;
}

function tremble(path: readonly number[], isLoop: boolean): Trembling {
  const off = path.map((_, index) => departure(path, index, isLoop));
  const counted = off.filter((value) => value !== undefined);
  return { off, size: rootMeanSquare(counted), count: counted.length };
}

/** How far a place lies from half way between its neighbours; the ends of what does not loop have none. */
function departure(path: readonly number[], index: number, isLoop: boolean): number | undefined {
  const count = path.length;
  const here = path[index];
  const before = path[isLoop ? (index + count - 1) % count : index - 1];
  const after = path[isLoop ? (index + 1) % count : index + 1];
  if (count < 2 || here === undefined || before === undefined || after === undefined) return undefined;
  return ((before + after) / 2 - here) / (count === 2 ? Math.SQRT2 : NOISE_GAIN);
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / Math.max(1, values.length));
}
