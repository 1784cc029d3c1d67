import { latticeStep } from './count-colours.ts';
import type { Metric, Measures } from './metric.ts';
import type { Study } from './study.ts';

export const FLATNESS: Metric = {
  name: 'flatness',
  title: 'Flatness',
  unit: 'share',
  range: [0, 1],
  better: 'neither',
  about:
    'How near the picture is to one flat colour or to nothing: from how little its pixels stray from their mean, transparency being part of it, and how little the visible ones do. 1 is blank, or one flat silhouette. Of large pictures a lattice of pixels is looked at.',
  source: 'Own count; RMS deviation in premultiplied RGBA and in RGB.',
};

/** Levels within which a picture is as good as flat. */
const STRAY = 20;

export function measureFlatness({ raster: { width, height, rgba } }: Study): Measures {
  const step = latticeStep(width, height);
  let [pixels, mass, energyWhole, energyVisible] = [0, 0, 0, 0];
  let [sumRed, sumGreen, sumBlue] = [0, 0, 0];
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      const at = (y * width + x) * 4;
      const [red, green, blue, alpha] = [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0, rgba[at + 3] ?? 0];
      const cover = alpha / 255;
      const energy = red * red + green * green + blue * blue;
      pixels++;
      mass += cover;
      sumRed += red * cover;
      sumGreen += green * cover;
      sumBlue += blue * cover;
      energyVisible += energy * cover;
      energyWhole += energy * cover * cover + alpha * alpha;
    }
  }
  const colours = sumRed ** 2 + sumGreen ** 2 + sumBlue ** 2;
  const whole = depthOf(energyWhole / pixels - (colours + (mass * 255) ** 2) / pixels ** 2);
  const visible = mass === 0 ? 0 : depthOf(energyVisible / mass - colours / mass ** 2);
  return { flatness: 1 - Math.sqrt(whole * visible) };
}

/** From a variance over all channels: 0 for one colour, towards 1 for many. */
function depthOf(variance: number): number {
  return 1 - Math.exp(-Math.sqrt(Math.max(0, variance)) / STRAY);
}
