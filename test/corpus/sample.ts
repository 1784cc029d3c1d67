import { type ExpectedPicture, checkPainted, checkPicture } from '../../src/check/index.ts';
import type { GateResult } from '../../src/report/manifest.ts';
import type { Raster } from '../../src/raster/raster.ts';

/** One picture of the corpus with what was asked of it. */
export interface Sample {
  readonly name: string;
  /** Where a good picture comes from, or what is wrong with a damaged one. */
  readonly group: string;
  readonly picture: ExpectedPicture;
  /** As the provider brought it, before it was framed. */
  readonly painted?: Raster;
}

/** The gates that warn or fail, as `generate` asks them. */
export function alarmsOf({ picture, painted }: Sample): readonly GateResult[] {
  const gates = checkPicture(picture).filter(({ status }) => status !== 'pass');
  return painted && picture.free ? [...gates, ...checkPainted(painted, picture)] : gates;
}
