import type { ExpectedPicture } from '../../../src/check/index.ts';
import type { Raster } from '../../../src/raster/raster.ts';
import type { Bases } from '../bases.ts';
import type { Dice } from '../dice.ts';
import type { Sample } from '../sample.ts';

/** Spoils a good picture in one way that anybody sees; the group is left to the caller. */
export type Spoil = (dice: Dice, bases: Bases) => Omit<Sample, 'group'>;

export function spoilt(name: string, picture: ExpectedPicture, raster: Raster): Omit<Sample, 'group'> {
  return { name: `${name}, ${picture.width} x ${picture.height}`, picture: { ...picture, raster } };
}
