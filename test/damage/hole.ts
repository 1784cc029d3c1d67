import type { Raster } from '../../src/raster/raster.ts';
import { type Damage, edited } from './damage.ts';
import { createRandom } from './random.ts';

/** Up to three round holes torn into the inside of the subject, always in the same places, growing and never reaching the outside. */
export const hole: Damage = (raster, strength, seed) =>
  edited(raster, (rgba) => {
    const { width, height } = raster;
    for (const { x: centreX, y: centreY, radius } of chooseHoles(raster, seed)) {
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          if (Math.hypot(x - centreX, y - centreY) < strength * radius) rgba[(y * width + x) * 4 + 3] = 0;
        }
      }
    }
  });

interface Hole {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The first in the middle of the thickest place, the others somewhere thick. */
function chooseHoles({ width, height, rgba }: Raster, seed: number): readonly Hole[] {
  const depths = distances(width, height, rgba);
  const deepest = depths.reduce((most, depth) => Math.max(most, depth), 0);
  const random = createRandom(seed);
  const holes: Hole[] = [];
  for (let tries = 0; tries < 60 && holes.length < 3; tries++) {
    const place = tries === 0 ? depths.indexOf(deepest) : Math.floor(random() * depths.length);
    const next = { x: place % width, y: Math.floor(place / width), radius: (depths[place] ?? 0) * 0.6 };
    const isApart = holes.every(({ x, y, radius }) => Math.hypot(x - next.x, y - next.y) > radius + next.radius + 3);
    if (next.radius >= deepest * 0.2 && isApart) holes.push(next);
  }
  return holes;
}

/** From each opaque pixel to the nearest that is not, in steps along the axes; two passes (Rosenfeld and Pfaltz, 1966). */
function distances(width: number, height: number, rgba: Uint8Array): readonly number[] {
  const depths = Array.from({ length: width * height }, () => 0);
  const relax = (x: number, y: number, step: -1 | 1): void => {
    if ((rgba[(y * width + x) * 4 + 3] ?? 0) < 255) return;
    const place = y * width + x;
    const isEdge = x === 0 || y === 0 || x === width - 1 || y === height - 1;
    const nearer = isEdge ? 0 : Math.min(depths[place + step] ?? 0, depths[place + step * width] ?? 0);
    depths[place] = step < 0 ? nearer + 1 : Math.min(depths[place] ?? 0, nearer + 1);
  };
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) relax(x, y, -1);
  for (let y = height - 1; y >= 0; y--) for (let x = width - 1; x >= 0; x--) relax(x, y, 1);
  return depths.map((depth) => depth / Math.SQRT2);
}
