import type { Metric, Measures } from './metric.ts';
import type { Study } from './study.ts';

export const COVERAGE: Metric = {
  name: 'coverage',
  title: 'Coverage',
  unit: 'share',
  range: [0, 1],
  better: 'neither',
  about:
    'How much of the picture is subject: the mean opacity of all pixels. A cut-out that covers nearly nothing lost its subject, and one that covers nearly everything kept its background.',
  source: 'Own count.',
};

/** Absent for opaque pictures. */
export function measureCoverage({ alpha, opacities }: Study): Measures {
  if (alpha === 'opaque') return {};
  const counts = opacities();
  const pixels = counts.reduce((sum, count) => sum + count, 0);
  const cover = counts.reduce((sum, count, level) => sum + count * level, 0);
  return { coverage: cover / (pixels * 255) };
}
