import type { Plane } from '../measure/find-parts.ts';
import { SUBJECT_ALPHA } from '../measure/study.ts';
import type { Rect } from '../raster/raster.ts';

export const SIDES = ['left', 'top', 'right', 'bottom'] as const;
export type Side = (typeof SIDES)[number];

/** A rectangle of a picture, seen from one of its sides. */
export interface View {
  readonly side: Side;
  readonly along: number;
  readonly deep: number;
  /** In the raster. */
  readonly placeOf: (at: number, depth: number) => number;
  readonly isIn: (at: number, depth: number) => boolean;
}

export interface Run {
  readonly start: number;
  /** One past the last. */
  readonly end: number;
}

export function viewFrom({ width, levels }: Plane, box: Rect, side: Side): View {
  const isAcross = side === 'top' || side === 'bottom';
  const isFar = side === 'right' || side === 'bottom';
  const [along, deep] = isAcross ? [box.width, box.height] : [box.height, box.width];
  const placeOf = (at: number, depth: number): number => {
    const inner = isFar ? deep - 1 - depth : depth;
    return isAcross ? (box.y + inner) * width + box.x + at : (box.y + at) * width + box.x + inner;
  };
  return { side, along, deep, placeOf, isIn: (at, depth) => (levels[placeOf(at, depth)] ?? 0) >= SUBJECT_ALPHA };
}

/** A stretch of the side that a view looks from, in the picture. */
export function rectOf({ side }: View, { x, y, width, height }: Rect, { start, end }: Run): Rect {
  const length = end - start;
  if (side === 'top' || side === 'bottom')
    return { x: x + start, y: side === 'top' ? y : y + height - 1, width: length, height: 1 };
  return { x: side === 'left' ? x : x + width - 1, y: y + start, width: 1, height: length };
}

/** Where the subject lies on that side. */
export function findRuns({ along, isIn }: View): readonly Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < along; at++) {
    if (!isIn(at, 0)) continue;
    const start = at;
    while (at < along && isIn(at, 0)) at++;
    runs.push({ start, end: at });
  }
  return runs;
}

/** The subject around a place so far behind the side. */
export function around({ along, isIn }: View, at: number, depth: number): Run {
  let start = at;
  let end = at;
  while (start > 0 && isIn(start - 1, depth)) start--;
  while (end < along && isIn(end, depth)) end++;
  return { start, end };
}

/** From the first to the last line that shows anything of the subject. */
export function extentOf({ along, deep, isIn }: View): Run {
  const shows = (at: number): boolean => {
    for (let depth = 0; depth < deep; depth++) if (isIn(at, depth)) return true;
    return false;
  };
  let start = 0;
  let end = along;
  while (start < end && !shows(start)) start++;
  while (end > start && !shows(end - 1)) end--;
  return { start, end };
}
