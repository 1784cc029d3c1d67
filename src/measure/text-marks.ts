import type { Rect } from '../raster/raster.ts';
import type { Metric } from './metric.ts';
import { type ContrastMap, contrastMaps } from './contrast-maps.ts';
import { type CellMarks, findNumbers } from './numbered-cells.ts';
import { findValueParts, type ValuePart } from './find-value-parts.ts';
import type { SheetInk } from './sheet-ink.ts';

export const TEXT_MARKS: Metric = {
  name: 'text-marks',
  title: 'Text marks',
  unit: 'share',
  range: [0, 1],
  better: 'less',
  about:
    'The share of a sheet’s pixels that are strokes of something like writing: labels, numbers, captions. Such marks are small, of one height and one darkness, of bent strokes rather than dots or bricks, and stand in a line with little else above and below it.',
  source: 'Our own, after the connected-component methods of scene text detection (Epshtein et al. 2010 and others).',
};

export interface TextMarks {
  readonly share: number;
  /** Those that are surely writing. */
  readonly lines: readonly Rect[];
}

/** Heights of marks in pixels of the looked-at map. */
const SHORTEST = 5;
const TALLEST = 40;
/** The same, in shares of the cell. */
const LARGEST = 0.34;
/** Fewer marks in a row are no line. */
const FEWEST = 3;
/** How much more outline than their box marks have on average: bent strokes, not dots. */
const BENT = 1.14;

/** See `TEXT_MARKS`. */
export function measureTextMarks(sheet: SheetInk): TextMarks {
  const { maps, scale } = contrastMaps(sheet);
  const cells = sheet.cells.map(({ rect }) => shrink(rect, scale));
  const isOutside =
    sheet.ink.reduce((sum, value) => sum + value, 0) > sheet.cells.reduce((sum, { area }) => sum + area, 0);
  const isNumbered = !isTextured(sheet);
  const found = maps.flatMap((map) => {
    const parts = cells.map((cell) => findValueParts(map.map, map.width, cell));
    return [
      ...cells.flatMap((cell, index) => calmLines(map, cell, findLines(parts[index] ?? [], tallestIn(cell)))),
      ...(isOutside ? linesOutside(map, cells) : []),
      ...(isNumbered ? numbersAmong(cells.map((cell, index) => ({ cell, marks: parts[index] ?? [] }))) : []),
    ];
  });
  const apart = found.filter((line, index) => !found.slice(0, index).some((other) => overlap(line, other)));
  const lines = isNumbered ? apart : amongTexture(apart, cells.length);
  const pixels = (sheet.raster.width * sheet.raster.height) / scale ** 2;
  const share = apart.reduce((sum, { area }) => sum + area, 0) / pixels;
  return {
    share: Math.min(1, share),
    lines: lines.toSorted((a, b) => b.area - a.area).map((line) => enlarge(line, scale)),
  };
}

const tallestIn = ({ width, height }: Rect): number => Math.min(width, height) * LARGEST;

/** Where they are is told, but one more or less is no share of writing. */
function numbersAmong(cells: readonly CellMarks[]): readonly Line[] {
  const marked = cells.map(({ cell, marks }) => ({
    cell,
    marks: marks.filter((part) => isMark(part, tallestIn(cell))),
  }));
  return findNumbers(marked).map((part) => ({ ...boxOf([part]), area: 0 }));
}

function isTextured({ cells }: SheetInk): boolean {
  return cells.filter(({ isFilled }) => isFilled).length > cells.length / 2;
}

/** Grain and pebbles make a short line by chance: there only many of them count, or a long one. */
function amongTexture(lines: readonly Line[], cells: number): readonly Line[] {
  return lines.length * 2 >= cells ? lines : lines.filter(({ marks }) => marks >= LONG);
}

/** Marks. */
const LONG = 5;

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function calmLines({ map, width }: ContrastMap, area: Rect, lines: readonly Line[]): readonly Line[] {
  return lines.filter((line) => isCalmAround(map, width, area, line));
}

/** Captions in gutters and margins. */
function linesOutside({ map, width, height }: ContrastMap, cells: readonly Rect[]): readonly Line[] {
  const outside = map.slice();
  for (const { x, y, width: w, height: h } of cells)
    for (let row = y; row < y + h; row++) outside.fill(0, row * width + x, row * width + x + w);
  const whole = { x: 0, y: 0, width, height };
  return calmLines({ map: outside, width, height }, whole, findLines(findValueParts(outside, width, whole), TALLEST));
}

function shrink({ x, y, width, height }: Rect, by: number): Rect {
  const [left, top] = [Math.floor(x / by), Math.floor(y / by)];
  return { x: left, y: top, width: Math.floor((x + width) / by) - left, height: Math.floor((y + height) / by) - top };
}

interface Line extends Rect {
  readonly area: number;
  readonly value: number;
  readonly marks: number;
}

function findLines(parts: readonly ValuePart[], tallest: number): readonly Line[] {
  const marks = parts.filter((part) => isMark(part, tallest)).sort((a, b) => a.x - b.x);
  const used = new Set<ValuePart>();
  const lines: Line[] = [];
  for (const [index, first] of marks.entries()) {
    if (used.has(first)) continue;
    const line = followLine(index, marks, used);
    if (!isWriting(line)) continue;
    for (const mark of line) used.add(mark);
    lines.push(boxOf(line));
  }
  return lines;
}

function isMark({ width, height, area }: ValuePart, tallest: number): boolean {
  const fill = area / (width * height);
  return (
    height >= SHORTEST &&
    height <= Math.min(tallest, TALLEST) &&
    width <= 1.8 * height &&
    width * 8 >= height &&
    fill > 0.2
  );
}

/** Marks to the right, each of the same height and on the same line as the one before. */
function followLine(start: number, marks: readonly ValuePart[], used: ReadonlySet<ValuePart>): readonly ValuePart[] {
  const first = marks[start];
  if (!first) return [];
  const line = [first];
  for (let i = start + 1; i < marks.length; i++) {
    const [last, next] = [line.at(-1) ?? first, marks[i]];
    if (!next || next.x > last.x + last.width + last.height * 0.9) break;
    if (used.has(next) || next.value !== first.value || next.x < last.x + last.width - 1) continue;
    const slack = Math.max(1, 0.16 * first.height);
    const isLevel = Math.abs(next.y + next.height - first.y - first.height) <= slack;
    if (isLevel && Math.abs(next.height - first.height) <= slack) line.push(next);
  }
  return line;
}

function isWriting(line: readonly ValuePart[]): boolean {
  if (line.length < FEWEST) return false;
  const bent = line.map(({ outline, width, height }) => outline / (2 * (width + height)));
  const isBent = bent.reduce((sum, value) => sum + value, 0) / line.length >= BENT;
  const fills = line.map(({ area, width, height }) => area / (width * height));
  return isBent && Math.min(...fills) < 0.9 && !areAllAlike(line) && !isMirrored(line);
}

/** Rivets, pips and bricks repeat one form; words hardly ever do. */
function areAllAlike([first, ...rest]: readonly ValuePart[]): boolean {
  return rest.every(
    (mark) => mark.area === first?.area && mark.width === first.width && mark.outline === first.outline,
  );
}

/** Two wings and a body, two eyes and a nose: three marks of which the outer ones are alike. */
function isMirrored(line: readonly ValuePart[]): boolean {
  const [first, last] = [line[0], line.at(-1)];
  if (line.length > 3 || !first || !last) return false;
  const isAlike = Math.abs(first.area - last.area) <= 0.2 * Math.max(first.area, last.area);
  return isAlike && Math.abs(first.width - last.width) <= 1;
}

function boxOf(marks: readonly ValuePart[]): Line {
  const x = Math.min(...marks.map((mark) => mark.x));
  const y = Math.min(...marks.map((mark) => mark.y));
  const right = Math.max(...marks.map((mark) => mark.x + mark.width));
  const bottom = Math.max(...marks.map((mark) => mark.y + mark.height));
  const area = marks.reduce((sum, mark) => sum + mark.area, 0);
  return { x, y, width: right - x, height: bottom - y, area, value: marks[0]?.value ?? 0, marks: marks.length };
}

/** Above and below the line there is little of its darkness, and in the line little but its marks. */
function isCalmAround(map: Uint16Array, width: number, area: Rect, line: Line): boolean {
  const reach = Math.max(1, Math.round(line.height * 0.3));
  let [within, around, looked] = [0, 0, 0];
  for (
    let y = Math.max(area.y, line.y - reach);
    y < Math.min(area.y + area.height, line.y + line.height + reach);
    y++
  ) {
    const isWithin = y >= line.y && y < line.y + line.height;
    for (let x = line.x; x < line.x + line.width; x++) {
      const isInk = map[y * width + x] === line.value ? 1 : 0;
      if (isWithin) within += isInk;
      else {
        around += isInk;
        looked++;
      }
    }
  }
  return within <= line.area * 1.25 && around <= 0.15 * looked;
}

function enlarge({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x * by, y: y * by, width: width * by, height: height * by };
}
