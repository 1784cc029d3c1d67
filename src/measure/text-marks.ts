import type { SheetKind } from '../pack/pack.ts';
import type { Rect } from '../raster/raster.ts';
import { findValueParts } from './find-value-parts.ts';
import { type Glyph, glyphOf } from './glyphs.ts';
import { type Level, lightnessLevels } from './lightness-levels.ts';
import type { Metric } from './metric.ts';
import { findNumbers } from './numbered-cells.ts';
import type { SheetInk } from './sheet-ink.ts';
import { findLines, type Line } from './text-lines.ts';

export const TEXT_MARKS: Metric = {
  name: 'text-marks',
  title: 'Text marks',
  unit: 'share',
  range: [0, 1],
  better: 'less',
  about:
    'The share of a sheet’s pixels that are strokes of something like writing: labels, captions, titles. Such marks are darker or lighter than all around them, of thin and bent strokes rather than dots or bricks, of one height and of different forms, and stand close in a line with little else above and below it. Single numbers are told by standing at one place of nearly all cells; where they are is told, but they do not count to the share.',
  source:
    'Our own, after the extremal regions and connected components of scene text detection (Epshtein et al. 2010; Neumann and Matas 2012).',
};

export interface TextMarks {
  readonly share: number;
  /** Those that are surely writing. */
  readonly lines: readonly Rect[];
}

/** Cells are looked at in about so many pixels a side. */
const SIDE = 128;
/** Heights of marks, in shares of the cell and of the sheet; never less than these pixels. */
const LARGEST = 0.34;
const LARGEST_TITLE = 0.16;
const SMALLEST = 9;
/** Letters are at most so much wider than the tallest is high. */
const WIDEST = 1.2;

/** See `TEXT_MARKS`. */
export function measureTextMarks(sheet: SheetInk, kind: SheetKind): TextMarks {
  const { raster } = sheet;
  const side = sheet.cells.reduce((least, { rect }) => Math.min(least, rect.width, rect.height), raster.width);
  const scale = Math.max(1, Math.round(side / SIDE));
  const tallest = Math.max(SMALLEST, (side / scale) * LARGEST, (raster.height / scale) * LARGEST_TITLE);
  const found: Line[] = [];
  const glyphs: Glyph[] = [];
  for (const level of lightnessLevels(raster, { scale, longest: WIDEST * tallest })) {
    const own = glyphsOf(level, tallest);
    glyphs.push(...own);
    found.push(...findLines(own).filter((line) => isCalmAround(level, line)));
  }
  const cells = sheet.cells.map(({ rect }) => shrink(rect, scale));
  const numbers = findNumbers(sheet, kind, { glyphs, cells, scale });
  const apart = apartFrom([...found, ...numbers.map((glyph) => ({ ...glyph, area: 0, marks: [glyph] }))]);
  const share = (apart.reduce((sum, { area }) => sum + area, 0) * scale ** 2) / (raster.width * raster.height);
  const lines = isTextured(sheet) ? amongTexture(apart, cells.length) : apart;
  return {
    share: Math.min(1, share),
    lines: lines.toSorted((a, b) => b.area - a.area).map((line) => enlarge(line, scale)),
  };
}

function glyphsOf(level: Level, tallest: number): readonly Glyph[] {
  const whole = { x: 0, y: 0, width: level.width, height: level.height };
  return findValueParts(level.map, level.width, whole).flatMap((part) => glyphOf(level, part, tallest) ?? []);
}

/** Above and below the line there is little of its darkness, and in the line little but its marks. */
function isCalmAround({ map, width, height }: Level, line: Line): boolean {
  const reach = Math.max(1, Math.round(line.height * 0.3));
  let [within, around, looked] = [0, 0, 0];
  for (let y = Math.max(0, line.y - reach); y < Math.min(height, line.y + line.height + reach); y++) {
    const isWithin = y >= line.y && y < line.y + line.height;
    for (let x = line.x; x < line.x + line.width; x++) {
      const isInk = map[y * width + x] ?? 0;
      if (isWithin) within += isInk;
      else {
        around += isInk;
        looked++;
      }
    }
  }
  return within <= line.area * 1.6 && around <= 0.15 * looked;
}

/** What is found at several levels counts once. */
function apartFrom(lines: readonly Line[]): readonly Line[] {
  return lines.filter((line, index) => !lines.slice(0, index).some((other) => overlap(line, other)));
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isTextured({ cells }: SheetInk): boolean {
  return cells.filter(({ isFilled }) => isFilled).length > cells.length / 2;
}

/** Grain and pebbles make a short line by chance: there only many of them count, or a long one. */
function amongTexture(lines: readonly Line[], cells: number): readonly Line[] {
  return lines.length * 2 >= cells ? lines : lines.filter(({ marks }) => marks.length >= LONG);
}

/** Marks. */
const LONG = 4;

function shrink({ x, y, width, height }: Rect, by: number): Rect {
  const [left, top] = [Math.floor(x / by), Math.floor(y / by)];
  return { x: left, y: top, width: Math.floor((x + width) / by) - left, height: Math.floor((y + height) / by) - top };
}

function enlarge({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x * by, y: y * by, width: width * by, height: height * by };
}
