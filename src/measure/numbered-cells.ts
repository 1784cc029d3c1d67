import type { Rect } from '../raster/raster.ts';
import type { ValuePart } from './find-value-parts.ts';

/** Small marks of one cell, on one map. */
export interface CellMarks {
  readonly cell: Rect;
  readonly marks: readonly ValuePart[];
}

/** Fewer cells say nothing. */
const FEWEST = 4;
/** From the cell's edge, in shares of its side: numbers stand in corners, and all at one height. */
const CORNER = 0.08;
/** Pixels by which places and heights differ. */
const SLACK = 1;

/** Marks that stand in the same corner of all cells, of one height and of different shapes, as numbers do. */
export function findNumbers(cells: readonly CellMarks[]): readonly ValuePart[] {
  if (cells.length < FEWEST) return [];
  const [first] = cells;
  for (const mark of first?.marks.filter((part) => isInCorner(part, first.cell)) ?? []) {
    const alike = cells.flatMap((other) => twinOf(mark, first?.cell ?? other.cell, other) ?? []);
    if (alike.length === cells.length && areVaried(alike)) return alike;
  }
  return [];
}

function isInCorner({ x, y, width, height }: ValuePart, cell: Rect): boolean {
  const reach = Math.max(3, Math.min(cell.width, cell.height) * CORNER);
  const isNear = (start: number, end: number): boolean => Math.min(start, end) <= reach && Math.min(start, end) >= 1;
  const across = isNear(x - cell.x, cell.x + cell.width - x - width);
  return across && isNear(y - cell.y, cell.y + cell.height - y - height);
}

function twinOf(mark: ValuePart, cell: Rect, { cell: other, marks }: CellMarks): ValuePart | undefined {
  return marks.find((part) => {
    const dx = Math.abs(part.x - other.x - (mark.x - cell.x));
    const dy = Math.abs(part.y - other.y - (mark.y - cell.y));
    return dx <= mark.height / 2 && dy <= SLACK && Math.abs(part.height - mark.height) <= SLACK;
  });
}

/** Eyes and rivets repeat one form. */
function areVaried(marks: readonly ValuePart[]): boolean {
  const forms = new Set(marks.map(({ width, area, outline }) => `${width} ${area >> 1} ${outline >> 1}`));
  const bent = marks.reduce((sum, { outline, width, height }) => sum + outline / (2 * (width + height)), 0);
  return forms.size * 2 >= marks.length && bent >= BENT * marks.length;
}

/** How much more outline than their box they have on average. */
const BENT = 1.2;
