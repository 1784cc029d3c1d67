import { mapNumbers, type Plane } from './plane.ts';

/** A one-channel plane with every pixel the mean of its neighbourhood. */
export function blur(plane: Plane, radius: number): Plane {
  if (radius <= 0) return plane;
  const along = (source: Plane, stepX: number, stepY: number): Plane =>
    mapNumbers(source, (_value, pixel) => {
      const [x, y] = [pixel % source.width, Math.floor(pixel / source.width)];
      let sum = 0;
      for (let i = -radius; i <= radius; i += 1) {
        const [column, row] = [clamp(x + i * stepX, source.width), clamp(y + i * stepY, source.height)];
        sum += source.data[row * source.width + column] ?? 0;
      }
      return sum / (2 * radius + 1);
    });
  return along(along(plane, 1, 0), 0, 1);
}

function clamp(position: number, length: number): number {
  return Math.max(0, Math.min(length - 1, position));
}
