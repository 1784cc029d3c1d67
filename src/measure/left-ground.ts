import type { Raster, Rect } from '../raster/raster.ts';
import type { Plane } from './find-parts.ts';

/** A background that a removal left: `veil` is half-transparent, `plate` is opaque and plain. */
export type LeftGround = 'veil' | 'plate';

/** Fainter pixels nobody sees. */
const VISIBLE = 16;
/** Of each side of the box around all that is visible. */
const WHOLE_SIDE = 0.97;
/** Smaller boxes are things. */
const LEAST_BOX = 0.2;
const LEAST_SIDE = 16;
/** Mean opacity along the box: a ground that shines through. */
const SHINES_THROUGH = 225;
/** Of the box's border, the second colour of a checkerboard. */
const SECOND = 0.2;
/** Of the box's border, its two commonest colours; and of the box, what has them. */
const PLAIN_BORDER = 0.9;
const PLAIN_BOX = 0.4;
/** A box with hardly anything else in it is a box. */
const MOST_PLAIN = 0.97;
/** Levels of a channel. */
const NEAR = 20;

/** Whether all that is visible fills a rectangle up to its corners as a background does, and a thing hardly. */
export function findLeftGround(raster: Raster, opacity: Plane): LeftGround | undefined {
  const box = boundsOf(opacity);
  if (!box || Math.min(box.width, box.height) < LEAST_SIDE) return undefined;
  if (box.width * box.height < LEAST_BOX * opacity.width * opacity.height) return undefined;
  const sides = sidesOf(box, opacity.width);
  const levels = sides.map((side) => side.map((place) => opacity.levels[place] ?? 0));
  const isWhole = levels.every((side) => side.filter((level) => level >= VISIBLE).length >= WHOLE_SIDE * side.length);
  if (!isWhole) return undefined;
  const all = levels.flat();
  if (all.reduce((sum, level) => sum + level, 0) < SHINES_THROUGH * all.length) return 'veil';
  return isPlain(raster, sides.flat(), box) ? 'plate' : undefined;
}

/** The share of a picture's border on which something is visible. */
export function visibleBorder(opacity: Plane): number {
  const { width, height, levels } = opacity;
  const border = sidesOf({ x: 0, y: 0, width, height }, width).flat();
  return border.filter((place) => (levels[place] ?? 0) >= VISIBLE).length / border.length;
}

function boundsOf({ width, height, levels }: Plane): Rect | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0, place = 0; y < height; y++) {
    for (let x = 0; x < width; x++, place++) {
      if ((levels[place] ?? 0) < VISIBLE) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

function sidesOf({ x, y, width, height }: Rect, stride: number): readonly (readonly number[])[] {
  const row = (line: number): number[] => Array.from({ length: width }, (_, i) => line * stride + x + i);
  const column = (line: number): number[] => Array.from({ length: height }, (_, i) => (y + i) * stride + line);
  return [row(y), row(y + height - 1), column(x), column(x + width - 1)];
}

/** One colour, or the two of a checkerboard. */
function isPlain({ width, rgba }: Raster, border: readonly number[], box: Rect): boolean {
  const colours = commonest(rgba, border);
  const isGround = (place: number): boolean => colours.some((colour) => isNear(rgba, place * 4, colour));
  if (border.filter(isGround).length < PLAIN_BORDER * border.length) return false;
  let plain = 0;
  for (let y = box.y; y < box.y + box.height; y++)
    for (let x = box.x; x < box.x + box.width; x++) if (isGround(y * width + x)) plain++;
  const share = plain / (box.width * box.height);
  return share >= PLAIN_BOX && share <= MOST_PLAIN;
}

function commonest(rgba: Uint8Array, places: readonly number[]): readonly number[] {
  const rest = [...places];
  const found: number[] = [];
  for (let i = 0; i < 2 && rest.length > 0; i++) {
    const counts = new Map<number, number>();
    for (const place of rest) counts.set(colourAt(rgba, place * 4), (counts.get(colourAt(rgba, place * 4)) ?? 0) + 1);
    const [colour] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
    const left = rest.filter((place) => !isNear(rgba, place * 4, colour));
    if (rest.length - left.length >= SECOND * places.length) found.push(colour);
    rest.splice(0, rest.length, ...left);
  }
  return found;
}

function colourAt(rgba: Uint8Array, at: number): number {
  return ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);
}

function isNear(rgba: Uint8Array, at: number, colour: number): boolean {
  return (
    Math.abs((rgba[at] ?? 0) - (colour >> 16)) <= NEAR &&
    Math.abs((rgba[at + 1] ?? 0) - ((colour >> 8) & 255)) <= NEAR &&
    Math.abs((rgba[at + 2] ?? 0) - (colour & 255)) <= NEAR
  );
}
