import { resize } from '../../../src/raster/resize.ts';
import { finishSubject } from '../finish.ts';
import { type Spoil, spoilt } from './kind.ts';

/** Rounded to what a model paints, or of another aspect. */
export const size: Spoil = (dice, bases) => {
  const picture = dice.chance(0.5) ? bases.scene(dice) : finishSubject(bases.subject(dice), '').picture;
  const { width, height, raster } = picture;
  const [across, down] = dice.pick([
    [width + 1, height],
    [width, height - 2],
    [width * 2, height * 2],
    [Math.round(width / 64) * 64 + 64, height],
  ] as const);
  return spoilt('wrong size', picture, resize(raster, across, down, 'smooth'));
};
