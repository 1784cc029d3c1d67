import type { Raster, Rect } from '../raster/raster.ts';
import type { Metric } from './metric.ts';
import { hasTwin, withoutRims } from './seam-alibi.ts';
import { readBands } from './seam-bands.ts';
import { type Axis, readLines } from './seam-lines.ts';

export const SEAM: Metric = {
  name: 'seam',
  title: 'Seam',
  unit: 'ratio',
  range: [0, Infinity],
  better: 'less',
  about:
    'How much a picture that repeats shows where its edges join: what differs across the joined edge against what differs between its own inner lines, but for the rarest. Four things are held against each other: what pixels differ by; what they differ by on average, which tells a soft change of light in a rough texture; the same between bands of some lines, which thin joints and cracks do not disturb; and the profiles of such bands along the edge, which tell shapes that do not go on. The first three also in eight stretches of the edge. 1 is like inside, more than 1 stands out. A seam that divides the picture just as a line inside does, or in which only a joint of a tile lies, of the tile’s own colours, counts as 1. Of both axes, the worse.',
  source: 'Our own; block-edge measures of JPEG pictures compare steps in the same way.',
};

export interface Seam {
  readonly ratio: number;
  readonly axis: Axis;
  /** The stretch of the edge that stands out most: its last line of pixels. */
  readonly worst: Rect;
}

/** Levels of a channel: smaller steps nobody sees, so nothing is held against less. */
const UNSEEN = 1.5;
/** One of many stretches is more easily an exception than a whole edge; with fewer that show something, less so. */
const STRETCH_WEIGHT = 0.7;
const MOST_STRETCHES = 8;
/** The share of inner lines that may have greater steps than what the seam is held against, and how many at most. */
const RARE = 0.02;
const MOST_RARE = 3;

/** See `SEAM`. Undefined where the picture is a few lines only. */
export function measureSeam(raster: Raster, loop: 'x' | 'xy'): Seam | undefined {
  const axes: readonly Axis[] = loop === 'x' ? ['x'] : ['x', 'y'];
  const seams = axes.flatMap((axis) => {
    const seam = seamAlong(raster, axis);
    return seam && seam.ratio > 1 && isNatural(raster, axis, loop) ? { ...seam, ratio: 1 } : (seam ?? []);
  });
  return seams.reduce<Seam | undefined>((most, next) => (most && most.ratio >= next.ratio ? most : next), undefined);
}

/** A seam as between any two inside that the picture shows on purpose. */
function isNatural(raster: Raster, axis: Axis, loop: 'x' | 'xy'): boolean {
  if (hasTwin(raster, axis)) return true;
  // Only tiles have joints of their own, which may lie on the edge.
  return (
    loop === 'xy' &&
    withoutRims(raster, axis).some((rest) => (seamAlong(rest, axis)?.ratio ?? 0) <= NATURAL || hasTwin(rest, axis))
  );
}

/** A joint that is left out takes a little of the picture with it. */
const NATURAL = 1.2;

function seamAlong(raster: Raster, axis: Axis): Seam | undefined {
  const count = axis === 'x' ? raster.width : raster.height;
  if (count < 4) return undefined;
  const lines = readLines(raster, axis);
  const stretches =
    lines.parts > 1 ? [...Array(lines.parts).keys()].filter((part) => showsSomething(lines.steps(part))) : [];
  const weight = 1 - (1 - STRETCH_WEIGHT) * (stretches.length / MOST_STRETCHES);
  let found = { ratio: standsOut(readBands(raster, axis)), part: -1 };
  for (const part of [-1, ...stretches]) {
    const ratio = (part < 0 ? 1 : weight) * Math.max(...lines.steps(part).map(standsOut));
    if (ratio > found.ratio) found = { ratio, part };
  }
  return { ratio: found.ratio, axis, worst: placeOf(raster, axis, found.part, lines.parts) };
}

function showsSomething([sizes]: readonly Float64Array[]): boolean {
  return (sizes ?? []).some((size) => size > UNSEEN);
}

/** The last step, across the seam, against the greatest of those before it that are not rare. */
function standsOut(steps: Float64Array): number {
  const inner = steps.slice(0, -1).sort();
  const exceptions = Math.min(MOST_RARE, Math.ceil(inner.length * RARE));
  const usual = inner[Math.max(0, inner.length - 1 - exceptions)] ?? 0;
  return (steps.at(-1) ?? 0) / Math.max(UNSEEN, usual);
}

function placeOf({ width, height }: Raster, axis: Axis, part: number, parts: number): Rect {
  const length = axis === 'x' ? height : width;
  const [from, to] =
    part < 0 ? [0, length] : [Math.ceil((part * length) / parts), Math.ceil(((part + 1) * length) / parts)];
  return axis === 'x'
    ? { x: width - 1, y: from, width: 1, height: to - from }
    : { x: from, y: height - 1, width: to - from, height: 1 };
}
