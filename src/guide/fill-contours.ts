import { createMask, type Mask } from '../raster/mask.ts';
import { type Box, boundsOf, type Contour } from './contour.ts';
import type { Size } from './fit-canvas.ts';
import { type Range, Strip } from './strip.ts';
import { scanContours, type Span } from './scan-contours.ts';

/** Nothing is drawn thinner than this many pixels. */
export const THINNEST = 2;

/**
 * The contours filled by the nonzero rule, smooth at the edges. What would be thinner than two pixels is widened to two
 * around its middle, inside `limits`, so that a blade, a hairline or a flat polygon stays visible.
 */
export function fillContours(contours: readonly Contour[], size: Size, limits: Box): Mask {
  const mask = createMask(size.width, size.height);
  const visible = contours.flatMap((contour) => growSpeck(contour, limits));
  const across = { from: limits.x, to: limits.x + limits.width };
  const down = { from: limits.y, to: limits.y + limits.height };
  const drawing = { mask, contours: visible, samples: chooseSamples(visible) };
  fillRows(drawing, (span) => widen(span, across) ?? span);
  fillColumns(drawing, (span) => widen(span, down));
  return mask;
}

interface Drawing {
  readonly mask: Mask;
  readonly contours: readonly Contour[];
  readonly samples: number;
}

const MOST_SAMPLES = 16;
const MOST_CROSSINGS = 4_000_000;

/** Scan lines a pixel: fewer for outlines so long that they would take seconds. */
function chooseSamples(contours: readonly Contour[]): number {
  let length = 0;
  for (const contour of contours) {
    let previous = contour.at(-1);
    for (const point of contour) {
      if (previous) length += Math.abs(point[0] - previous[0]) + Math.abs(point[1] - previous[1]);
      previous = point;
    }
  }
  let samples = MOST_SAMPLES;
  while (samples > 1 && samples * length > MOST_CROSSINGS) samples /= 2;
  return samples;
}

type Choose = (span: Span) => Range | undefined;

/** Too small both ways, a contour may fall between all scan lines: it becomes a box that cannot. */
function growSpeck(contour: Contour, limits: Box): readonly Contour[] {
  const bounds = boundsOf(contour);
  if (bounds === undefined) return [];
  if (bounds.width >= THINNEST || bounds.height >= THINNEST) return [contour];
  const across = center(bounds.x, bounds.x + bounds.width, THINNEST, { from: limits.x, to: limits.x + limits.width });
  const down = center(bounds.y, bounds.y + bounds.height, THINNEST, { from: limits.y, to: limits.y + limits.height });
  const box: Contour = [
    [across.from, down.from],
    [across.to, down.from],
    [across.to, down.to],
    [across.from, down.to],
  ];
  return [isClockwise(contour) ? box : box.toReversed()];
}

function isClockwise(contour: Contour): boolean {
  let doubleArea = 0;
  let previous = contour.at(-1);
  for (const point of contour) {
    if (previous) doubleArea += previous[0] * point[1] - point[0] * previous[1];
    previous = point;
  }
  return doubleArea >= 0;
}

/** What gets wider so soon is the tip of something, which stays visible as it is: widened, it would look like a spur. */
const TIP = 0.5;

/** A thin stretch made wide enough; undefined for others, and for what lies flatter and is the other direction's. */
function widen({ from, to, lean, taper }: Span, limits: Range): Range | undefined {
  if (lean < -1 || lean > 1 || taper > TIP) return undefined;
  const needed = THINNEST * Math.sqrt(1 + lean * lean);
  return to - from < needed ? center(from, to, needed, limits) : undefined;
}

/** A stretch of a given length around another's middle, pushed inside the limits. */
function center(from: number, to: number, length: number, limits: Range): Range {
  const start = Math.max(limits.from, Math.min((from + to - length) / 2, limits.to - length));
  return { from: start, to: Math.min(start + length, Math.max(limits.to, to)) };
}

function fillRows({ mask, contours, samples }: Drawing, choose: Choose): void {
  const strip = new Strip(mask, { samples, length: mask.width, start: mask.width, step: 1 });
  scanContours(contours, { height: mask.height, samples }, (span) => strip.add(span.line, choose(span)));
  strip.flush();
}

function fillColumns({ mask, contours, samples }: Drawing, choose: Choose): void {
  const strip = new Strip(mask, { samples, length: mask.height, start: 1, step: mask.width });
  const turned = contours.map((contour) => contour.map(([x, y]) => [y, x] as const));
  scanContours(turned, { height: mask.width, samples }, (span) => strip.add(span.line, choose(span)));
  strip.flush();
}
