import type { Raster } from '../raster/raster.ts';
import type { GateResult } from '../report/manifest.ts';
import { checkBlank } from './blank.ts';
import { checkSize } from './size.ts';
import { checkCutOut, checkOpaque } from './transparency.ts';

export { checkSeam } from './seam.ts';
export { checkSheet } from './sheet.ts';

export interface ExpectedPicture {
  readonly width: number;
  readonly height: number;
  /** `any` is for sheets and for pictures that keep their background. */
  readonly alpha: 'cut-out' | 'opaque' | 'any';
}

/** All gates of a finished picture, in a fixed order; with `any` there is none for transparency. */
export function checkPicture(raster: Raster, expected: ExpectedPicture): readonly GateResult[] {
  return [checkSize(raster, expected), ...ALPHA_GATES[expected.alpha].map((gate) => gate(raster)), checkBlank(raster)];
}

const ALPHA_GATES: Readonly<Record<ExpectedPicture['alpha'], readonly ((raster: Raster) => GateResult)[]>> = {
  'cut-out': [checkCutOut],
  opaque: [checkOpaque],
  any: [],
};
