import type { Raster, Rect } from '../raster/raster.ts';
import type { Metric } from './metric.ts';
import { seamRecurs } from './recurs.ts';
import { readBands } from './seam-bands.ts';
import { type Axis, readLines } from './seam-lines.ts';

export const SEAM: Metric = {
  name: 'seam',
  title: 'Seam',
  unit: 'ratio',
  range: [0, Infinity],
  better: 'less',
  about:
    'How much a picture that repeats shows where its edges join: what differs across the joined edge against what differs between its own inner lines, but for the rarest. Five things are held against each other: what pixels differ by; what they differ by on average, which tells a soft change of light in a rough texture; the same between bands of some lines, which thin joints and cracks do not disturb; the profiles of such bands along the edge, which tell shapes that do not go on; and wide bands, for light or hue that turns over the whole picture. The first three also in eight stretches of the edge. What crosses the edge and inner lines alike, such as a joint of bricks that lies on it, is no seam. 1 is like inside, more than 1 stands out. Of both axes, the worse.',
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
/** A stretch is more easily an exception than a whole edge. */
const STRETCH_WEIGHT = 0.7;
/** Of wide bands there are few inside, so one is more easily an exception, too. */
const WIDE_WEIGHT = 0.6;
/** The share of inner lines that may have greater steps than what the seam is held against. */
const RARE = 0.02;

/** See `SEAM`. Undefined where the picture is a few lines only. */
export function measureSeam(raster: Raster, loop: 'x' | 'xy'): Seam | undefined {
  const axes: readonly Axis[] = loop === 'x' ? ['x'] : ['x', 'y'];
  const seams = axes.map((axis) => seamAlong(raster, axis)).filter((seam) => seam !== undefined);
  return seams.reduce<Seam | undefined>((most, next) => (most && most.ratio >= next.ratio ? most : next), undefined);
}

function seamAlong(raster: Raster, axis: Axis): Seam | undefined {
  const count = axis === 'x' ? raster.width : raster.height;
  if (count < 4) return undefined;
  const lines = readLines(raster, axis);
  let found = { ratio: standsOut(readBands(raster, axis)), part: -1 };
  for (let part = -1; part < (lines.parts > 1 ? lines.parts : 0); part++) {
    const weight = part < 0 ? 1 : STRETCH_WEIGHT;
    const ratio = weight * Math.max(...lines.steps(part).map(standsOut));
    if (ratio > found.ratio) found = { ratio, part };
  }
  const isPattern = found.ratio > 1 && seamRecurs(raster, axis);
  const turn = WIDE_WEIGHT * standsOut(lines.wide());
  if (isPattern || turn > found.ratio) found = { ratio: Math.max(turn, isPattern ? 1 : found.ratio), part: -1 };
  return { ratio: found.ratio, axis, worst: placeOf(raster, axis, found.part, lines.parts) };
}

/** The last step, across the seam, against the greatest of those before it that are not rare. */
function standsOut(steps: Float64Array): number {
  const inner = steps.slice(0, -1).sort();
  const exceptions = Math.ceil(inner.length * RARE);
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
