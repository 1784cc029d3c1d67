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

type Motion = (moment: Moment) => Partial<Pose>;

const stride =
  (reach: number, bounce: number, lean: number): Motion =>
  ({ wave, swing }) => ({
    dy: -bounce * (swing * swing),
    lean: lean + swing * 0.004,
    stretch: 1 + wave * 0.012,
    limbs: {
      legA: wave * reach,
      legB: -wave * reach,
      armA: -wave * reach * 0.8,
      armB: wave * reach * 0.5,
      tail: swing * 0.04,
      wingA: wave * 0.1,
      wingB: -wave * 0.1,
    },
  });

/** Grows from a white spark, stands, and fades away. */
function blast({ share }: Moment): Partial<Pose> {
  return {
    scale: 0.3 + 1.06 * Math.sqrt(Math.min(1, share / 0.6)),
    flash: Math.max(0, 0.85 - share * 2.4),
    fade: Math.max(0, (share - 0.55) / 0.45) * 0.48,
    lean: 0,
  };
}

const MOTIONS: readonly (readonly [RegExp, Motion])[] = [
  [
    /idle|stand|wait|breath|rest/,
    ({ wave, index }) => ({
      stretch: 1 + wave * 0.03,
      blink: index === 2,
      limbs: { armA: wave * 0.03, armB: -wave * 0.03, wingA: wave * 0.05, wingB: -wave * 0.05, tail: wave * 0.03 },
    }),
  ],
  [/run|dash|sprint/, stride(0.13, 6, 0.022)],
  [/walk|move|patrol|crawl/, stride(0.075, 3, 0.006)],
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
    ({ share, arc }) => ({
      dx: share < 0.3 ? -5 * (1 - share) : 9 * arc - share * 2,
      lean: share < 0.3 ? -0.03 : 0.035 * arc + share * 0.004,
      stretch: 1 - 0.05 * arc,
      limbs: { armB: -0.12 + 0.3 * share, armA: 0.08 * arc, wingA: 0.1 * arc, wingB: -0.1 * arc },
    }),
  ],
  [
    /hurt|damage|pain|stun/,
    ({ share, index }) => ({
      dx: -8 * (1 - share) - 1,
      lean: -0.03 * (1 - share),
      flash: index % 2 === 0 ? 0.7 : 0.15,
      stretch: 0.94 + 0.05 * share,
      blink: true,
    }),
  ],
  [
    /die|dead|death|defeat|faint/,
    ({ share }) => ({
      lean: -0.035 * share,
      stretch: 1 - 0.62 * share,
      dx: -2 * share,
      blink: share > 0.3,
      flash: 0.4 * share,
    }),
  ],
  [/explo|burst|blast|boom|poof|\bpop|impact|sparkl|twinkl/, blast],
];

const gentleBounce: Motion = ({ wave, swing }) => ({
  dy: -2 + wave * 2.5,
  stretch: 1 + wave * 0.02,
  lean: swing * 0.006,
  limbs: { armA: wave * 0.05, armB: -wave * 0.05 },
});

/** The pose of one frame; what bursts, bursts, unless its animation is named otherwise. Looping animations close: after the last frame the first follows without a jump. */
export function poseOf(frame: NonNullable<CellIntent['frame']>, bursts = false): Pose {
  const name = frame.animation.toLowerCase();
  const motion = MOTIONS.find(([pattern]) => pattern.test(name))?.[1] ?? (bursts ? blast : gentleBounce);
  const turn = (frame.index / Math.max(1, frame.count)) * 2 * Math.PI;
  const share = frame.count > 1 ? frame.index / (frame.count - 1) : 0;
  const wave = Math.cos(turn);
  return {
    ...REST,
    ...motion({ share, wave, swing: Math.sin(turn), arc: 4 * share * (1 - share), index: frame.index }),
  };
}
