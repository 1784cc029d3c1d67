import { climb, fly, gentleBounce, idle, MOST_REACH, stride, swim, tumble } from './cycles.ts';
import { attack, block, burst, crouch, fallDead, hurt, jump, melt, spawn } from './deeds.ts';
import type { MotionName } from './motion-names.ts';
import type { Pose } from './pose.ts';

/** One moment of an animation. */
export interface Moment {
  /** 0 at the first frame, 1 at the last. */
  readonly share: number;
  /** -1..1, once up and down over the whole animation. */
  readonly wave: number;
  /** -1..1, a quarter cycle later. */
  readonly swing: number;
  /** 0 at both ends, 1 in the middle. */
  readonly arc: number;
  readonly index: number;
}

/** What a body is like, as far as it moves by it. */
export interface Physique {
  /** How far its legs swing: 0 without any, less than 1 where broad feet would dip into the ground. */
  readonly legs: number;
  /** From its middle to its back, in hundredths of its box: where it lies when it has fallen. */
  readonly back: number;
  /** It is a blast: unless its animation is named otherwise, it bursts. */
  readonly bursts: boolean;
}

export type Motion = (moment: Moment, body: Physique) => Partial<Pose>;

/** `telling` is the share that tells most of it, 0 unless said: the one that an animation of a single frame shows. */
export const MOTIONS: Readonly<Record<MotionName, { readonly motion: Motion; readonly telling?: number }>> = {
  idle: { motion: idle },
  run: { motion: stride(MOST_REACH, 2, 0.024) },
  walk: { motion: stride(0.085, 1.4, 0.006) },
  jump: { motion: jump, telling: 0.5 },
  fly: { motion: fly },
  swim: { motion: swim },
  climb: { motion: climb },
  crouch: { motion: crouch, telling: 0.5 },
  block: { motion: block, telling: 0.4 },
  attack: { motion: attack, telling: 0.5 },
  hurt: { motion: hurt },
  tumble: { motion: tumble },
  spawn: { motion: spawn, telling: 0.3 },
  die: { motion: (moment, body) => (body.legs > 0 ? fallDead : melt)(moment, body), telling: 1 },
  burst: { motion: burst, telling: 0.5 },
};

/** Of an animation that nobody knows. */
export const UNKNOWN: (typeof MOTIONS)[MotionName] = { motion: gentleBounce };
