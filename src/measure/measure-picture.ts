import type { Measures } from './metric.ts';
import { measureSheet } from './measure-sheet.ts';
import type { MeasuredPicture } from './picture.ts';
import { PICTURE_MEASURES } from './picture-metrics.ts';
import { type Measure, studyPicture } from './study.ts';

const MEASURES: readonly Measure[] = [...PICTURE_MEASURES, measureSheet];

/** All that can be measured in a picture, to four decimals: more would not be the same on every machine. */
export function measurePicture(picture: MeasuredPicture): Measures {
  const study = studyPicture(picture);
  const measured = MEASURES.flatMap((measure) => Object.entries(measure(study)));
  return Object.fromEntries(measured.map(([name, value]) => [name, Math.round(value * 1e4) / 1e4]));
}
