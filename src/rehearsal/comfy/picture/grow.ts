import { mapNumbers, type Plane } from './plane.ts';

/** Grows a one-channel plane by pixels, or shrinks it by negative ones; tapered corners spare the diagonals. */
export function growMask(plane: Plane, pixels: number, isTapered: boolean): Plane {
  const pick = pixels < 0 ? Math.min : Math.max;
  let grown = plane;
  for (let round = 0; round < Math.min(MOST_ROUNDS, Math.abs(pixels)); round += 1) {
    const { data, width, height } = grown;
    const at = (x: number, y: number): number =>
      data[Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x))] ?? 0;
    grown = mapNumbers(grown, (value, pixel) => {
      const [x, y] = [pixel % width, Math.floor(pixel / width)];
      const straight = pick(value, at(x - 1, y), at(x + 1, y), at(x, y - 1), at(x, y + 1));
      if (isTapered) return straight;
      return pick(straight, at(x - 1, y - 1), at(x + 1, y - 1), at(x - 1, y + 1), at(x + 1, y + 1));
    });
  }
  return grown;
}

const MOST_ROUNDS = 512;
