import { figureBounds } from '../draw-figure.ts';
import { FAMILIES } from '../families/index.ts';
import type { Part } from '../figure.ts';
import { boundsOf, rotation, transform } from '../geometry.ts';
import { createKit } from '../kit.ts';
import type { Physique } from '../motions.ts';
import { MOST_REACH } from '../cycles.ts';
import { standInOf } from '../stand-in.ts';
import type { Subject } from '../subject.ts';
import type { World } from '../world.ts';

/** What a subject's drawing allows it to do. */
export function physiqueOf(world: World, subject: Subject, seed: number): Physique {
  const family = subject.family ?? standInOf(subject);
  const parts = FAMILIES[family](createKit(world, { subject, family, seed }));
  const legs = parts.filter(({ joint }) => joint?.limb === 'legA' || joint?.limb === 'legB');
  return {
    bursts: family === 'burst',
    legs: legs.length === 0 ? 0 : (SWINGS.find((swing) => legs.every((leg) => staysUp(leg, swing))) ?? LEAST),
    back: 50 - figureBounds(parts).left,
  };
}

const SWINGS = [1, 0.8, 0.6, 0.45, 0.3, 0.2, 0.12];
const LEAST = 0.06;
/** In hundredths of the box: so far a foot may come below where it stands. */
const SLACK = 1.5;

/** A broad foot that is turned too far would dip into the ground. */
function staysUp({ path, joint }: Part, swing: number): boolean {
  const { bottom } = boundsOf(path);
  return [-1, 1].every((side) => {
    const turned = joint ? transform(path, rotation(side * swing * MOST_REACH, joint.pivot)) : path;
    return boundsOf(turned).bottom <= bottom + SLACK;
  });
}
