import { createRandom } from './random.ts';
import { copyOf, onePerPlace, type SheetDamage } from './sheet-damage.ts';

/** Gives every third cell other colours, less light and hard spots, as if somebody else had drawn it. */
export const oddCells: SheetDamage = (raster, cells, strength, seed) => {
  const next = createRandom(seed);
  const spoiled = copyOf(raster);
  const { width, rgba } = spoiled;
  for (const [index, { x, y, width: w, height: h }] of onePerPlace(cells).entries()) {
    if (index % 3 !== 1) continue;
    for (let row = y; row < y + h; row++)
      for (let at = (row * width + x) * 4, end = at + w * 4; at < end; at += 4) {
        const [red = 0, green = 0, blue = 0] = rgba.subarray(at, at + 3);
        const spot = (next() - 0.5) * 120;
        [blue, red, green].forEach((value, c) => {
          const own = rgba[at + c] ?? 0;
          const odd = own + strength * ((value - own) * 0.8 - 0.3 * own + spot);
          rgba[at + c] = Math.max(0, Math.min(255, Math.round(odd)));
        });
      }
  }
  return spoiled;
};
