import { type Damage, edited } from './damage.ts';

/** Fewer levels a channel: 256 at strength 0, 6 at strength 1, in even ratios. */
export const banding: Damage = (raster, strength) =>
  edited(raster, (rgba) => {
    const levels = 256 * (6 / 256) ** strength;
    const step = 255 / (levels - 1);
    for (let i = 0; i < rgba.length; i++) {
      if (i % 4 !== 3) rgba[i] = Math.min(255, Math.round(Math.round((rgba[i] ?? 0) / step) * step));
    }
  });
