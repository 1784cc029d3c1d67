import { type Damage, edited } from './damage.ts';
import { createRandom } from './random.ts';

/** Grain in every channel, up to ±40 levels. */
export const noise: Damage = (raster, strength, seed) =>
  edited(raster, (rgba) => {
    const random = createRandom(seed);
    for (let i = 0; i < rgba.length; i++) {
      if (i % 4 === 3) continue;
      const grain = (random() + random() + random() - 1.5) * (80 / 3) * 2 * strength;
      rgba[i] = Math.max(0, Math.min(255, Math.round((rgba[i] ?? 0) + grain)));
    }
  });
