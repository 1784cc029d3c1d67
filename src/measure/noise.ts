import type { Metric, Measures } from './metric.ts';
import { type Study, SUBJECT_ALPHA } from './study.ts';

export const NOISE: Metric = {
  name: 'noise',
  title: 'Noise',
  unit: 'levels',
  range: [0, Infinity],
  better: 'less',
  about:
    'How strong the grain is that lies over everything: the standard deviation of the brightness, in levels of 255, after edges and slopes are taken out. It is read in small squares inside the subject, and a square counts that a quarter of all are quieter than, so that detail in most places is no noise. Of large pictures some squares are looked at.',
  source: 'Immerkær, "Fast noise variance estimation" (1996), per square.',
};

const SQUARE = 8;
const MOST_SQUARES = 4096;
/** Pixels that a square must have inside the subject. */
const LEAST = 12;
const SCALE = Math.sqrt(Math.PI / 2) / 6;

/** Absent where no square of the subject is large enough. */
export function measureNoise(study: Study): Measures {
  const { width, height } = study.raster;
  const across = Math.ceil(width / SQUARE);
  const count = across * Math.ceil(height / SQUARE);
  const stride = Math.ceil(count / MOST_SQUARES);
  const grains: number[] = [];
  for (let square = 0; square < count; square += stride) {
    const grain = grainOf(study, (square % across) * SQUARE, Math.floor(square / across) * SQUARE);
    if (grain !== undefined) grains.push(grain);
  }
  grains.sort((a, b) => a - b);
  const quiet = grains[grains.length >> 2];
  return quiet === undefined ? {} : { noise: quiet * SCALE };
}

/** The mean answer to a kernel that is blind to planes and straight edges along the axes. */
function grainOf(study: Study, left: number, top: number): number | undefined {
  const { width, height } = study.raster;
  const luma = study.luma();
  const { levels } = study.opacity();
  let sum = 0;
  let count = 0;
  for (let y = Math.max(1, top); y < Math.min(height - 1, top + SQUARE); y++) {
    for (let x = Math.max(1, left); x < Math.min(width - 1, left + SQUARE); x++) {
      const at = y * width + x;
      if (!isInside(levels, at, width)) continue;
      const above = at - width;
      const below = at + width;
      const corners = (luma[above - 1] ?? 0) + (luma[above + 1] ?? 0) + (luma[below - 1] ?? 0) + (luma[below + 1] ?? 0);
      const sides = (luma[above] ?? 0) + (luma[below] ?? 0) + (luma[at - 1] ?? 0) + (luma[at + 1] ?? 0);
      sum += Math.abs(corners - 2 * sides + 4 * (luma[at] ?? 0));
      count++;
    }
  }
  return count < LEAST ? undefined : sum / count;
}

function isInside(levels: Uint8Array, at: number, width: number): boolean {
  return (
    isSubject(levels[at]) &&
    isSubject(levels[at - width - 1]) &&
    isSubject(levels[at - width + 1]) &&
    isSubject(levels[at + width - 1]) &&
    isSubject(levels[at + width + 1])
  );
}

function isSubject(level: number | undefined): boolean {
  return (level ?? 0) >= SUBJECT_ALPHA;
}
