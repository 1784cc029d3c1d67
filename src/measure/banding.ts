import { latticeStep } from './count-colours.ts';
import type { Metric, Measures } from './metric.ts';
import type { Study } from './study.ts';

export const BANDING: Metric = {
  name: 'banding',
  title: 'Banding',
  unit: 'levels',
  range: [0, 255],
  better: 'less',
  about:
    'How coarse the steps are that stand where colours should flow: the mean height of all steps between neighbouring pixels, each by its own height, where only false contours count. A false contour parts two flat stretches and changes some channels while another stands still, or is one of three like steps in a row; cel shading changes all channels at once, in one or two steps. Pixel art has none by definition. Of large pictures some rows and columns are looked at.',
  source: 'Own method, after false-contour detection (Daly and Feng, "Bit-depth extension", 2003).',
};

/** Absent where no two neighbours are opaque and differ. */
export function measureBanding({ isPixelArt, raster: { width, height, rgba } }: Study): Measures {
  if (isPixelArt) return { banding: 0 };
  const step = 2 * latticeStep(width, height) - 1;
  const total = { heights: 0, contours: 0 };
  for (let y = 0; y < height; y += step) addLine(total, rgba, { start: y * width, length: width, stride: 1 });
  for (let x = 0; x < width; x += step) addLine(total, rgba, { start: x, length: height, stride: width });
  return total.heights === 0 ? {} : { banding: total.contours / total.heights };
}

interface Total {
  heights: number;
  contours: number;
}

interface Line {
  readonly start: number;
  readonly length: number;
  readonly stride: number;
}

/** Smaller steps are those of 8 bits. */
const LEAST_STEP = 3;

function addLine(total: Total, rgba: Uint8Array, { start, length, stride }: Line): void {
  const stairs = { run: 0, red: 0, green: 0, blue: 0 };
  for (let i = 1; i < length; i++) {
    const at = (start + i * stride) * 4;
    const before = at - stride * 4;
    if ((rgba[at + 3] ?? 0) < 250 || (rgba[before + 3] ?? 0) < 250) {
      stairs.run = 0;
      continue;
    }
    const red = (rgba[at] ?? 0) - (rgba[before] ?? 0);
    const green = (rgba[at + 1] ?? 0) - (rgba[before + 1] ?? 0);
    const blue = (rgba[at + 2] ?? 0) - (rgba[before + 2] ?? 0);
    const height = Math.max(Math.abs(red), Math.abs(green), Math.abs(blue));
    total.heights += height;
    if (height < LEAST_STEP) continue;
    const isAlone =
      i > 1 && i < length - 1 && isFlat(rgba, before - stride * 4, before) && isFlat(rgba, at, at + stride * 4);
    const isLike =
      isAlone &&
      Math.abs(red - stairs.red) + Math.abs(green - stairs.green) + Math.abs(blue - stairs.blue) <=
        (isGrey(red, green, blue) ? 3 : 3 + height / 4);
    stairs.run = isAlone ? (isLike ? stairs.run + 1 : 1) : 0;
    stairs.red = red;
    stairs.green = green;
    stairs.blue = blue;
    if (
      isAlone &&
      (stairs.run >= (isGrey(red, green, blue) ? 2 : 3) ||
        isStill(rgba, at, red) ||
        isStill(rgba, at + 1, green) ||
        isStill(rgba, at + 2, blue))
    )
      total.contours += height * height;
  }
}

function isGrey(red: number, green: number, blue: number): boolean {
  return Math.abs(red - green) <= 1 && Math.abs(green - blue) <= 1;
}

/** A channel that does not move although it could. */
function isStill(rgba: Uint8Array, at: number, change: number): boolean {
  const level = rgba[at] ?? 0;
  return change === 0 && level > 0 && level < 255;
}

function isFlat(rgba: Uint8Array, one: number, other: number): boolean {
  return (
    Math.abs((rgba[one] ?? 0) - (rgba[other] ?? 0)) <= 1 &&
    Math.abs((rgba[one + 1] ?? 0) - (rgba[other + 1] ?? 0)) <= 1 &&
    Math.abs((rgba[one + 2] ?? 0) - (rgba[other + 2] ?? 0)) <= 1 &&
    rgba[one + 3] === rgba[other + 3]
  );
}
