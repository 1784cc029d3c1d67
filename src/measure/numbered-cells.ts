import type { SheetKind } from '../pack/pack.ts';
import type { Rect } from '../raster/raster.ts';
import { bentOf, differ, type Glyph } from './glyphs.ts';
import type { SheetInk } from './sheet-ink.ts';

/** What was found on a sheet at all levels of lightness, `scale` of its pixels for one of theirs. */
export interface Found {
  readonly glyphs: readonly Glyph[];
  readonly cells: readonly Rect[];
  readonly scale: number;
}

/** Fewer cells say nothing. */
const FEWEST = 3;
/** The share of the cells that must have one: of those whose ground is seen, and of those that are filled. */
const MOST_FREE = 0.8;
const MOST_FILLED = 0.7;

/** Glyphs that stand at the same place near a corner of the cells, of one height and of different forms, as numbers do. */
export function findNumbers(sheet: SheetInk, kind: SheetKind, { glyphs, cells, scale }: Found): readonly Glyph[] {
  const isFilled = kind === 'tile' || kind === 'ui_component';
  const least = Math.max(FEWEST, Math.ceil(cells.length * (isFilled ? MOST_FILLED : MOST_FREE)));
  const free = isFilled ? glyphs : glyphs.filter((glyph) => isFree(sheet, glyph, scale));
  const own = cells.map((cell) => ({ cell, glyphs: free.filter((glyph) => isInCorner(glyph, cell)) }));
  for (const first of own.slice(0, cells.length - least + 1))
    for (const glyph of first.glyphs) {
      const alike = own.map((other) => twinsOf(glyph, first.cell, other)).filter((twins) => twins.length > 0);
      if (alike.length >= least && areNumbers(alike)) return alike.flatMap((twins) => twins[0] ?? []);
    }
  return [];
}

/** Of the pixels around a number that may be drawn. */
const FREE = 0.35;

/** It stands on the ground, not in what the cell shows: two pixels around it there is little else. */
function isFree({ ink, raster }: SheetInk, { x, y, width, height }: Rect, scale: number): boolean {
  let [drawn, count] = [0, 0];
  const look = (column: number, row: number): void => {
    if (column < 0 || row < 0 || column * scale >= raster.width || row * scale >= raster.height) return;
    drawn += ink[row * scale * raster.width + column * scale] ?? 0;
    count++;
  };
  for (let i = -2; i < width + 2; i++) for (const row of [y - 2, y + height + 1]) look(x + i, row);
  for (let i = -1; i < height + 1; i++) for (const column of [x - 2, x + width + 1]) look(column, y + i);
  return drawn <= FREE * count;
}

/** From the cell's edges, in shares of its side. */
const CORNER = 0.16;

function isInCorner({ x, y, width, height }: Rect, cell: Rect): boolean {
  const reach = Math.max(3, Math.min(cell.width, cell.height) * CORNER);
  const isNear = (start: number, end: number): boolean => Math.min(start, end) >= 0 && Math.min(start, end) <= reach;
  const across = isNear(x - cell.x, cell.x + cell.width - x - width);
  return across && isNear(y - cell.y, cell.y + cell.height - y - height);
}

interface CellGlyphs {
  readonly cell: Rect;
  readonly glyphs: readonly Glyph[];
}

/** By which places and heights differ, in shares of the height. */
const SLACK = 0.15;

/** What stands at its place in another cell, the fullest first: one mark may be found at several levels. */
function twinsOf(mark: Glyph, cell: Rect, { cell: other, glyphs }: CellGlyphs): readonly Glyph[] {
  const slack = Math.max(1, SLACK * mark.height);
  const twins = glyphs.filter((glyph) => {
    const dx = Math.abs(glyph.x - other.x - (mark.x - cell.x));
    const dy = Math.abs(glyph.y - other.y - (mark.y - cell.y));
    return dx <= mark.height / 2 && dy <= slack && Math.abs(glyph.height - mark.height) <= slack;
  });
  return twins.toSorted((a, b) => b.area - a.area);
}

/** Of each two that follow each other must differ. */
const VARIED = 0.5;
/** How much more outline than their box they have on average. */
const BENT = 1.2;

/** Eyes and rivets repeat one form from cell to cell, at one level of lightness at least; numbers hardly do. */
function areNumbers(marks: readonly (readonly Glyph[])[]): boolean {
  const turns = marks.filter((own, i) => marks[i - 1]?.every((mark) => own.every((other) => differ(mark, other))));
  const bent = marks.reduce((sum, [mark]) => sum + (mark ? bentOf(mark) : 0), 0);
  return turns.length >= VARIED * (marks.length - 1) && bent >= BENT * marks.length;
}
