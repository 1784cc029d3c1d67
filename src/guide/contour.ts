import type { Size } from './fit-canvas.ts';

/** Pixels or any other unit; y points down. */
export type Point = readonly [x: number, y: number];

/** A closed outline: the last point is joined to the first. */
export type Contour = readonly Point[];

/** Like `Rect`, but its numbers need not be whole. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** The smallest box around the points; undefined when there are none. */
export function boundsOf(points: readonly Point[]): Box | undefined {
  if (points.length === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
