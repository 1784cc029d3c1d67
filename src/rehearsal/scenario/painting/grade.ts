import { sha256 } from '../../../hash.ts';
import type { StyleName } from '../../../pack/pack.ts';
import type { Raster } from '../../../raster/raster.ts';

/** The hand that paints in the place of the one the words ask for, so that two services differ in more than in colour. */
export const OTHER_STYLES: { readonly [style in StyleName]: StyleName } = {
  pixel: 'pixel',
  cartoon: 'painterly',
  painterly: '3d',
  '3d': 'painterly',
  flat: 'painterly',
};

export function saltSeed(seed: number): number {
  return (Math.abs(Math.trunc(seed)) * 31 + 7907) % 2 ** 31;
}

/** Gain and lift of red, green and blue: a warm afternoon, with soft blacks. Out of 256, so that all stays whole numbers. */
const WARM = { gain: [220, 206, 162], lift: [20, 14, 10] } as const;
/** Where the painter knows one way only to draw what the words say, seeds differ in tone at least: by up to so much gain. */
const TONES = 16;

/** The picture in the service's own warm light; alpha stays. */
export function grade({ width, height, rgba }: Raster, seed: number): Raster {
  const tone = sha256(String(seed));
  const gains = WARM.gain.map((gain, channel) => gain + (Number.parseInt(tone.charAt(channel), 16) * TONES) / 16);
  const warm = new Uint8Array(rgba.length);
  for (let i = 0; i < rgba.length; i += 4) {
    for (const channel of [0, 1, 2] as const)
      warm[i + channel] = (((rgba[i + channel] ?? 0) * (gains[channel] ?? 0)) >> 8) + WARM.lift[channel];
    warm[i + 3] = rgba[i + 3] ?? 0;
  }
  return { width, height, rgba: warm };
}
