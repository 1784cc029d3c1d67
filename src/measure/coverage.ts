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
export function measureCoverage({ alpha, opacity }: Study): Measures {
  if (alpha === 'opaque') return {};
  return { coverage: meanLevel(opacity().levels) / 255 };
}

function meanLevel(levels: Uint8Array): number {
  let sum = 0;
  for (const level of levels) sum += level;
  return levels.length === 0 ? 0 : sum / levels.length;
}
