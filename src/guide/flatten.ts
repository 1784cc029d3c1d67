import { boundsOf, type Contour, type Point } from './contour.ts';
import type { Curve, Subpath } from './svg-path.ts';

/**
 * Subpaths as outlines of straight lines. The number of lines follows from the curve alone, so it is the same
 * everywhere; no curve is off by more than a 16,000th of the whole path.
 */
export function flatten(subpaths: readonly Subpath[]): readonly Contour[] {
  const bounds = boundsOf(subpaths.flatMap(({ start, curves }) => [start, ...curves.flat()]));
  const tolerance = Math.max(bounds?.width ?? 0, bounds?.height ?? 0) / 16_384;
  return subpaths.map(({ start, curves }) => {
    const points = [start];
    let from = start;
    for (const curve of curves) {
      points.push(...curvePoints(from, curve, tolerance));
      from = curve[curve.length - 1] ?? from;
    }
    return points;
  });
}

const MOST_LINES = 256;

function curvePoints(from: Point, curve: Curve, tolerance: number): readonly Point[] {
  if (curve.length === 1) return curve;
  const [first, second, end] = curve;
  const bend = Math.max(bendAt(from, first, second), bendAt(first, second, end));
  if (bend === 0 || tolerance === 0) return [end];
  const lines = Math.min(MOST_LINES, Math.ceil(Math.sqrt((0.75 * bend) / tolerance)));
  return Array.from({ length: lines }, (_, index) => {
    const t = (index + 1) / lines;
    return [at(t, from[0], first[0], second[0], end[0]), at(t, from[1], first[1], second[1], end[1])] as const;
  });
}

/** How far three control points are from a straight, evenly spaced line. */
function bendAt(a: Point, b: Point, c: Point): number {
  return Math.max(Math.abs(a[0] - 2 * b[0] + c[0]), Math.abs(a[1] - 2 * b[1] + c[1]));
}

function at(t: number, a: number, b: number, c: number, d: number): number {
  const rest = 1 - t;
  return rest * rest * rest * a + 3 * rest * rest * t * b + 3 * rest * t * t * c + t * t * t * d;
}
