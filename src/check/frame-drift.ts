import { measureFrameDrift } from '../measure/frame-drift.ts';
import type { MeasuredSheet } from '../measure/picture.ts';
import type { SheetInk } from '../measure/sheet-ink.ts';
import type { GateResult } from '../report/manifest.ts';
import { percent } from './percent.ts';

const name = 'frame-drift';
/** Share of the cell's side; on small cells, whole pixels alone tremble so much. */
const LIMIT = 0.03;
const PIXELS = 0.6;
/** So many times the limit is beyond use. */
const FAR = 2.5;

/** Whether the subject of each animation keeps its place or moves smoothly. Undefined where there is nothing to tell. */
export function checkFrameDrift(ink: SheetInk, sheet: MeasuredSheet): GateResult | undefined {
  const found = measureFrameDrift(ink, sheet);
  if (!found) return undefined;
  const { drift: value, animation, isSize, worst: place, worstKey } = found;
  const limit = Math.max(LIMIT, PIXELS / Math.min(place.width, place.height));
  const measured = { value, limit };
  if (value <= limit)
    return { name, status: 'pass', message: 'The frames of each animation follow each other smoothly.', ...measured };
  const message = isSize
    ? `The subject of "${animation}" grows and shrinks from frame to frame, most in ${worstKey}.`
    : `The subject of "${animation}" jumps from frame to frame by ${percent(value)} of the cell, most in ${worstKey}; ${percent(limit)} is the most.`;
  return { name, status: value > FAR * limit ? 'fail' : 'warn', message, ...measured, place };
}
