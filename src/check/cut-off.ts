import type { Plane } from '../measure/find-parts.ts';
import { hasOwnEdge } from '../measure/own-edge.ts';
import { studyPicture, SUBJECT_ALPHA } from '../measure/study.ts';
import type { Raster, Rect } from '../raster/raster.ts';
import type { GateResult } from '../report/manifest.ts';
import type { Gate } from './expected-picture.ts';

const name = 'cut-off';

/** Fails when a border cuts through what stands free in the picture. */
export const checkCutOff: Gate = ({ free, raster, opacity }) => (free ? judgeCut(raster, opacity()) : undefined);

/** The same of a subject as it was painted, before it was framed: then a cut lies inside the finished picture. */
export function checkPaintedCutOff(painted: Raster): GateResult {
  const { opacity } = studyPicture({ raster: painted, alpha: 'cut-out', isPixelArt: false, loop: 'none' });
  const result = judgeCut(painted, opacity());
  return { ...result, message: result.message.replace('The subject', 'As it was painted, the subject') };
}

/** Of the subject's own extent along that border. */
const MOST_CUT = 0.08;

/** Smaller pictures have no room around what they show. */
const ROOM = 8;

function judgeCut(raster: Raster, plane: Plane): GateResult {
  const isTiny = Math.min(plane.width, plane.height) < ROOM;
  if (isTiny) return { name, status: 'pass', message: 'The picture is too small to cut anything off.' };
  const worst = SIDES.map((side) => findCut(raster, plane, side)).reduce((a, b) => (b.share > a.share ? b : a));
  const value = worst.share;
  const limit = MOST_CUT;
  if (value <= limit)
    return { name, status: 'pass', message: 'The subject is whole: no border cuts it.', value, limit };
  const share = Math.round(value * 100);
  const message = `The subject is cut off at the ${worst.side}: it ends there along ${worst.length} straight pixels, ${share} % of its extent. Make it again with another seed, or ask for the whole of it.`;
  return { name, status: 'fail', message, value, limit, place: worst.place };
}

const SIDES = ['left', 'top', 'right', 'bottom'] as const;
type Side = (typeof SIDES)[number];

interface Cut {
  readonly side: Side;
  readonly share: number;
  readonly length: number;
  readonly place: Rect;
}

/** The stretches at one border that do not widen at once behind it, as what only touches would, and that no edge ends. */
function findCut(raster: Raster, plane: Plane, side: Side): Cut {
  const view = viewFrom(plane, side);
  const cuts = findStraight(view).filter(({ start, end }) => !isEdge(raster, view, { start, end }));
  const length = cuts.reduce((sum, { start, end }) => sum + end - start, 0);
  const start = cuts[0]?.start ?? 0;
  const place = rectOf(plane, side, { start, end: cuts.at(-1)?.end ?? start });
  return { side, share: length === 0 ? 0 : length / extent(view), length, place };
}

function findStraight(view: View): readonly Run[] {
  const behind = Math.min(view.deep - 1, Math.max(2, Math.round(view.deep * BEHIND)));
  const runs = findRuns(view).filter(({ start, end }) => end - start >= LEAST_RUN);
  return runs.filter((run) => {
    const wide = around(view, middleOf(run), behind);
    // Legs that join behind the border are cut as one.
    const joined = runs.filter((other) => other.start < wide.end && other.end > wide.start);
    const length = joined.reduce((sum, { start, end }) => sum + end - start, 0);
    return length >= STRAIGHT * (wide.end - wide.start);
  });
}

/** Box-like things may fill the picture: then their own line lies along the border. */
function isEdge(raster: Raster, { deep, placeOf }: View, { start, end }: Run): boolean {
  if (end - start < LONG) return false;
  const within = Math.round(deep * LINE);
  return hasOwnEdge(raster, {
    length: end - start,
    placeOf: (along, depth) => placeOf(start + along, depth),
    deep: within,
  });
}

function viewFrom({ width, height, levels }: Plane, side: Side): View {
  const isAcross = side === 'top' || side === 'bottom';
  const isFar = side === 'right' || side === 'bottom';
  const [along, deep] = isAcross ? [width, height] : [height, width];
  const placeOf = (at: number, depth: number): number => {
    const inner = isFar ? deep - 1 - depth : depth;
    return isAcross ? inner * width + at : at * width + inner;
  };
  return { along, deep, placeOf, isIn: (at, depth) => (levels[placeOf(at, depth)] ?? 0) >= SUBJECT_ALPHA };
}

function rectOf({ width, height }: Plane, side: Side, { start, end }: Run): Rect {
  const length = end - start;
  if (side === 'top' || side === 'bottom')
    return { x: start, y: side === 'top' ? 0 : height - 1, width: length, height: 1 };
  return { x: side === 'left' ? 0 : width - 1, y: start, width: 1, height: length };
}

/** How far behind the border is looked, as a share of the picture. */
const BEHIND = 0.02;
/** The least part of the width behind it that a cut has: where a round thing only touches, it is about half. */
const STRAIGHT = 0.72;
const LEAST_RUN = 3;
/** Pixels along which a line can be told, and how deep it is looked for, as a share of the picture. */
const LONG = 8;
const LINE = 0.04;

/** A picture seen from one border. */
interface View {
  readonly along: number;
  readonly deep: number;
  /** In the raster. */
  readonly placeOf: (at: number, depth: number) => number;
  readonly isIn: (at: number, depth: number) => boolean;
}

interface Run {
  readonly start: number;
  /** One past the last. */
  readonly end: number;
}

/** Where the subject lies on the border. */
function findRuns({ along, isIn }: View): readonly Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < along; at++) {
    if (!isIn(at, 0)) continue;
    const start = at;
    while (at < along && isIn(at, 0)) at++;
    runs.push({ start, end: at });
  }
  return runs;
}

/** The subject around a place so far behind the border. */
function around({ along, isIn }: View, at: number, depth: number): Run {
  let start = at;
  let end = at;
  while (start > 0 && isIn(start - 1, depth)) start--;
  while (end < along && isIn(end, depth)) end++;
  return { start, end };
}

const middleOf = ({ start, end }: Run): number => (start + end) >> 1;

/** From the first to the last line that shows anything of the subject. */
function extent({ along, deep, isIn }: View): number {
  const shows = (at: number): boolean => {
    for (let depth = 0; depth < deep; depth++) if (isIn(at, depth)) return true;
    return false;
  };
  let start = 0;
  let end = along;
  while (start < end && !shows(start)) start++;
  while (end > start && !shows(end - 1)) end--;
  return end - start;
}
