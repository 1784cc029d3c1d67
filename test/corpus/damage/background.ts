import type { Raster, Rgba } from '../../../src/raster/raster.ts';
import type { Dice } from '../dice.ts';
import { finishSubject } from '../finish.ts';
import { anyColour, lit, noise } from '../paints.ts';
import type { Spoil } from './kind.ts';
import { boundsOf, onto, opaque, remade } from './pixels.ts';

/** A background that was not removed, or not wholly. */
export const background: Spoil = (dice, bases) => {
  const subject = bases.subject(dice, 48, 0.8);
  const [name, ground] = leftGround(dice, subject.painted);
  const painted = remade(subject.painted, onto(ground));
  const { picture, ...rest } = finishSubject({ ...subject, painted, name: `${subject.name}: ${name}` }, '');
  // Not every tool keeps the picture as it was painted.
  return dice.chance(0.5) ? { ...rest, picture } : { name: rest.name, picture };
};

type Ground = (x: number, y: number) => Rgba;

function leftGround(dice: Dice, { width, height, ...raster }: Raster): readonly [string, Ground] {
  const [rgb, seed] = [dice.pick([anyColour(dice), [255, 255, 255], [128, 128, 128]] as const), dice.whole(0, 9999)];
  const far = (x: number, y: number): number => Math.hypot(x / width - 0.5, y / height - 0.5);
  const [left, top, right, bottom] = boundsOf({ width, height, ...raster });
  const pad = 0.05 * width;
  const square = width / dice.whole(10, 20);
  const veil = dice.between(45, 120);
  const isInBox = (x: number, y: number): boolean =>
    x > left - pad && y > top - pad && x < right + pad && y < bottom + pad;
  const choices = {
    'plain ground': () => opaque(rgb),
    scene: (x: number, y: number) => opaque(lit(rgb, 0.7 + 0.5 * noise((x * 6) / width, (y * 6) / height, seed))),
    checkerboard: (x: number, y: number): Rgba =>
      (Math.floor(x / square) + Math.floor(y / square)) % 2 ? [204, 204, 204, 255] : [255, 255, 255, 255],
    vignette: (x: number, y: number): Rgba => [90, 90, 96, 200 * Math.max(0, Math.min(1, (far(x, y) - 0.25) * 3))],
    veil: (): Rgba => [rgb[0], rgb[1], rgb[2], veil],
    plate: (x: number, y: number): Rgba => (isInBox(x, y) ? opaque(rgb) : [0, 0, 0, 0]),
  };
  const name = dice.pick(Object.keys(choices) as [keyof typeof choices]);
  return [name, choices[name]];
}
