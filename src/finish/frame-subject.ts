import { LimnerError } from '../errors.ts';
import { alphaBounds, hasAlpha } from '../raster/alpha.ts';
import { crop } from '../raster/crop.ts';
import { pasteAll } from '../raster/paste.ts';
import type { Raster, Rect } from '../raster/raster.ts';
import { resize } from '../raster/resize.ts';
import { contentRect } from './content-rect.ts';
import type { FitOptions } from './fit-picture.ts';
import { strengthen } from './strengthen.ts';

/** Fainter pixels are dust that a matte left behind. */
const VISIBLE = 8;
/** A subject that spans this much of the asked box, in one direction at least, was painted at the right size. */
const WELL_FILLED = 0.75;
/** How much of the box a subject fills that had to be rescaled. */
const FILL = 0.9;
/** Beyond this difference between the two directions, following the canvas would visibly squash the subject. */
const MOST_SQUASH = 1.02;

/**
 * A cut-out subject, whole and at exactly the asked size. A subject painted at the right size keeps its place and its
 * pixels: where the canvas's scale is 1 none is resampled, and one that strays over the edge is only moved back. Any
 * other is trimmed, scaled with its aspect kept to fill 90 % of the box, and centred. The result always has pixels of
 * alpha 0 (but at 1 x 1) and of alpha 255. Throws LIMNER_PICTURE_UNUSABLE when nothing is visible.
 */
export function frameSubject(painted: Raster, options: FitOptions): Raster {
  const subject = alphaBounds(painted, VISIBLE);
  if (!subject) throw new LimnerError('LIMNER_PICTURE_UNUSABLE', 'The picture is empty: every pixel is transparent.');
  const kept = keepInPlace(painted, subject, options);
  const framed = kept && hasAlpha(kept, 0) ? kept : fillBox(painted, subject, options);
  if (alphaBounds(framed, VISIBLE)) return strengthen(framed);
  if (options.resample === 'nearest') return frameSubject(painted, { ...options, resample: 'smooth' });
  const size = `${options.width} x ${options.height}`;
  throw new LimnerError('LIMNER_PICTURE_UNUSABLE', `The subject is too fine: nothing of it is left at ${size} pixels.`);
}

/** Undefined when the subject is too large, too small or squashed. */
function keepInPlace(painted: Raster, subject: Rect, options: FitOptions): Raster | undefined {
  const { canvas, width, height, resample } = options;
  const squash = (painted.width * canvas.height) / (painted.height * canvas.width);
  if (Math.max(squash, 1 / squash) > MOST_SQUASH) return undefined;
  const content = contentRect(painted, canvas);
  const spanX = subject.width / content.width;
  const spanY = subject.height / content.height;
  if (spanX > 1 || spanY > 1 || Math.max(spanX, spanY) < WELL_FILLED) return undefined;
  const across = { start: content.x, length: content.width, step: content.width / width };
  const down = { start: content.y, length: content.height, step: content.height / height };
  const x = slideOver(across, subject.x, subject.width);
  const y = slideOver(down, subject.y, subject.height);
  return resize(crop(painted, { ...content, x, y }), width, height, resample);
}

interface Span {
  readonly start: number;
  readonly length: number;
  /** Painted pixels per asked pixel. */
  readonly step: number;
}

/** Where the content must start so that the subject lies inside: as near as can be, by whole asked pixels if that does. */
function slideOver({ start, length, step }: Span, from: number, subjectLength: number): number {
  const before = Math.max(0, start - from);
  const after = Math.max(0, from + subjectLength - (start + length));
  const direction = before > 0 ? -1 : 1;
  const exact = start + direction * Math.max(before, after);
  if (!Number.isInteger(step)) return exact;
  const aligned = start + direction * Math.ceil(Math.max(before, after) / step) * step;
  const holds = aligned <= from && aligned + length >= from + subjectLength;
  return holds ? aligned : exact;
}

function fillBox(painted: Raster, subject: Rect, { width, height, resample }: FitOptions): Raster {
  const most = { width: shareOf(width), height: shareOf(height) };
  const isWide = subject.width * most.height >= subject.height * most.width;
  const across = isWide ? most.width : Math.round((most.height * subject.width) / subject.height);
  const down = isWide ? Math.round((most.width * subject.height) / subject.width) : most.height;
  const scaled = resize(crop(painted, subject), Math.max(1, across), Math.max(1, down), resample);
  const x = Math.floor((width - scaled.width) / 2);
  const y = Math.floor((height - scaled.height) / 2);
  return pasteAll({ width, height }, [{ raster: scaled, x, y }]);
}

function shareOf(length: number): number {
  return Math.max(1, Math.floor(length * FILL));
}
