import type { Raster } from '../raster/raster.ts';

/** Fainter pixels are nothing. */
export const EMPTY = 8;
/** More opaque ones are all there. */
export const SOLID = 240;

/** Places that show something beside one that shows nothing, row by row; the picture's own border is none. */
export function findEdge({ width, height, rgba }: Raster): readonly number[] {
  const edge: number[] = [];
  const isEmpty = (place: number): boolean => (rgba[place * 4 + 3] ?? 0) < EMPTY;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const place = y * width + x;
      if (isEmpty(place)) continue;
      if (isEmpty(place - 1) || isEmpty(place + 1) || isEmpty(place - width) || isEmpty(place + width))
        edge.push(place);
    }
  }
  return edge;
}

/** The direction in which opacity grows, one pixel along its longer axis; twice 0 where there is none. */
export function inwards({ width, height, rgba }: Raster, start: number): readonly [x: number, y: number] {
  const [startX, startY] = [start % width, Math.floor(start / width)];
  let [sumX, sumY] = [0, 0];
  for (let y = Math.max(0, startY - 2); y <= Math.min(height - 1, startY + 2); y++) {
    for (let x = Math.max(0, startX - 2); x <= Math.min(width - 1, startX + 2); x++) {
      const alpha = rgba[(y * width + x) * 4 + 3] ?? 0;
      sumX += (x - startX) * alpha;
      sumY += (y - startY) * alpha;
    }
  }
  const length = Math.max(Math.abs(sumX), Math.abs(sumY));
  return length === 0 ? [0, 0] : [sumX / length, sumY / length];
}
