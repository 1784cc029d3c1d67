import type { Raster, Rect } from '../raster/raster.ts';
import type { Plane } from './find-parts.ts';
import { hasOwnEdge, type Stretch } from './own-edge.ts';

/** A background that a removal left: `veil` is half-transparent, `plate` is opaque. */
export type LeftGround = 'veil' | 'plate';

/** Fainter pixels nobody sees. */
const VISIBLE = 16;
/** Of each side of the box around all that is visible. */
const WHOLE_SIDE = 0.97;
/** Smaller boxes are things. */
const LEAST_BOX = 0.2;
const LEAST_SIDE = 24;
/** Mean opacity: a ground that shines through. */
const SHINES_THROUGH = 225;
/** Over so many pixels at most the edge of a thing is soft. */
const MOST_SOFT = 3;
/** Of the box: so deep frames go. */
const FRAME = 0.2;
/** Sides with an edge of their own that a thing has; where a subject lies along a side of its background, that seems to have one. */
const THING = 2;

/** Whether all that is visible fills a rectangle up to its corners as a background does, and no edge says that it is a thing. */
export function findLeftGround(raster: Raster, opacity: Plane): LeftGround | undefined {
  const box = boundsOf(opacity);
  if (!box || Math.min(box.width, box.height) < LEAST_SIDE) return undefined;
  if (box.width * box.height < LEAST_BOX * opacity.width * opacity.height) return undefined;
  const isWhole = sidesOf(box, opacity.width).every((side) => shareVisible(opacity, side) >= WHOLE_SIDE);
  if (!isWhole) return undefined;
  for (let soft = 0; soft <= MOST_SOFT; soft++) {
    const inner = within(box, soft);
    if (meanLevel(opacity, sidesOf(inner, opacity.width).flat()) < SHINES_THROUGH) continue;
    return isThing(raster, inner) ? undefined : 'plate';
  }
  return 'veil';
}

function isThing(raster: Raster, { x, y, width, height }: Rect): boolean {
  const [right, bottom] = [x + width - 1, y + height - 1];
  const at = (column: number, row: number): number => row * raster.width + column;
  const across = { length: width, deep: Math.round(FRAME * height) };
  const down = { length: height, deep: Math.round(FRAME * width) };
  const sides: readonly Stretch[] = [
    { ...across, placeOf: (along, depth) => at(x + along, y + depth) },
    { ...across, placeOf: (along, depth) => at(x + along, bottom - depth) },
    { ...down, placeOf: (along, depth) => at(x + depth, y + along) },
    { ...down, placeOf: (along, depth) => at(right - depth, y + along) },
  ];
  return sides.filter((side) => hasOwnEdge(raster, side)).length >= THING;
}

/** The share of a picture's border on which something is visible. */
export function visibleBorder(opacity: Plane): number {
  const { width, height } = opacity;
  return shareVisible(opacity, sidesOf({ x: 0, y: 0, width, height }, width).flat());
}

function shareVisible({ levels }: Plane, places: readonly number[]): number {
  return places.filter((place) => (levels[place] ?? 0) >= VISIBLE).length / places.length;
}

function meanLevel({ levels }: Plane, places: readonly number[]): number {
  return places.reduce((sum, place) => sum + (levels[place] ?? 0), 0) / places.length;
}

function within({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
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
