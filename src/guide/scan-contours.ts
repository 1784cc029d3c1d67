import type { Contour, Point } from './contour.ts';

/** A filled stretch of one scan line. */
export interface Span {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** How far the stretch moves sideways a pixel, at its middle: 0 stands upright. */
  readonly lean: number;
  /** How much wider or narrower it gets a pixel, 0 or more. */
  readonly taper: number;
}

export interface ScanArea {
  /** In pixels. */
  readonly height: number;
  /** Scan lines a pixel. */
  readonly samples: number;
}

/**
 * Visits the filled stretches of each scan line from top to bottom and from left to right, by the nonzero rule.
 * Stretches of no length are visited too. Corners are first rounded to 1/256 pixel; after that only plain arithmetic.
 */
export function scanContours(contours: readonly Contour[], area: ScanArea, visit: (span: Span) => void): void {
  const waiting = contours.flatMap(contourEdges).sort((a, b) => a.top - b.top);
  const active: Edge[] = [];
  let next = 0;
  for (let line = 0; line < area.height * area.samples; line++) {
    const y = (line + 0.5) / area.samples;
    retire(active, y);
    for (let edge = waiting[next]; edge !== undefined && edge.top <= y; edge = waiting[++next]) {
      if (edge.bottom > y) active.push(edge);
    }
    cross(active, y);
    visitSpans(active, line, visit);
  }
}

interface Edge {
  readonly top: number;
  readonly bottom: number;
  readonly start: number;
  readonly slope: number;
  readonly winding: 1 | -1;
  /** Where it crosses the current scan line. */
  x: number;
}

function contourEdges(contour: Contour): readonly Edge[] {
  const corners = contour.map(([x, y]): Point => [roundCoordinate(x), roundCoordinate(y)]);
  return corners.flatMap((corner, index) => {
    const follower = corners[(index + 1) % corners.length] ?? corner;
    if (corner[1] === follower[1]) return [];
    const winding = corner[1] < follower[1] ? 1 : -1;
    const [upper, lower] = winding === 1 ? [corner, follower] : [follower, corner];
    const slope = (lower[0] - upper[0]) / (lower[1] - upper[1]);
    return [{ top: upper[1], bottom: lower[1], start: upper[0], slope, winding, x: upper[0] }];
  });
}

function roundCoordinate(value: number): number {
  return Math.round(value * 256) / 256;
}

function retire(active: Edge[], y: number): void {
  let kept = 0;
  for (const edge of active) if (edge.bottom > y) active[kept++] = edge;
  active.length = kept;
}

/** Moves the edges to a scan line, from left to right; most often they still are in that order. */
function cross(active: Edge[], y: number): void {
  let isSorted = true;
  let previous = -Infinity;
  for (const edge of active) {
    edge.x = edge.start + (y - edge.top) * edge.slope;
    isSorted &&= previous <= edge.x;
    previous = edge.x;
  }
  if (!isSorted) active.sort((a, b) => a.x - b.x);
}

function visitSpans(active: readonly Edge[], line: number, visit: (span: Span) => void): void {
  let winding = 0;
  let first: Edge | undefined;
  for (const edge of active) {
    winding += edge.winding;
    if (winding === 0 && first !== undefined) {
      visit({
        line,
        from: first.x,
        to: edge.x,
        lean: (first.slope + edge.slope) / 2,
        taper: Math.abs(edge.slope - first.slope),
      });
      first = undefined;
    } else {
      first ??= edge;
    }
  }
}
