import { createRaster } from '../../../src/raster/raster.ts';
import { crop } from '../../../src/raster/crop.ts';
import { finishSubject } from '../finish.ts';
import type { Spoil } from './kind.ts';
import { boundsOf, layOn, remade, at, scaled } from './pixels.ts';

/** Two, three or four of what was asked once, or one and its mirror image. */
export const several: Spoil = (dice, bases) => {
  const subject = bases.subject(dice, 48);
  const [left, top, right, bottom] = boundsOf(subject.painted);
  const one = crop(subject.painted, { x: left, y: top, width: right - left, height: bottom - top });
  const kind = dice.pick(['two', 'three', 'four', 'twins']);
  const [columns, rows] = kind === 'three' ? [3, 1] : kind === 'four' ? [2, 2] : [2, 1];
  const canvas = subject.painted.width;
  const slot = { width: canvas / columns, height: canvas / rows };
  const fit = 0.8 * Math.min(slot.width / one.width, slot.height / one.height);
  let painted = createRaster(canvas, canvas);
  for (let i = 0; i < columns * rows; i++) {
    const own = scaled(one, kind === 'twins' ? fit : fit * dice.between(0.85, 1));
    const copy = kind === 'twins' && i === 1 ? remade(own, (_, x, y) => at(own, own.width - 1 - x, y)) : own;
    const x = ((i % columns) + 0.5) * slot.width - copy.width / 2;
    const y = (Math.floor(i / columns) + 0.5) * slot.height - copy.height / 2;
    painted = layOn(painted, copy, Math.round(x), Math.round(y));
  }
  return finishSubject({ ...subject, painted, name: `${subject.name}: ${kind}` }, '');
};
