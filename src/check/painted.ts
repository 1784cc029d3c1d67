import type { Raster } from '../raster/raster.ts';
import type { GateResult } from '../report/manifest.ts';
import { checkPaintedCutOff } from './cut-off.ts';
import type { ExpectedPicture } from './expected-picture.ts';
import { checkPaintedTransparency } from './transparency.ts';

/** What is wrong with a subject as it was painted, although framing hid it. Nothing where all is well. */
export function checkPainted(painted: Raster, asked: Pick<ExpectedPicture, 'isBoxed'>): readonly GateResult[] {
  const found = [checkPaintedCutOff(painted), checkPaintedTransparency(painted, asked)];
  return found.flatMap((gate) => (gate && gate.status !== 'pass' ? [gate] : []));
}
