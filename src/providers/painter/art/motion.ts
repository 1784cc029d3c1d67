import type { CellIntent } from '../../provider.ts';
import type { Pose } from './pose.ts';
import { REST } from './pose.ts';

/** `phase` runs over the whole animation; a wave is one cycle of it. */
interface Moment {
  /** 0 at the first frame, 1 at the last. */
  readonly share: number;
  /** -1..1, once up and down. */
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

type Motion = (moment: Moment, body: Physique) => Partial<Pose>;

/** On legs the body sinks where they are far apart, so that the foot below it stays on the ground; else it inches along. */
const stride =
  (reach: number, sink: number, lean: number): Motion =>
  ({ wave, swing }, { legs }) => ({
    dy: sink * legs * wave * wave,
    lean: legs > 0 ? lean : lean * 0.6 + swing * 0.004,
    stretch: legs > 0 ? 1 : 1 + wave * (0.02 + reach * 0.08),
    limbs: {
      legA: wave * reach * legs,
      legB: -wave * reach * legs,
      armA: -wave * reach * 0.8,
      armB: wave * reach * 0.5,
      tail: swing * 0.04,
      wingA: wave * 0.1,
      wingB: -wave * 0.1,
    },
  });

/** Straight lines between the keys, each a share 0..1 and the value there. */
function between(share: number, ...keys: readonly (readonly [share: number, value: number])[]): number {
  const next = keys.findIndex(([at]) => at >= share);
  const [to, last] = [keys[next], keys[next - 1]];
  if (!to) return keys.at(-1)?.[1] ?? 0;
  if (!last) return to[1];
  return last[1] + (to[1] - last[1]) * ((share - last[0]) / (to[0] - last[0]));
}

/** Grows from a white spark, stands, and fades away. */
function blast({ share }: Moment): Partial<Pose> {
  return {
    scale: 0.3 + 1.06 * Math.sqrt(Math.min(1, share / 0.6)),
    flash: Math.max(0, 0.85 - share * 2.4),
    fade: Math.max(0, (share - 0.55) / 0.45) * 0.48,
    lean: 0,
  };
}

/** Onto the back: what stood upright comes to lie on the ground, and stays there. */
function fall({ share }: Moment, { back }: Physique): Partial<Pose> {
  const over = between(share, [0, 0], [0.2, 0.06], [0.75, 1], [1, 1]);
  return {
    lean: -0.25 * over * over,
    dx: 40 * over * over,
    dy: -back * over * over - between(share, [0, 0], [0.3, 5], [0.75, 0], [0.87, 3], [1, 0]),
    blink: share > 0.2,
    flash: 0.5 * (1 - share),
    limbs: { armA: 0.12 * over, armB: -0.12 * over, legA: 0.05 * over, legB: -0.05 * over },
  };
}

/** Into a puddle of itself. */
function melt({ share }: Moment): Partial<Pose> {
  return { stretch: 1 - 0.5 * share * (2 - share), blink: share > 0.3, flash: 0.4 * share };
}

/** How far a leg turns at most, in turns. */
export const MOST_REACH = 0.15;

const BURST = [/explo|burst|blast|boom|poof|\bpop|impact|sparkl|twinkl/, blast, 0.5] as const;

/** `telling` is the share that tells most of it: the one that an animation of a single frame shows. */
const MOTIONS: readonly (readonly [name: RegExp, motion: Motion, telling?: number])[] = [
  [
    /idle|stand|wait|breath|rest/,
    ({ wave, index }) => ({
      stretch: 1 + wave * 0.03,
      blink: index === 2,
      limbs: { armA: wave * 0.03, armB: -wave * 0.03, wingA: wave * 0.05, wingB: -wave * 0.05, tail: wave * 0.03 },
    }),
  ],
  [/run|dash|sprint/, stride(MOST_REACH, 2, 0.024)],
  [/walk|move|patrol|crawl/, stride(0.085, 1.4, 0.006)],
  [
    /jump|hop|leap/,
    ({ arc, share }) => ({
      dy: -24 * arc,
      stretch: share === 0 || share === 1 ? 0.86 + share * 0.04 : 0.98 + 0.1 * arc - share * 0.06,
      limbs: {
        legA: 0.06 * arc,
        legB: -0.06 * arc,
        armA: 0.16 * arc,
        armB: -0.16 * arc,
        wingA: 0.1 * arc,
        wingB: -0.1 * arc,
      },
    }),
    0.5,
  ],
  [
    /fly|flap|hover|float/,
    ({ wave, swing }) => ({
      dy: wave * 5,
      limbs: { wingA: swing * 0.12, wingB: -swing * 0.12, tail: wave * 0.04, armA: swing * 0.05, armB: -swing * 0.05 },
    }),
  ],
  [
    /attack|hit|slash|strike|bite|shoot|cast|punch/,
    ({ share }) => ({
      dx: between(share, [0, 0], [0.3, -5], [0.5, 10], [0.7, 8], [1, 0]),
      lean: between(share, [0, 0], [0.3, -0.03], [0.5, 0.05], [0.7, 0.04], [1, 0]),
      stretch: between(share, [0, 1], [0.3, 0.96], [0.5, 1.03], [1, 1]),
      limbs: {
        armB: between(share, [0, 0], [0.3, -0.16], [0.5, 0.24], [0.7, 0.2], [1, 0]),
        armA: between(share, [0, 0], [0.3, 0.06], [0.5, -0.06], [1, 0]),
        wingA: between(share, [0, 0], [0.3, 0.12], [0.5, -0.08], [1, 0]),
        wingB: between(share, [0, 0], [0.3, -0.12], [0.5, 0.08], [1, 0]),
      },
    }),
    0.5,
  ],
  [
    /hurt|damage|pain|stun/,
    ({ share, index }) => ({
      dx: -8 * (1 - share),
      lean: -0.03 * (1 - share),
      flash: index % 2 === 0 ? 0.7 * (1 - share) + 0.1 : 0.15,
      stretch: 0.94 + 0.06 * share,
      blink: share < 0.9,
    }),
  ],
  [/die|dead|death|defeat|faint/, (moment, body) => (body.legs > 0 ? fall(moment, body) : melt(moment)), 1],
  BURST,
];

const gentleBounce: Motion = ({ wave, swing }) => ({
  dy: -2 + wave * 2.5,
  stretch: 1 + wave * 0.02,
  lean: swing * 0.006,
  limbs: { armA: wave * 0.05, armB: -wave * 0.05 },
});

type Frame = NonNullable<CellIntent['frame']>;

/** The pose of one frame. Looping animations close: after the last frame the first follows without a jump. */
export function poseOf(frame: Frame, body: Physique): Pose {
  const name = frame.animation.toLowerCase();
  const named = MOTIONS.find(([pattern]) => pattern.test(name)) ?? (body.bursts ? BURST : undefined);
  const [, motion, telling = 0] = named ?? [name, gentleBounce];
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
