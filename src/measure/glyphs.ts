import type { Rect } from '../raster/raster.ts';
import type { ValuePart } from './find-value-parts.ts';
import type { Level } from './lightness-levels.ts';

/** What may be a letter or a number: small, of strokes, and told from what lies around it. */
export interface Glyph extends ValuePart {
  /** 1 for each pixel of its box that is drawn, row by row. */
  readonly form: Uint8Array;
}

/** Pixels. */
const SHORTEST = 5;
const TALLEST = 40;
/** Mean strokes are thinner than that, in shares of the height. */
const THICKEST = 0.34;
/** Levels between what is written and what it stands on: it is there to be read. */
const CONTRAST = 40;

/** Undefined where it is none. */
export function glyphOf(level: Level, part: ValuePart, tallest: number): Glyph | undefined {
  const { width, height, area, outline } = part;
  if (height < SHORTEST || height > Math.min(tallest, TALLEST) || width > 1.8 * height || width * 8 < height)
    return undefined;
  if (area < 0.2 * width * height || 2 * area > (THICKEST * height + 0.6) * outline) return undefined;
  return contrastOf(level, part) < CONTRAST ? undefined : { ...part, form: formOf(level, part) };
}

/** How far the mean of its pixels is from that of the others in its box and one pixel around. */
function contrastOf({ map, light, width, height }: Level, { x, y, width: w, height: h, value }: ValuePart): number {
  let [inside, outside, own, other] = [0, 0, 0, 0];
  for (let row = Math.max(0, y - 1); row < Math.min(height, y + h + 1); row++)
    for (let column = Math.max(0, x - 1); column < Math.min(width, x + w + 1); column++) {
      const at = row * width + column;
      if (map[at] === value) {
        inside += light[at] ?? 0;
        own++;
      } else {
        outside += light[at] ?? 0;
        other++;
      }
    }
  return Math.abs(inside / Math.max(1, own) - outside / Math.max(1, other));
}

function formOf({ map, width }: Level, { x, y, width: w, height: h, value }: ValuePart): Uint8Array {
  const form = new Uint8Array(w * h);
  for (let row = 0; row < h; row++)
    for (let column = 0; column < w; column++)
      if (map[(y + row) * width + x + column] === value) form[row * w + column] = 1;
  return form;
}

/** Laid over each other by their feet, has one of them strokes that the other has not? */
export function differ(one: Glyph, other: Glyph): boolean {
  const [own, strange] = [strangeShare(one, other) * one.area, strangeShare(other, one) * other.area];
  if (one.height >= SMALL) return Math.max(own / one.area, strange / other.area) > STRANGE;
  return own + strange > SMALL_STRANGE * (one.area + strange);
}

/** Of a glyph's pixels; a stroke of a letter is more. */
const STRANGE = 0.05;
/** The same of small ones, whose soft edges are not told from strokes. */
const SMALL_STRANGE = 0.14;
/** Pixels. */
const SMALL = 14;

function strangeShare({ form, width, height, area }: Glyph, other: Glyph): number {
  const reach = height < SMALL ? 0 : 1;
  let strange = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (form[y * width + x] === 1 && !isNearInk(other, x, y + other.height - height, reach)) strange++;
  return strange / area;
}

function isNearInk({ form, width, height }: Glyph, x: number, y: number, reach: number): boolean {
  for (let row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row++)
    for (let column = Math.max(0, x - reach); column <= Math.min(width - 1, x + reach); column++)
      if (form[row * width + column] === 1) return true;
  return false;
}

/** How much more outline than its box it has: bent strokes, not dots or bricks. */
export const bentOf = ({ outline, width, height }: Rect & Pick<ValuePart, 'outline'>): number =>
  outline / (2 * (width + height));

/** How wide its strokes are on average, in pixels. */
export const strokeOf = ({ area, outline }: Pick<ValuePart, 'area' | 'outline'>): number => (2 * area) / outline;

/** The same seen in a mirror. */
export function mirrored(glyph: Glyph): Glyph {
  const { form, width } = glyph;
  return { ...glyph, form: form.map((_, i) => form[i - (i % width) + width - 1 - (i % width)] ?? 0) };
}
