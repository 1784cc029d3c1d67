import { latticeStep } from './count-colours.ts';
import type { Metric, Measures } from './metric.ts';
import type { Study } from './study.ts';

export const SHARPNESS: Metric = {
  name: 'sharpness',
  title: 'Sharpness',
  unit: 'share',
  range: [0, 1],
  better: 'more',
  about:
    'How much the steps between neighbouring pixels would lose if the picture were blurred along them; each step counts by its square. A sharp edge loses nearly all, whatever it is of and however large the picture, so pixel art scores as high as crisp painting; one that is blurred already loses little. Of large pictures some rows and columns are looked at.',
  source:
    'After Crété-Roffet et al., "The blur effect: perception and estimation with a new no-reference perceptual blur metric" (2007).',
};

/** Absent for one flat colour. */
export function measureSharpness({ luma, raster: { width, height } }: Study): Measures {
  const step = 2 * latticeStep(width, height) - 1;
  const total = { steps: 0, kept: 0 };
  for (let y = 0; y < height; y += step) addLine(total, luma(), { start: y * width, length: width, stride: 1 });
  for (let x = 0; x < width; x += step) addLine(total, luma(), { start: x, length: height, stride: width });
  return total.steps === 0 ? {} : { sharpness: 1 - total.kept / total.steps };
}

interface Line {
  readonly start: number;
  readonly length: number;
  readonly stride: number;
}

/** Neighbours on either side that the blur takes the mean of. */
const REACH = 4;

/** With a running mean over nine pixels, whose step from one to the next is the difference of the two that come and go. */
function addLine(total: { steps: number; kept: number }, luma: Float32Array, { start, length, stride }: Line): void {
  const last = start + (length - 1) * stride;
  for (let i = 1; i < length; i++) {
    const at = start + i * stride;
    const step = Math.abs((luma[at] ?? 0) - (luma[at - stride] ?? 0));
    if (step < 0.5) continue;
    const coming = luma[Math.min(last, at + REACH * stride)] ?? 0;
    const going = luma[Math.max(start, at - (REACH + 1) * stride)] ?? 0;
    const blurred = Math.abs(coming - going) / (2 * REACH + 1);
    total.steps += step * step;
    total.kept += step * Math.min(step, blurred);
  }
}
