import { drawSubject } from '../drawn.ts';
import { askSubject, finishSubject } from '../finish.ts';
import { hash } from '../paints.ts';
import { SOLID } from '../subjects/index.ts';
import { resize } from '../../../src/raster/resize.ts';
import type { Spoil } from './kind.ts';
import { remade } from './pixels.ts';

/** What was asked as pixel art and was painted smoothly, blurred, or kept as JPEG. */
export const palette: Spoil = (dice) => {
  const side = dice.pick([48, 64, 96, 128, 192]);
  const wish = { name: dice.pick(SOLID), side, seed: dice.whole(0, 1e6) };
  const name = dice.pick(['smooth', 'blurred', 'JPEG']);
  if (name === 'smooth') {
    const { picture, ...rest } = finishSubject(drawSubject({ ...wish, isPixelArt: false }), '');
    return { ...rest, name: `${rest.name}: smooth`, picture: { ...picture, ...askSubject(true) } };
  }
  const pixels = drawSubject({ ...wish, isPixelArt: true });
  const { picture } = finishSubject(pixels, '');
  const { raster } = picture;
  const small = resize(raster, Math.round(side * 0.6), Math.round(side * 0.6), 'smooth');
  const spoiled =
    name === 'blurred'
      ? resize(small, side, side, 'smooth')
      : remade(raster, ([r, g, b, a], x, y) => {
          const off = (c: number): number =>
            22 * (hash(x >> 1, y >> 1, c) - 0.5) + 18 * (hash(x >> 3, y >> 3, c + 9) - 0.5);
          return [r + off(1), g + off(2), b + off(3), a];
        });
  return { name: `${pixels.name}, ${side}: ${name}`, picture: { ...picture, raster: spoiled } };
};
