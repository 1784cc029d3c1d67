import type { Plane } from '../measure/find-parts.ts';
import { hasOwnEdge } from '../measure/own-edge.ts';
import type { Raster, Rect } from '../raster/raster.ts';
import { around, extentOf, findRuns, rectOf, type Run, type Side, type View, viewFrom } from './side-view.ts';

/** Where a subject ends in straight lines that have no edge of their own. */
export interface Cut {
  readonly side: Side;
  /** Of the subject's extent along that side. */
  readonly share: number;
  /** Pixels. */
  readonly length: number;
  readonly place: Rect;
}

/** The stretches at one side of a box that do not widen at once behind it, as what only touches would, and that no edge ends. */
export function findCut(raster: Raster, plane: Plane, { box, side }: { box: Rect; side: Side }): Cut {
  const view = viewFrom(plane, box, side);
  const deep = Math.round(LINE * (side === 'left' || side === 'right' ? raster.width : raster.height));
  const cuts = findStraight(view).filter((run) => !isEdge(raster, view, { ...run, deep }));
  const length = cuts.reduce((sum, { start, end }) => sum + end - start, 0);
  const start = cuts[0]?.start ?? 0;
  const place = rectOf(view, box, { start, end: cuts.at(-1)?.end ?? start });
  const extent = extentOf(view);
  return { side, share: length === 0 ? 0 : length / (extent.end - extent.start), length, place };
}

/** How far behind the side is looked, as a share of the box. */
const BEHIND = 0.02;
/** The least part of the width behind it that a cut has: where a round thing only touches, it is about half. */
const STRAIGHT = 0.72;
/** The same where only one of its ends widens, and how little the other does, as a share of the cut. */
const ONE_END = 0.55;
const STAYS = 0.04;
const LEAST_RUN = 3;

function findStraight(view: View): readonly Run[] {
  const behind = Math.min(view.deep - 1, Math.max(2, Math.round(view.deep * BEHIND)));
  const runs = findRuns(view).filter(({ start, end }) => end - start >= LEAST_RUN);
  return runs.filter((run) => {
    const wide = around(view, middleOf(run), behind);
    // Legs that join behind the side are cut as one.
    const joined = runs.filter((other) => other.start < wide.end && other.end > wide.start);
    const length = joined.reduce((sum, { start, end }) => sum + end - start, 0);
    const least = widensAtBothEnds(run, wide) ? STRAIGHT : ONE_END;
    return length >= least * (wide.end - wide.start);
  });
}

/** As all does that only touches; where a leg begins behind the side, what is cut widens at one end alone. */
function widensAtBothEnds({ start, end }: Run, wide: Run): boolean {
  return Math.min(start - wide.start, wide.end - end) > STAYS * (end - start);
}

const middleOf = ({ start, end }: Run): number => (start + end) >> 1;

/** Pixels along which a line can be told, and how deep it is looked for, as a share of the picture. */
const LONG = 8;
const LINE = 0.04;

/** Box-like things may fill the picture: then their own line lies along its border. */
function isEdge(raster: Raster, { placeOf }: View, { start, end, deep }: Run & { readonly deep: number }): boolean {
  if (end - start < LONG) return false;
  return hasOwnEdge(raster, {
    length: end - start,
    placeOf: (along, depth) => placeOf(start + along, depth),
    deep,
  });
}
