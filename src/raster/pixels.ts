import type { Raster } from './raster.ts';

/**
 * The picture with one number a pixel, for counting, comparing and moving whole pixels. The bytes lie in the machine's
 * order, so never take a channel out of a number. Shares memory with `rgba` where alignment allows: read only.
 */
export function wholePixels({ rgba }: Raster): Uint32Array {
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : rgba.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}
