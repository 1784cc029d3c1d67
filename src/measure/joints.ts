import type { Raster, Rect } from '../raster/raster.ts';

export interface Joints {
  /** Of all cells, how many a straight joint divides from edge to edge. */
  readonly divided: number;
  /** Of the borders between neighbours, how many are no more of a joint than any line inside. */
  readonly borderless: number;
}

/** Lines on each side that are compared. */
const BAND = 3;
/** A joint differs by so many levels, and by so many times the middle one of the cell's lines. */
const LEVELS = 14;
const TIMES = 5;
/** Of a joint's length must differ. */
const LENGTH = 0.75;
/** Steps that are no border. */
const CALM = 2.5;

/** Where the joints of a tile sheet are: at its cells' borders, as asked, or through its cells. Undefined for a few lines only. */
export function measureJoints(raster: Raster, cells: readonly Rect[]): Joints | undefined {
  let [divided, borders, borderless] = [0, 0, 0];
  for (const cell of cells) {
    if (Math.min(cell.width, cell.height) < MIN_SIDE) return undefined;
    const across = stepsIn(raster, cell, 'x');
    const down = stepsIn(raster, cell, 'y');
    if (isDivided(across) || isDivided(down)) divided++;
    const right = cells.find(
      ({ x, y }) => y === cell.y && x >= cell.x + cell.width && x - cell.x - cell.width <= MOST_GUTTER,
    );
    if (!right) continue;
    borders++;
    const usual = middleOf(across.map(({ mean }) => mean));
    if (stepAt(raster, cell.x + cell.width - BAND, right.x, cell).mean < Math.max(LEVELS / 2, CALM * usual))
      borderless++;
  }
  return { divided: divided / Math.max(1, cells.length), borderless: borders === 0 ? 0 : borderless / borders };
}

const MIN_SIDE = 16;
const MOST_GUTTER = 16;

interface Step {
  /** Levels of the most different channel. */
  readonly mean: number;
  /** The share of the line that differs. */
  readonly length: number;
}

function stepsIn(raster: Raster, cell: Rect, axis: 'x' | 'y'): readonly Step[] {
  const count = axis === 'x' ? cell.width : cell.height;
  return Array.from({ length: Math.max(0, count - 4 * BAND) }, (_, i) => {
    const line = i + 2 * BAND;
    return axis === 'x'
      ? stepAt(raster, cell.x + line - BAND, cell.x + line, cell)
      : stepDown(raster, cell.y + line - BAND, cell.y + line, cell);
  });
}

/** By one joint or two: planks and bricks have more. */
function isDivided(steps: readonly Step[]): boolean {
  const usual = middleOf(steps.map(({ mean }) => mean));
  const isJoint = steps.map(({ mean, length }) => mean >= Math.max(LEVELS, TIMES * usual) && length >= LENGTH);
  const joints = isJoint.filter((is, line) => is && !isJoint[line - 1]).length;
  return joints === 1 || joints === 2;
}

const middleOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

function stepAt(raster: Raster, left: number, right: number, { y, height }: Rect): Step {
  return summed(
    height,
    (i) => ({ one: (y + i) * raster.width + left, other: (y + i) * raster.width + right, next: 1 }),
    raster,
  );
}

function stepDown(raster: Raster, upper: number, lower: number, { x, width }: Rect): Step {
  return summed(
    width,
    (i) => ({ one: upper * raster.width + x + i, other: lower * raster.width + x + i, next: raster.width }),
    raster,
  );
}

interface Bands {
  readonly one: number;
  readonly other: number;
  readonly next: number;
}

function summed(length: number, bandsAt: (i: number) => Bands, { rgba }: Raster): Step {
  let [sum, differs, count] = [0, 0, 0];
  const every = Math.max(1, Math.floor(length / 32));
  for (let i = 0; i < length; i += every) {
    const { one, other, next } = bandsAt(i);
    let most = 0;
    for (let c = 0; c < 3; c++) {
      let turn = 0;
      for (let j = 0; j < BAND; j++)
        turn += (rgba[(other + j * next) * 4 + c] ?? 0) - (rgba[(one + j * next) * 4 + c] ?? 0);
      most = Math.max(most, Math.abs(turn) / BAND);
    }
    sum += most;
    count++;
    if (most >= LEVELS) differs++;
  }
  return { mean: sum / Math.max(1, count), length: differs / Math.max(1, count) };
}
