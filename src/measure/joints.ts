import type { Raster, Rect } from '../raster/raster.ts';

/** `x`: joints are upright; `y`: they lie. */
type Axis = 'x' | 'y';

export interface Joints {
  /** Along which this is worse. */
  readonly axis: Axis;
  /** Of all cells, how many a straight joint divides from edge to edge. */
  readonly divided: number;
  /** Of the borders between neighbours, how many are no more of a joint than any line inside. */
  readonly borderless: number;
}

/** In shares of a cell's side: the bands that are compared, and the line between them that is left out, as mortar is. */
const BAND = 1 / 8;
const LEFT_OUT = 1 / 24;
/** A joint differs by so many levels, and by so many times the middle one of the cell's lines. */
const LEVELS = 14;
const TIMES = 2.5;
/** Of a joint's length must differ. */
const LENGTH = 0.75;
/** Steps that are no border, in the same way. */
const CALM = 1.5;

/**
 * Where other tiles begin in a tile sheet: at its cells' borders, as asked, or inside its cells. What counts is what lies on
 * both sides of a line, not the line, so planks and bricks have no joints. Undefined where cells are a few pixels only.
 */
export function measureJoints(raster: Raster, cells: readonly Rect[]): Joints | undefined {
  if (cells.some(({ width, height }) => Math.min(width, height) < MIN_SIDE)) return undefined;
  const [across, down] = [jointsAlong(raster, cells, 'x'), jointsAlong(raster, cells, 'y')];
  const isAcross = Math.min(across.divided, across.borderless) >= Math.min(down.divided, down.borderless);
  return isAcross ? across : down;
}

function jointsAlong(raster: Raster, cells: readonly Rect[], axis: Axis): Joints {
  let [divided, borders, borderless] = [0, 0, 0];
  const sums = new Map(cells.map((cell) => [cell, sumLines(raster, cell, axis)]));
  for (const [cell, own] of sums) {
    const steps = stepsIn(own);
    if (isDivided(steps) && endStep(own).length >= ENDS) divided++;
    const next = neighbourOf(cell, cells, axis);
    const other = next && sums.get(next);
    if (!other) continue;
    borders++;
    const usual = middleOf(steps.map(({ mean }) => mean));
    if (borderStep(own, other).mean < Math.max(LEVELS / 2, CALM * usual)) borderless++;
  }
  return { axis, divided: divided / Math.max(1, cells.length), borderless: borders === 0 ? 0 : borderless / borders };
}

const MIN_SIDE = 16;
const MOST_GUTTER = 16;

/** The cell to the right, or below. */
function neighbourOf(cell: Rect, cells: readonly Rect[], axis: Axis): Rect | undefined {
  return cells.find(({ x, y }) => {
    const [gap, beside] = axis === 'x' ? [x - cell.x - cell.width, y - cell.y] : [y - cell.y - cell.height, x - cell.x];
    return beside === 0 && gap >= 0 && gap <= MOST_GUTTER;
  });
}

interface Step {
  /** Levels of the most different channel. */
  readonly mean: number;
  /** The share of the line that differs. */
  readonly length: number;
}

const sideOf = ({ width, height }: Rect, axis: Axis): number => (axis === 'x' ? width : height);
const bandOf = (side: number): number => Math.max(2, Math.round(side * BAND));
const gapOf = (side: number): number => Math.max(1, Math.round(side * LEFT_OUT));

/** At lines that have room for both bands. All on both sides of one must differ as the bands do, or it is a mere line. */
function stepsIn(sums: Sums): readonly Step[] {
  const { side } = sums;
  const [band, gap] = [bandOf(side), gapOf(side)];
  const every = Math.max(1, Math.floor(side / LINES));
  return Array.from({ length: Math.max(0, Math.ceil((side - 2 * (band + gap) + 1) / every)) }, (_, i) => {
    const [end, start] = [i * every + band, i * every + band + 2 * gap];
    return stepBetween([sums, sums], [end - band, end, start, start + band], [0, end, start, side]);
  });
}

function borderStep(one: Sums, other: Sums): Step {
  const [band, gap] = [bandOf(one.side), gapOf(one.side)];
  const bands = [one.side - gap - band, one.side - gap, gap, gap + band] as const;
  return stepBetween([one, other], bands, bands);
}

/** A thing on a ground has the same ground at both ends; what a joint divides has not. */
function endStep(sums: Sums): Step {
  const band = bandOf(sums.side);
  const ends = [0, band, sums.side - band, sums.side] as const;
  return stepBetween([sums, sums], ends, ends);
}

/** Of the cell's length. */
const ENDS = 0.5;

/** At one place, also where there is a gutter: what lies between two joints far apart is a thing with two sides. */
function isDivided(steps: readonly Step[]): boolean {
  const usual = middleOf(steps.map(({ mean }) => mean));
  const isJoint = steps.map(({ mean, length }) => mean >= Math.max(LEVELS, TIMES * usual) && length >= LENGTH);
  return isJoint.includes(true) && isJoint.lastIndexOf(true) - isJoint.indexOf(true) <= steps.length * ONE_PLACE;
}

/** Of the lines that have room for both bands. */
const ONE_PLACE = 1 / 2;

const middleOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Colours of some lines of a cell that run across its joints, summed up along them. */
interface Sums {
  readonly side: number;
  readonly samples: number;
  /** By sample, place (one more than the side) and channel. */
  readonly sums: Float64Array;
}

/** About so many lines across joints are looked at, and places along each. */
const SAMPLES = 24;
const LINES = 64;

function sumLines({ width, rgba }: Raster, cell: Rect, axis: Axis): Sums {
  const side = sideOf(cell, axis);
  const length = sideOf(cell, axis === 'x' ? 'y' : 'x');
  const every = Math.max(1, Math.floor(length / SAMPLES));
  const samples = Math.ceil(length / every);
  const sums = new Float64Array(samples * (side + 1) * 3);
  const [along, next] = axis === 'x' ? [width, 1] : [1, width];
  for (let i = 0, to = 3; i < samples; i++, to += 3)
    for (let j = 0; j < side; j++, to += 3) {
      const at = (cell.y * width + cell.x + i * every * along + j * next) * 4;
      for (let c = 0; c < 3; c++) sums[to + c] = (sums[to - 3 + c] ?? 0) + (rgba[at + c] ?? 0);
    }
  return { side, samples, sums };
}

/** Where a stretch of the first begins and ends, and one of the second. */
type Pair = readonly [from: number, to: number, otherFrom: number, otherTo: number];

/** What the first stretches differ by, and along how much of the line the second ones do, too, in the same way. */
function stepBetween([one, other]: readonly [Sums, Sums], first: Pair, second: Pair): Step {
  let [sum, differs] = [0, 0];
  for (let i = 0; i < one.samples; i++) {
    let [most, common] = [0, 0];
    for (let c = 0; c < 3; c++) {
      const turn = turnBetween(one, other, i * (one.side + 1) * 3 + c, first);
      most = Math.max(most, Math.abs(turn));
      if (Math.abs(turn) < LEVELS) continue;
      const also = turnBetween(one, other, i * (one.side + 1) * 3 + c, second);
      if (turn > 0 === also > 0) common = Math.max(common, Math.min(Math.abs(turn), Math.abs(also)));
    }
    sum += most;
    if (common >= LEVELS) differs++;
  }
  return { mean: sum / one.samples, length: differs / one.samples };
}

/** Both cells are of one size, so places in their sums are the same. */
function turnBetween(one: Sums, other: Sums, at: number, [from, to, otherFrom, otherTo]: Pair): number {
  const before = (one.sums[at + to * 3] ?? 0) - (one.sums[at + from * 3] ?? 0);
  const behind = (other.sums[at + otherTo * 3] ?? 0) - (other.sums[at + otherFrom * 3] ?? 0);
  return behind / (otherTo - otherFrom) - before / (to - from);
}
