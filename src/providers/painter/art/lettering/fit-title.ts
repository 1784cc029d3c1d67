import type { Rect } from '../../../../raster/raster.ts';
import type { Path, Transform } from '../geometry.ts';
import { transform } from '../geometry.ts';
import { strokeLine } from '../stroke.ts';
import type { SetLine } from './letters.ts';
import { setLine } from './letters.ts';
import type { Typeface } from './typeface.ts';
import { lineBreaks } from './wrap.ts';

/** In letter units, of which a capital is 6 high. */
const RIM = 0.62;
const LEADING = 1.5;
/** The rim, and below it the depth, too. */
const ABOVE = 0.8;
const BELOW = 1.9;

export interface TitleLayout {
  readonly lines: readonly PlacedLine[];
  readonly ornament: Rect;
}

export interface PlacedLine {
  /** In surface pixels. */
  readonly letters: readonly Path[];
  /** What together covers the letters and their rim. */
  readonly outline: readonly Path[];
  readonly top: number;
  readonly bottom: number;
  /** Pixels per grid unit of the alphabet. */
  readonly scale: number;
}

export interface TitleFace {
  readonly typeface: Typeface;
  /** Whole pixels of a face that is made of squares, so many to a capital: each is then a whole number of ours. */
  readonly squares?: number;
}

/** Sets the title as large as it fits beside its ornament: to the left in wide pictures, above it in others. */
export function fitTitle(
  title: string,
  size: { readonly width: number; readonly height: number },
  face: TitleFace,
): TitleLayout {
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
  return { lines: placeLines(bestLines(title, area, face), area, face), ornament };
}

function bestLines(title: string, area: Rect, { typeface, squares }: TitleFace): readonly SetLine[] {
  const gap = squares === undefined ? 0.3 : 6 / squares;
  const ways = lineBreaks(title).map((lines) => lines.map((line) => setLine(line, typeface, gap)));
  return ways.reduce((best, way) => (scaleOf(way, area) > scaleOf(best, area) ? way : best), ways[0] ?? []);
}

function scaleOf(lines: readonly SetLine[], area: Rect): number {
  const widest = Math.max(1, ...lines.map(({ width }) => width)) + 2 * RIM;
  return Math.min(area.width / widest, area.height / (ABOVE + heightOf(lines) + BELOW));
}

function heightOf(lines: readonly SetLine[]): number {
  return lines.reduce((sum, { top, bottom }) => sum + bottom - top, LEADING * Math.max(0, lines.length - 1));
}

function placeLines(lines: readonly SetLine[], area: Rect, { squares }: TitleFace): readonly PlacedLine[] {
  const free = scaleOf(lines, area);
  const whole = squares === undefined ? 0 : Math.floor((free * 6) / squares);
  const scale = squares !== undefined && whole > 0 ? (whole * squares) / 6 : free;
  const snap = (value: number): number => (whole > 0 ? Math.round(value) : value);
  const spare = area.height - (ABOVE + heightOf(lines) + BELOW) * scale;
  let y = area.y + spare * 0.4 + ABOVE * scale;
  return lines.map((line) => {
    const top = snap(y - line.top * scale);
    y += (line.bottom - line.top + LEADING) * scale;
    const place: Transform = [scale, 0, 0, scale, snap(area.x + (area.width - line.width * scale) / 2), top];
    const letters = line.letters.map((letter) => transform(letter, place));
    const rims = letters.map((letter) =>
      letter.flatMap((contour) => strokeLine([...contour, ...contour.slice(0, 2)], 2 * RIM * scale)),
    );
    return {
      letters,
      outline: [...letters, ...rims.flat().map((rim): Path => [rim])],
      top,
      bottom: top + 6 * scale,
      scale,
    };
  });
}
