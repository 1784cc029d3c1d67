import type { Raster } from '../../src/raster/raster.ts';
import type { Damage } from './damage.ts';

/** Out of focus: a Gaussian of up to 1 % of the diagonal and two pixels, alpha and all. */
export const blur: Damage = (raster, strength) => {
  const sigma = strength * (2 + Math.hypot(raster.width, raster.height) / 100);
  if (sigma === 0) return raster;
  const kernel = gaussian(sigma);
  const planes = premultiply(raster);
  const { width, height } = raster;
  const wide = planes.map((plane) => convolve(plane, kernel, { count: height, length: width, next: width, step: 1 }));
  const done = wide.map((plane) => convolve(plane, kernel, { count: width, length: height, next: 1, step: width }));
  return straighten(raster, done);
};

function gaussian(sigma: number): readonly number[] {
  const radius = Math.ceil(sigma * 3);
  const weights = Array.from({ length: radius * 2 + 1 }, (_, i) => Math.exp(-((i - radius) ** 2) / (2 * sigma ** 2)));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

function premultiply({ rgba, width, height }: Raster): readonly Float64Array[] {
  return [0, 1, 2, 3].map((c) =>
    Float64Array.from({ length: width * height }, (_, i) =>
      c === 3 ? (rgba[i * 4 + 3] ?? 0) : ((rgba[i * 4 + c] ?? 0) * (rgba[i * 4 + 3] ?? 0)) / 255,
    ),
  );
}

interface Lines {
  readonly count: number;
  readonly length: number;
  readonly next: number;
  readonly step: number;
}

function convolve(plane: Float64Array, kernel: readonly number[], lines: Lines): Float64Array {
  const result = new Float64Array(plane.length);
  const radius = (kernel.length - 1) / 2;
  for (let line = 0; line < lines.count; line++) {
    for (let at = 0; at < lines.length; at++) {
      let sum = 0;
      for (let k = -radius; k <= radius; k++) {
        const from = Math.max(0, Math.min(lines.length - 1, at + k));
        sum += (kernel[k + radius] ?? 0) * (plane[line * lines.next + from * lines.step] ?? 0);
      }
      result[line * lines.next + at * lines.step] = sum;
    }
  }
  return result;
}

function straighten({ width, height }: Raster, [red, green, blue, alpha]: readonly Float64Array[]): Raster {
  const rgba = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    const cover = alpha?.[i] ?? 0;
    const share = cover === 0 ? 0 : 255 / cover;
    const pixel = [red, green, blue].map((plane) => Math.min(255, Math.round((plane?.[i] ?? 0) * share)));
    rgba.set([...pixel, Math.round(cover)], i * 4);
  }
  return { width, height, rgba };
}
