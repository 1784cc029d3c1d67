import { type Damage, edited } from './damage.ts';

/** Everything fades to one flat colour; a cut-out to an even shade. */
export const fadeToFlat: Damage = (raster, strength) =>
  strength === 0
    ? raster
    : edited(raster, (rgba) => {
        const share = (at: number): number => (rgba[at + 3] ?? 0) / 255;
        const means = [0, 0, 0, 0];
        for (let at = 0; at < rgba.length; at += 4) {
          for (const c of [0, 1, 2]) means[c] = (means[c] ?? 0) + ((rgba[at + c] ?? 0) * share(at) * 4) / rgba.length;
          means[3] = (means[3] ?? 0) + (share(at) * 4) / rgba.length;
        }
        for (let at = 0; at < rgba.length; at += 4) {
          const cover = share(at) + ((means[3] ?? 0) - share(at)) * strength;
          for (const c of [0, 1, 2]) {
            const own = (rgba[at + c] ?? 0) * share(at);
            rgba[at + c] =
              cover === 0 ? 0 : Math.min(255, Math.round((own + ((means[c] ?? 0) - own) * strength) / cover));
          }
          rgba[at + 3] = Math.round(cover * 255);
        }
      });

/** Everything fades to nothing. */
export const fadeToTransparent: Damage = (raster, strength) =>
  edited(raster, (rgba) => {
    for (let i = 3; i < rgba.length; i += 4) rgba[i] = Math.round((rgba[i] ?? 0) * (1 - strength));
  });
