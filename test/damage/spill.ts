import { crop } from '../../src/raster/crop.ts';
import { copyOf, fillRect, groundOf, onePerPlace, type SheetDamage } from './sheet-damage.ts';
import { createRandom } from './random.ts';
import { lay } from './lay.ts';

/** Draws what each cell shows larger and beside its place, over its neighbours and the gutters. */
export const spill: SheetDamage = (raster, cells, strength, seed) => {
  if (strength === 0) return copyOf(raster);
  const next = createRandom(seed);
  const spoiled = copyOf(raster);
  const places = onePerPlace(cells);
  const grounds = places.map((cell) => groundOf(raster, cell));
  for (const [index, cell] of places.entries()) fillRect(spoiled, cell, grounds[index] ?? [0, 0, 0, 0]);
  const angle = next() * 2 * Math.PI;
  for (const [index, cell] of places.entries()) {
    const scale = 1 + 0.25 * strength;
    const [dx, dy] = [Math.cos(angle) * 0.35 * strength, Math.sin(angle) * 0.35 * strength];
    const x = Math.round(cell.x + cell.width * (dx - (scale - 1) / 2));
    const y = Math.round(cell.y + cell.height * (dy - (scale - 1) / 2));
    lay(spoiled, crop(raster, cell), { x, y, scale, ground: grounds[index] ?? [0, 0, 0, 0] });
  }
  return spoiled;
};
