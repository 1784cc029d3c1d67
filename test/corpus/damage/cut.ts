import { finishSubject } from '../finish.ts';
import type { Rect } from '../../../src/raster/raster.ts';
import { crop } from '../../../src/raster/crop.ts';
import type { Spoil } from './kind.ts';
import { boundsOf } from './pixels.ts';

/** A border goes through the subject: in the finished picture too, or only in the painted one. */
export const cut: Spoil = (dice, bases) => {
  const subject = bases.subject(dice);
  const [left, top, right, bottom] = boundsOf(subject.painted);
  const { width, height } = subject.painted;
  const off = dice.between(0.15, 0.4);
  const [across, down] = [Math.round((right - left) * off), Math.round((bottom - top) * off)];
  const [side, rect] = dice.pick<readonly [string, Rect]>([
    ['left', { x: left + across, y: 0, width: width - left - across, height }],
    ['right', { x: 0, y: 0, width: right - across, height }],
    ['top', { x: 0, y: top + down, width, height: height - top - down }],
    ['bottom', { x: 0, y: 0, width, height: bottom - down }],
  ]);
  const name = `${subject.name}: cut at the ${side}`;
  const painted = crop(subject.painted, rect);
  const { picture, ...rest } = finishSubject({ ...subject, painted, name }, '');
  if (dice.chance(0.5)) return { ...rest, picture };
  const raster = painted;
  return { name, picture: { ...picture, raster, width: raster.width, height: raster.height } };
};
