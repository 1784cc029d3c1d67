import type { Plane } from './find-parts.ts';
import type { Metric, Measures } from './metric.ts';
import { type Study, SUBJECT_ALPHA } from './study.ts';

export const BORDER_CONTACT: Metric = {
  name: 'border-contact',
  title: 'Contact with the border',
  unit: 'share',
  range: [0, 1],
  better: 'less',
  about:
    "How much of the subject's outline runs along the picture's border. A whole subject has none or a little; one that was cut off has a long straight stretch there.",
  source: 'Own count, in sides of pixels.',
};

/** Only of cut-outs that show something. */
export function measureBorderContact({ alpha, opacity }: Study): Measures {
  if (alpha !== 'cut-out') return {};
  const { border, inside } = countOutline(opacity());
  return border + inside === 0 ? {} : { 'border-contact': border / (border + inside) };
}

/** How many sides of the subject's pixels lie on the border, and how many beside transparent pixels. */
function countOutline({ width, height, levels }: Plane): { readonly border: number; readonly inside: number } {
  let border = 0;
  let inside = 0;
  for (let y = 0, place = 0; y < height; y++) {
    for (let x = 0; x < width; x++, place++) {
      const isIn = (levels[place] ?? 0) >= SUBJECT_ALPHA;
      if (isIn) border += Number(x === 0) + Number(y === 0) + Number(x === width - 1) + Number(y === height - 1);
      if (x > 0 && isIn !== (levels[place - 1] ?? 0) >= SUBJECT_ALPHA) inside++;
      if (y > 0 && isIn !== (levels[place - width] ?? 0) >= SUBJECT_ALPHA) inside++;
    }
  }
  return { border, inside };
}
