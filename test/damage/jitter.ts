import { crop } from '../../src/raster/crop.ts';
import { copyOf, fillRect, groundOf, onePerPlace, type SheetDamage } from './sheet-damage.ts';
import { createRandom } from './random.ts';
import { lay } from './lay.ts';

/** How far a cell's content moves at most, in shares of the cell. */
const REACH = 0.18;

/** Moves what each cell shows at random, and cuts it at the cell's border. */
export const jitter: SheetDamage = (raster, cells, strength, seed) => {
  const next = createRandom(seed);
  const spoiled = copyOf(raster);
  for (const cell of onePerPlace(cells)) {
    const move = (side: number): number => Math.round((next() * 2 - 1) * REACH * strength * side);
    const [dx, dy] = [move(cell.width), move(cell.height)];
    const ground = groundOf(raster, cell);
    fillRect(spoiled, cell, ground);
    lay(spoiled, crop(raster, cell), { x: cell.x + dx, y: cell.y + dy, scale: 1, ground, within: cell });
  }
  return spoiled;
};
