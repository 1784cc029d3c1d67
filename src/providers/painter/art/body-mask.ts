import type { Mask } from '../../../raster/mask.ts';
import type { Stencil } from './stencil.ts';

/** A mask of the box, reduced to painted pixels and cut to where it covers anything. */
export function stencilOfMask(mask: Mask, origin: readonly [number, number], size: Grown): Stencil {
  const coverage = new Uint8Array(size.width * size.height);
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++) coverage[y * size.width + x] = meanCover(mask, origin, size.cell, x, y);
  return trim({ x: 0, y: 0, width: size.width, height: size.height, coverage });
}

interface Grown {
  readonly width: number;
  readonly height: number;
  readonly cell: number;
}

function meanCover(mask: Mask, [left, top]: readonly [number, number], cell: number, x: number, y: number): number {
  let sum = 0;
  for (let dy = 0; dy < cell; dy++)
    for (let dx = 0; dx < cell; dx++) {
      const [column, row] = [left + x * cell + dx, top + y * cell + dy];
      if (column < mask.width && row < mask.height) sum += mask.coverage[row * mask.width + column] ?? 0;
    }
  return Math.round(sum / (cell * cell));
}

function trim(stencil: Stencil): Stencil {
  let [left, top, right, bottom] = [stencil.width, stencil.height, 0, 0];
  for (let y = 0; y < stencil.height; y++)
    for (let x = 0; x < stencil.width; x++) {
      if (stencil.coverage[y * stencil.width + x] === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
    }
  const [width, height] = [Math.max(0, right - left), Math.max(0, bottom - top)];
  const coverage = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = (y + top) * stencil.width + left;
    coverage.set(stencil.coverage.subarray(row, row + width), y * width);
  }
  return { x: left, y: top, width, height, coverage };
}

/** The stencil without a rim of the given width in pixels. */
export function erode(stencil: Stencil, rim: number): Stencil {
  const distance = distanceInside(stencil);
  const coverage = stencil.coverage.map((value, index) => {
    const beyond = (distance[index] ?? 0) / 3 - rim;
    return beyond <= 0 ? 0 : beyond >= 1 ? value : Math.round(value * beyond);
  });
  return { ...stencil, coverage };
}

/** Chamfer distance to the nearest pixel that is not covered by half, in thirds of a pixel. */
function distanceInside({ width, height, coverage }: Stencil): Int32Array {
  const distance = new Int32Array(width * height);
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : (distance[y * width + x] ?? 0);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if ((coverage[y * width + x] ?? 0) < 128) continue;
      distance[y * width + x] = Math.min(
        at(x - 1, y) + 3,
        at(x, y - 1) + 3,
        at(x - 1, y - 1) + 4,
        at(x + 1, y - 1) + 4,
      );
    }
  for (let y = height - 1; y >= 0; y--)
    for (let x = width - 1; x >= 0; x--) {
      const near = Math.min(at(x + 1, y) + 3, at(x, y + 1) + 3, at(x + 1, y + 1) + 4, at(x - 1, y + 1) + 4);
      distance[y * width + x] = Math.min(distance[y * width + x] ?? 0, near);
    }
  return distance;
}
