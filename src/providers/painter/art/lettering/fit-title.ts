import type { Rect } from '../../../../raster/raster.ts';
import type { Path, Transform } from '../geometry.ts';
import { transform } from '../geometry.ts';
import type { SetLine } from './letters.ts';
import { setLine } from './letters.ts';
import { lineBreaks } from './wrap.ts';

/** In grid units of the alphabet. */
const WEIGHT = 1.05;
const RIM = 0.9;
const LEADING = 9.2;
/** Rim, depth and descenders around the first and the last line. */
const ABOVE = 1.5;
const BELOW = 4;

export interface TitleLayout {
  readonly lines: readonly PlacedLine[];
  readonly ornament: Rect;
}

export interface PlacedLine {
  /** In surface pixels. */
  readonly letters: readonly Path[];
  readonly outline: readonly Path[];
  readonly top: number;
  readonly bottom: number;
  /** Pixels per grid unit of the alphabet. */
  readonly scale: number;
}

/** Sets the title as large as it fits beside its ornament: to the left in wide pictures, above it in others. */
export function fitTitle(title: string, size: { readonly width: number; readonly height: number }): TitleLayout {
  const wide = size.width > size.height * 2.4;
  const margin = Math.round(Math.min(size.width, size.height) * 0.05);
  const [width, height] = [size.width - 2 * margin, size.height - 2 * margin];
  const ornament: Rect = wide
    ? {
        x: margin,
        y: Math.round(size.height * 0.18),
        width: Math.round(height * 0.7),
        height: Math.round(size.height * 0.64),
      }
    : {
        x: Math.round((size.width - Math.min(width, height * 0.4)) / 2),
        y: margin,
        width: Math.round(Math.min(width, height * 0.4)),
        height: Math.round(height * 0.34),
      };
  const area: Rect = wide
    ? { x: ornament.x + ornament.width + margin, y: margin, width: width - ornament.width - margin, height }
    : { x: margin, y: margin + Math.round(height * 0.3), width, height: height - Math.round(height * 0.3) };
  return { lines: placeLines(bestLines(title, area), area), ornament };
}

function bestLines(title: string, area: Rect): readonly SetLine[] {
  const ways = lineBreaks(title).map((lines) => lines.map((line) => setLine(line, WEIGHT)));
  return ways.reduce((best, way) => (scaleOf(way, area) > scaleOf(best, area) ? way : best), ways[0] ?? []);
}

function scaleOf(lines: readonly SetLine[], area: Rect): number {
  const widest = Math.max(1, ...lines.map(({ width }) => width)) + 2 * RIM;
  return Math.min(area.width / widest, area.height / heightOf(lines));
}

function heightOf(lines: readonly SetLine[]): number {
  return ABOVE + 6 + BELOW + LEADING * Math.max(0, lines.length - 1);
}

function placeLines(lines: readonly SetLine[], area: Rect): readonly PlacedLine[] {
  const scale = scaleOf(lines, area);
  const first = area.y + (area.height - heightOf(lines) * scale) * 0.4 + ABOVE * scale;
  return lines.map((line, index) => {
    const top = first + index * LEADING * scale;
    const place: Transform = [scale, 0, 0, scale, area.x + (area.width - line.width * scale) / 2, top];
    const bold = setLine(line.text, WEIGHT + 2 * RIM);
    const outline = line.letters.map((letter, at): Path => centreOn(bold.letters[at] ?? letter, letter));
    const placed = (path: Path): Path => transform(path, place);
    return {
      letters: line.letters.map(placed),
      outline: outline.map(placed),
      top: top - (WEIGHT / 2) * scale,
      bottom: top + (6 + WEIGHT / 2) * scale,
      scale,
    };
  });
}

/** The bold letter in the place of the plain one: both grow from the same middle line. */
function centreOn(bold: Path, plain: Path): Path {
  const middle = (path: Path): number => {
    const all = path.flat().map(([x]) => x);
    return (Math.min(...all) + Math.max(...all)) / 2;
  };
  return transform(bold, [1, 0, 0, 1, middle(plain) - middle(bold), 0]);
}
