import type { Raster } from '../raster/raster.ts';

/**
 * The picture with every visible stretch of a row or column that is shorter than `shortest` pixels made that long
 * around its middle, so that hairlines survive being drawn smaller. Only alpha is changed.
 */
export function thickenRuns(source: Raster, shortest: number): Raster {
  const result = { ...source, rgba: source.rgba.slice() };
  const { width, height } = source;
  for (let y = 0; y < height; y++) thickenLine(source, result, { start: y * width, step: 1, length: width }, shortest);
  for (let x = 0; x < width; x++) thickenLine(source, result, { start: x, step: width, length: height }, shortest);
  return result;
}

interface Line {
  readonly start: number;
  readonly step: number;
  readonly length: number;
}

const SOLID = 128;

function thickenLine(source: Raster, result: Raster, line: Line, shortest: number): void {
  const alphaAt = (place: number): number => (line.start + place * line.step) * 4 + 3;
  let first = 0;
  for (let place = 0; place <= line.length; place++) {
    if (place < line.length && (source.rgba[alphaAt(place)] ?? 0) >= SOLID) continue;
    const length = place - first;
    if (length > 0 && length < shortest) {
      const middle = first - Math.floor((shortest - length) / 2);
      const begin = Math.max(0, Math.min(middle, line.length - shortest));
      const end = Math.min(line.length, begin + shortest);
      for (let filled = begin; filled < end; filled++) result.rgba[alphaAt(filled)] = 255;
    }
    first = place + 1;
  }
}
