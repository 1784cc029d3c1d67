import type { Metric, Measures } from './metric.ts';
import type { Study } from './study.ts';
import { latticeStep } from './count-colours.ts';

export const CONTRAST: Metric = {
  name: 'contrast',
  title: 'Contrast',
  unit: 'share of white',
  range: [0, 0.5],
  better: 'neither',
  about:
    'How far the brightness of what is visible strays from its mean: the root of the mean square, each pixel by its opacity. A washed-out picture has little. Of large pictures a lattice of pixels is looked at.',
  source: 'RMS contrast (Peli, 1990) on Rec. 601 luma.',
};

/** Absent when nothing is visible. */
export function measureContrast({ raster: { width, height, rgba } }: Study): Measures {
  const step = latticeStep(width, height);
  let [mass, sum, squares] = [0, 0, 0];
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      const at = (y * width + x) * 4;
      const cover = (rgba[at + 3] ?? 0) / 255;
      if (cover === 0) continue;
      const luma = (0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0)) / 255;
      mass += cover;
      sum += cover * luma;
      squares += cover * luma * luma;
    }
  }
  return mass === 0 ? {} : { contrast: Math.sqrt(Math.max(0, squares / mass - (sum / mass) ** 2)) };
}
