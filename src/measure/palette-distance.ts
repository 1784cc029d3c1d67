import type { Metric, Measures } from './metric.ts';
import { difference, type Lab, toOklab } from './oklab.ts';
import type { Study } from './study.ts';

export const PALETTE_DISTANCE: Metric = {
  name: 'palette-distance',
  title: 'Distance from the palette',
  unit: 'ΔE',
  range: [0, Infinity],
  better: 'less',
  about:
    "How far the picture's colours are from those of the pack: the mean over all visible pixels of the difference to the nearest colour of the palette, in OKLab × 100. Up to 5 is a shade of the same colours. Of large pictures a lattice of pixels is looked at.",
  source: 'Mean nearest-colour error of colour quantisation (Heckbert, 1982), in OKLab (Ottosson, 2020).',
};

/** Absent without a palette, or when nothing is visible. */
export function measurePaletteDistance({ colours, palette = [] }: Study): Measures {
  const groups = colours();
  const own = palette.map(([red, green, blue]) => toOklab(red, green, blue));
  if (own.length === 0 || groups.length === 0) return {};
  let sum = 0;
  let pixels = 0;
  for (const { lab, count } of groups) {
    sum += nearest(lab, own) * count;
    pixels += count;
  }
  return { 'palette-distance': sum / pixels };
}

function nearest(colour: Lab, palette: readonly Lab[]): number {
  let least = Infinity;
  for (const own of palette) least = Math.min(least, difference(colour, own));
  return least;
}
