import { findParts, type Part, type Plane } from './find-parts.ts';
import type { Metric, Measures } from './metric.ts';
import { type Study, SUBJECT_ALPHA } from './study.ts';

export const HOLES: Metric = {
  name: 'holes',
  title: 'Holes',
  unit: 'share of the subject',
  range: [0, 1],
  better: 'less',
  about:
    'How much of the subject is eaten away from within: what is more transparent than all around it and has no way out, at four levels of opacity, as a share of the subject with its holes filled. Rings and ladders have holes by nature; what a matte tore is told by comparing.',
  source: 'Connected components (Rosenfeld and Pfaltz, 1966) of the level sets of the opacity.',
};

export const HOLE_COUNT: Metric = {
  name: 'hole-count',
  title: 'Number of holes',
  unit: 'holes',
  range: [0, Infinity],
  better: 'less',
  about: 'How many enclosed regions of the subject are more transparent than opaque.',
  source: 'See holes.',
};

const LEVELS = [32, 96, 160, 224] as const;

/** Only of cut-outs that show something. */
export function measureHoles({ alpha, opacity, opacities }: Study): Measures {
  const shares = alpha === 'cut-out' ? LEVELS.map((level) => holeShare(opacity(), opacities(), level)) : [];
  if (shares[0] === undefined) return {};
  const holes = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0) / LEVELS.length;
  return { holes, 'hole-count': findHoles(opacity(), SUBJECT_ALPHA).length };
}

/** What is below the level and cannot be reached from the border. */
export function findHoles(plane: Plane, level: number): readonly Part[] {
  return findParts(plane, { below: level, diagonal: false }).filter(({ isOpen }) => !isOpen);
}

/** Undefined when nothing reaches the level. */
function holeShare(plane: Plane, opacities: Uint32Array, level: number): number | undefined {
  const hollow = findHoles(plane, level).reduce((sum, { area }) => sum + area, 0);
  const solid = opacities.subarray(level).reduce((sum, count) => sum + count, 0);
  return solid === 0 ? undefined : hollow / (hollow + solid);
}
