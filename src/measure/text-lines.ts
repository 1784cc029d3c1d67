import type { Rect } from '../raster/raster.ts';
import { bentOf, differ, type Glyph, mirrored, strokeOf } from './glyphs.ts';

export interface Line extends Rect {
  /** Pixels of its strokes. */
  readonly area: number;
  readonly marks: readonly Glyph[];
}

/** Fewer marks in a row are no line. */
const FEWEST = 3;
/** How much more outline than their box marks have on average. */
const BENT = 1.14;
const FEW_BENT = 1.2;
/** Letters stand closer. */
const GAP = 0.5;
/** So many times the thinnest stroke is the thickest. */
const UNEVEN = 2.2;
/** Strokes on average, in shares of the height. */
const THICK = 0.32;
const FEW_THICK = 0.25;

/** Marks of one height that stand in a row, as letters do. */
export function findLines(glyphs: readonly Glyph[]): readonly Line[] {
  const rows = Map.groupBy(
    glyphs.toSorted((a, b) => a.x - b.x),
    ({ y, height }) => y + height,
  );
  const used = new Set<Glyph>();
  const lines: Line[] = [];
  for (const first of [...rows.values()].flat()) {
    if (used.has(first)) continue;
    const marks = followLine(first, rows, used);
    const isPattern = marks.length >= FEWEST && !areVaried(marks);
    if (!isPattern && !isWriting(marks)) continue;
    for (const mark of marks) used.add(mark);
    if (!isPattern) lines.push(boxOf(marks));
  }
  return lines;
}

/** Marks to the right, each of the same height and on the same line as the first. */
function followLine(
  first: Glyph,
  rows: ReadonlyMap<number, readonly Glyph[]>,
  used: ReadonlySet<Glyph>,
): readonly Glyph[] {
  const slack = Math.max(1, Math.floor(0.16 * first.height));
  const near = Array.from(
    { length: 2 * slack + 1 },
    (_, i) => rows.get(first.y + first.height - slack + i) ?? [],
  ).flat();
  const line = [first];
  for (const next of near.toSorted((a, b) => a.x - b.x)) {
    const last = line.at(-1) ?? first;
    if (next.x < last.x + last.width - 1 || used.has(next) || Math.abs(next.height - first.height) > slack) continue;
    if (next.x > last.x + last.width + last.height * 0.9) break;
    line.push(next);
  }
  return line;
}

function isWriting(line: readonly Glyph[]): boolean {
  if (line.length < FEWEST || gapOf(line) > GAP || isMirrored(line) || !isOneHand(line)) return false;
  const isBent = meanOf(line.map(bentOf)) >= (line.length > FEWEST ? BENT : FEW_BENT);
  const fills = line.map(({ area, width, height }) => area / (width * height));
  return isBent && Math.min(...fills) < 0.9;
}

/** Strokes of one thickness, and thin. */
function isOneHand(line: readonly Glyph[]): boolean {
  const strokes = line.map(strokeOf);
  return (
    Math.max(...strokes) <= UNEVEN * Math.min(...strokes) &&
    meanOf(strokes) <= (line.length > FEWEST ? THICK : FEW_THICK) * (line[0]?.height ?? 0)
  );
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What stands between marks on average, in shares of their height. */
function gapOf(line: readonly Glyph[]): number {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last) return Infinity;
  const filled = line.reduce((sum, { width }) => sum + width, 0);
  return (last.x + last.width - first.x - filled) / (line.length - 1) / first.height;
}

/** Rivets, pips and bricks repeat a form or two; words hardly ever do. */
function areVaried(line: readonly Glyph[]): boolean {
  const forms: Glyph[] = [];
  for (const mark of line) if (forms.every((form) => isOther(form, mark))) forms.push(mark);
  const bends = line.map(bentOf);
  const isOneKind = line.length > FEWEST && Math.max(...bends) - Math.min(...bends) < 0.2;
  return forms.length * 2 >= line.length && forms.length > 1 && !isOneKind;
}

const isOther = (one: Glyph, other: Glyph): boolean => Math.abs(one.width - other.width) > 1 || differ(one, other);

/** Two wings and a body, two eyes and a nose: the outer ones of three are each other's mirror image. */
function isMirrored(line: readonly Glyph[]): boolean {
  const [first, last] = [line[0], line.at(-1)];
  if (line.length > FEWEST || !first || !last || Math.abs(first.width - last.width) > 1) return false;
  return !differ(mirrored(first), last);
}

function boxOf(marks: readonly Glyph[]): Line {
  const x = Math.min(...marks.map((mark) => mark.x));
  const y = Math.min(...marks.map((mark) => mark.y));
  const right = Math.max(...marks.map((mark) => mark.x + mark.width));
  const bottom = Math.max(...marks.map((mark) => mark.y + mark.height));
  const area = marks.reduce((sum, mark) => sum + mark.area, 0);
  return { x, y, width: right - x, height: bottom - y, area, marks };
}
