import type { Raster } from '../raster/raster.ts';
import { type Axis, bandOf, sampleEvery } from './seam-lines.ts';

/** Inner lines that are looked at. */
const SAMPLES = 64;

/**
 * How much the profile of a band of lines, along the edge, differs from that of the band before it: mean levels of the most
 * different channel, for a sample of inner lines and, last, across the seam.
 */
export function readBands(raster: Raster, axis: Axis): Float64Array {
  const count = axis === 'x' ? raster.width : raster.height;
  const band = bandOf(count);
  const [first, last] = [band - 1, count - band - 1];
  const samples = Math.max(1, Math.min(SAMPLES, last - first + 1));
  const found = new Float64Array(samples + 1);
  for (let i = 0; i < samples; i++)
    found[i] = profileStep(raster, axis, first + Math.round((i * (last - first)) / Math.max(1, samples - 1)), band);
  found[samples] = profileStep(raster, axis, count - 1, band);
  return found;
}

function profileStep({ width, height, rgba }: Raster, axis: Axis, line: number, band: number): number {
  const [count, length, step, next] = axis === 'x' ? [width, height, width * 4, 4] : [height, width, 4, width * 4];
  const every = sampleEvery(length);
  let sum = 0;
  for (let i = 0; i < length; i += every) {
    let red = 0;
    let green = 0;
    let blue = 0;
    let alpha = 0;
    for (let j = -band; j < band; j++) {
      const at = i * step + ((line + 1 + j + count) % count) * next;
      const a = rgba[at + 3] ?? 0;
      const signed = j < 0 ? -a : a;
      alpha += signed;
      red += (rgba[at] ?? 0) * signed;
      green += (rgba[at + 1] ?? 0) * signed;
      blue += (rgba[at + 2] ?? 0) * signed;
    }
    sum += Math.max(Math.abs(alpha), Math.abs(red) / 255, Math.abs(green) / 255, Math.abs(blue) / 255);
  }
  return sum / band / Math.ceil(length / every);
}
