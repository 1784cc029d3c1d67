import { createRandom } from './random.ts';
import { copyOf, fillRect, groundOf, onePerPlace, type SheetDamage } from './sheet-damage.ts';

/** Clears cells, at full strength all of them: to what their corner shows. */
export const emptyCells: SheetDamage = (raster, cells, strength, seed) => {
  const next = createRandom(seed);
  const spoiled = copyOf(raster);
  const places = onePerPlace(cells);
  const order = places.map((cell) => ({ cell, rank: next() })).sort((a, b) => a.rank - b.rank);
  for (const { cell } of order.slice(0, Math.round(strength * places.length)))
    fillRect(spoiled, cell, groundOf(raster, cell));
  return spoiled;
};
