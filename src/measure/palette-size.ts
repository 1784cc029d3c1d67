import type { ColourGroup } from './count-colours.ts';
import type { Metric, Measures } from './metric.ts';
import type { Study } from './study.ts';

export const PALETTE_SIZE: Metric = {
  name: 'palette-size',
  title: 'Size of the palette',
  unit: 'colours',
  range: [0, Infinity],
  better: 'neither',
  about:
    'How many colours can be told apart: boxes of 4 ΔE in OKLab that hold at least one visible pixel of 2,000. Never more than the colours that the picture really has. Of large pictures a lattice of pixels is looked at.',
  source: 'Own count in OKLab (Ottosson, 2020).',
};

/** ΔE × 100. */
const BOX = 4;
const LEAST_SHARE = 1 / 2000;

/** Absent when nothing is visible. */
export function measurePaletteSize({ colours }: Study): Measures {
  const groups = colours();
  if (groups.length === 0) return {};
  const pixels = groups.reduce((sum, { count }) => sum + count, 0);
  return { 'palette-size': countBoxes(groups, pixels * LEAST_SHARE) };
}

function countBoxes(groups: readonly ColourGroup[], least: number): number {
  const boxes = new Map<number, number>();
  for (const { lab, count } of groups) {
    const [l, a, b] = lab.map((value) => Math.floor(value / BOX) + 64);
    const key = ((l ?? 0) * 128 + (a ?? 0)) * 128 + (b ?? 0);
    boxes.set(key, (boxes.get(key) ?? 0) + count);
  }
  return [...boxes.values()].filter((count) => count >= least).length;
}
