import type { CellIntent } from '../../provider.ts';
import { motionNamed } from './motion-names.ts';
import type { Physique } from './motions.ts';
import { MOTIONS, UNKNOWN } from './motions.ts';
import type { Pose } from './pose.ts';
import { REST } from './pose.ts';

export type Frame = NonNullable<CellIntent['frame']>;

/** The pose of one frame. Looping animations close: after the last frame the first follows without a jump. */
export function poseOf(frame: Frame, body: Physique): Pose {
  const name = motionNamed(frame.animation) ?? (body.bursts ? 'burst' : undefined);
  const { motion, telling = 0 } = name === undefined ? UNKNOWN : MOTIONS[name];
  const turn = (frame.index / Math.max(1, frame.count)) * 2 * Math.PI;
  const share = shareOf(frame, telling);
  const moment = {
    share,
    wave: Math.cos(turn),
    swing: Math.sin(turn),
    arc: 4 * share * (1 - share),
    index: frame.index,
  };
  return { ...REST, ...motion(moment, body) };
}

/** What comes back to where it began would not be seen to happen in its first and its last moment alone. */
function shareOf({ index, count }: Pick<Frame, 'index' | 'count'>, telling: number): number {
  if (count === 1) return telling;
  return count === 2 && telling > 0 ? index * telling : index / (count - 1);
}
