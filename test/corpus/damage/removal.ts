import { finishSubject } from '../finish.ts';
import type { Spoil } from './kind.ts';
import { boundsOf, remade } from './pixels.ts';

/** A removal that took the subject as well: a few shreds are left, or a shade with a solid bit. */
export const removal: Spoil = (dice, bases) => {
  const subject = bases.subject(dice, 48);
  const { width, height } = subject.painted;
  const [left, top, right, bottom] = boundsOf(subject.painted);
  const [x, y] = [
    dice.between(left + 0.35 * (right - left), left + 0.65 * (right - left)),
    dice.between(top + 0.35 * (bottom - top), top + 0.65 * (bottom - top)),
  ];
  const radius = Math.max(1.5, 0.035 * Math.min(width, height));
  const isShred = (px: number, py: number): boolean => Math.hypot(px - x, py - y) < radius;
  const strength = dice.between(0.15, 0.4);
  if (dice.chance(0.4)) {
    const painted = remade(subject.painted, ([r, g, b, a], px, py) => [r, g, b, isShred(px, py) ? a : 0]);
    // In the hole of a hoop nothing is left at all, which the pipeline refuses by itself.
    const isLeft = painted.rgba.some((value, index) => index % 4 === 3 && value > 0);
    if (isLeft) return finishSubject({ ...subject, painted, name: `${subject.name}: a shred` }, '');
  }
  const painted = remade(subject.painted, ([r, g, b, a], px, py) => [r, g, b, isShred(px, py) ? a : a * strength]);
  return finishSubject({ ...subject, painted, name: `${subject.name}: a ghost` }, '');
};
