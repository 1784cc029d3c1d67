import { studyPicture } from '../measure/study.ts';
import type { GateResult } from '../report/manifest.ts';
import { checkBlank } from './blank.ts';
import { checkCutOff } from './cut-off.ts';
import type { ExpectedPicture, Gate } from './expected-picture.ts';
import { checkHalo } from './halo.ts';
import { checkPalette } from './palette.ts';
import { checkSeam } from './seam.ts';
import { checkSheet } from './sheet.ts';
import { checkSize } from './size.ts';
import { checkSubjects } from './subjects.ts';
import { checkTransparency } from './transparency.ts';

export { asksForSeveral } from './asks-for-several.ts';
export { checkPainted } from './painted.ts';
export { checkSeam } from './seam.ts';
export { checkSheet } from './sheet.ts';
export type { ExpectedPicture } from './expected-picture.ts';

/** In the order of their results. */
const GATES: readonly Gate[] = [
  checkSize,
  checkTransparency,
  checkBlank,
  checkCutOff,
  checkSubjects,
  checkHalo,
  checkPalette,
];

/** All gates of a finished picture that apply to it, in a fixed order. Values are rounded to four decimals. */
export function checkPicture(picture: ExpectedPicture): readonly GateResult[] {
  const study = { ...picture, ...studyPicture(picture) };
  const found = GATES.flatMap((gate) => gate(study) ?? []);
  return [...found, ...checkSeam(picture), ...checkSheet(picture)].map(rounded);
}

function rounded(result: GateResult): GateResult {
  return result.value === undefined ? result : { ...result, value: Math.round(result.value * 1e4) / 1e4 };
}
