import { type Damage, edited } from './damage.ts';

/** All hues turned by up to 90 degrees around the grey axis. */
export const turnedHue: Damage = (raster, strength) =>
  edited(raster, (rgba) => {
    const cos = Math.cos((strength * Math.PI) / 2);
    const sin = Math.sin((strength * Math.PI) / 2);
    const [a, b] = [(1 - cos) / 3, sin / Math.sqrt(3)];
    for (let i = 0; i < rgba.length; i += 4) {
      const [red = 0, green = 0, blue = 0] = rgba.subarray(i, i + 3);
      rgba[i] = level(red * (cos + a) + green * (a - b) + blue * (a + b));
      rgba[i + 1] = level(red * (a + b) + green * (cos + a) + blue * (a - b));
      rgba[i + 2] = level(red * (a - b) + green * (a + b) + blue * (cos + a));
    }
  });

/** Everything leans towards a colour that the pack does not have. */
export function foreignColour(colour: readonly [red: number, green: number, blue: number]): Damage {
  return (raster, strength) =>
    edited(raster, (rgba) => {
      for (let i = 0; i < rgba.length; i++) {
        const own = rgba[i] ?? 0;
        if (i % 4 !== 3) rgba[i] = level(own + ((colour[i % 4] ?? 0) - own) * strength);
      }
    });
}

function level(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}
