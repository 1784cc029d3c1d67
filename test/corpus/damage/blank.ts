import type { Raster } from '../../../src/raster/raster.ts';
import type { Dice } from '../dice.ts';
import { hash, anyColour } from '../paints.ts';
import { finishSubject } from '../finish.ts';
import { type Spoil, spoilt } from './kind.ts';
import { remade } from './pixels.ts';

/** What comes from a safety filter, a broken decoder or a model without weights. */
export const blank: Spoil = (dice, bases) => {
  const picture = dice.pick([
    () => bases.scene(dice),
    () => bases.sheet(dice, ['sprite', 'variation', 'tile']),
    () => finishSubject(bases.subject(dice), '').picture,
  ])();
  const [name, raster] = emptied(picture.raster, dice, picture.alpha !== 'opaque');
  return spoilt(name, picture, raster);
};

function emptied(raster: Raster, dice: Dice, canBeClear: boolean): readonly [string, Raster] {
  const [rgb, seed] = [anyColour(dice), dice.whole(0, 9999)];
  const level = dice.between(1, 5);
  const choices = {
    black: () => [0, 0, 0, 255],
    white: () => [255, 255, 255, 255],
    'one colour': () => [...rgb, 255],
    'a trace of noise': (x: number, y: number) => [
      ...rgb.map((value, c) => value + level * (2 * hash(x, y, seed + c) - 1)),
      255,
    ],
    'black of a JPEG': (x: number, y: number) => [...rgb.map((_, c) => 4 * hash(x >> 3, y >> 3, seed + c)), 255],
    ...(canBeClear ? { empty: () => [0, 0, 0, 0] } : {}),
  };
  const names = Object.keys(choices) as [keyof typeof choices];
  const name = dice.pick(names);
  return [name, remade(raster, (_, x, y) => choices[name]?.(x, y) ?? [0, 0, 0, 0])];
}
