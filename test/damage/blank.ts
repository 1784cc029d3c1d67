import { type Damage, edited } from './damage.ts';

/** Everything fades to one flat colour. */
export const fadeToFlat: Damage = (raster, strength) =>
  edited(raster, (rgba) => {
    const mean = [0, 1, 2, 3].map((c) => {
      let sum = 0;
      for (let i = c; i < rgba.length; i += 4) sum += rgba[i] ?? 0;
      return (sum * 4) / rgba.length;
    });
    for (let i = 0; i < rgba.length; i++) {
      const own = rgba[i] ?? 0;
      rgba[i] = Math.round(own + ((mean[i % 4] ?? 0) - own) * strength);
    }
  });

/** Everything fades to nothing. */
export const fadeToTransparent: Damage = (raster, strength) =>
  edited(raster, (rgba) => {
    for (let i = 3; i < rgba.length; i += 4) rgba[i] = Math.round((rgba[i] ?? 0) * (1 - strength));
  });
