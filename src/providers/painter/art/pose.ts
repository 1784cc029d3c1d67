import type { Limb } from './figure.ts';
import type { Transform } from './geometry.ts';
import { compose, rotation, scaling } from './geometry.ts';

/** Where a body is at one moment; lengths in hundredths of the subject's box. */
export interface Pose {
  readonly dx: number;
  /** Below 0 is up. */
  readonly dy: number;
  /** Height factor over the ground; width gives way so that volume seems to stay. */
  readonly stretch: number;
  /** Turns, clockwise, around the feet. */
  readonly lean: number;
  /** Turns by limb. */
  readonly limbs: Readonly<Partial<Record<Limb, number>>>;
  /** Shares of their length that limbs are drawn up. */
  readonly raised: Readonly<Partial<Record<Limb, number>>>;
  readonly blink: boolean;
  /** 0..1, towards white. */
  readonly flash: number;
  /** Size around the middle; 1 leaves it. */
  readonly scale: number;
  /** 0..1, towards nothing. */
  readonly fade: number;
}

export const REST: Pose = {
  dx: 0,
  dy: 0,
  stretch: 1,
  lean: 0,
  limbs: {},
  raised: {},
  blink: false,
  flash: 0,
  scale: 1,
  fade: 0,
};

const GROUND = [50, 96] as const;
const MIDDLE = [50, 50] as const;

/** The pose as one movement of the whole body. */
export function bodyTransform(pose: Pose): Transform {
  const squash = scaling(1 + (1 - pose.stretch) * 0.7, pose.stretch, GROUND);
  const standing = compose([1, 0, 0, 1, pose.dx, pose.dy], compose(rotation(pose.lean, GROUND), squash));
  return pose.scale === 1 ? standing : compose(standing, scaling(pose.scale, pose.scale, MIDDLE));
}
