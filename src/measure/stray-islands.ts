import type { Part } from './find-parts.ts';
import type { Metric, Measures } from './metric.ts';
import type { Study } from './study.ts';

export const STRAY_ISLANDS: Metric = {
  name: 'stray-islands',
  title: 'Stray islands',
  unit: 'parts',
  range: [0, Infinity],
  better: 'less',
  about:
    'How many specks stand apart from the subject: connected parts with less than a fiftieth of the area of the largest. Crumbs that a matte left behind, but also sparks and drops that belong to the picture.',
  source: 'Connected components (Rosenfeld and Pfaltz, 1966), over corners as well.',
};

export const STRAY_AREA: Metric = {
  name: 'stray-area',
  title: 'Area of stray islands',
  unit: 'share of the subject',
  range: [0, 1],
  better: 'less',
  about: "How much of the subject's area lies in stray islands.",
  source: 'See stray-islands.',
};

/** Against the largest part. */
const STRAY = 0.02;

/** Only of cut-outs that show something. */
export function measureStrayIslands({ alpha, parts }: Study): Measures {
  if (alpha !== 'cut-out' || parts().length === 0) return {};
  const largest = Math.max(...parts().map(({ area }) => area));
  const strays = parts().filter(({ area }) => area < largest * STRAY);
  return { 'stray-islands': strays.length, 'stray-area': areaOf(strays) / areaOf(parts()) };
}

function areaOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { area }) => sum + area, 0);
}
