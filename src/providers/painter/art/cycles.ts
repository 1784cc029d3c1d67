import type { Motion } from './motions.ts';

/** How far a leg turns at most, in turns. */
export const MOST_REACH = 0.15;

/** The foot that swings forward is off the ground: without it, the second half of a stride would be the first played back. */
const STEP = 0.2;

/** On legs the body sinks where they are far apart, so that the foot below it stays on the ground; else it inches along. */
export const stride =
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
    raised: { legA: STEP * Math.max(0, swing), legB: STEP * Math.max(0, -swing) },
  });

export const idle: Motion = ({ wave, swing, index }) => ({
  stretch: 1 + wave * 0.03,
  lean: swing * 0.0025,
  blink: index === 2,
  // What hangs follows the breath late, so that out is not in played back.
  limbs: { armA: swing * 0.03, armB: -swing * 0.03, wingA: swing * 0.05, wingB: -swing * 0.05, tail: swing * 0.03 },
});

export const fly: Motion = ({ wave, swing }) => ({
  dy: wave * 5,
  limbs: { wingA: swing * 0.12, wingB: -swing * 0.12, tail: wave * 0.04, armA: swing * 0.05, armB: -swing * 0.05 },
});

export const swim: Motion = ({ wave, swing }, { legs }) => ({
  dy: -6 + wave * 3,
  lean: 0.02 + swing * 0.008,
  limbs: {
    legA: swing * 0.06 * legs,
    legB: -swing * 0.06 * legs,
    armA: 0.1 + wave * 0.1,
    armB: -0.1 - wave * 0.1,
    wingA: wave * 0.08,
    wingB: -wave * 0.08,
    tail: swing * 0.06,
  },
});

/** Hand over hand. */
export const climb: Motion = ({ wave, swing }, { legs }) => ({
  dy: -3 + swing * swing * 2,
  lean: swing * 0.006,
  stretch: legs > 0 ? 1 : 1 + wave * 0.04,
  limbs: { armA: 0.2 + wave * 0.08, armB: -0.2 + wave * 0.08, tail: swing * 0.03 },
  raised: { legA: 0.25 * Math.max(0, wave), legB: 0.25 * Math.max(0, -wave) },
});

/** Through the air, limbs up. */
export const tumble: Motion = ({ wave, swing }) => ({
  dy: -14 + wave * 2,
  lean: swing * 0.012,
  stretch: 1.04,
  limbs: {
    armA: 0.18 + wave * 0.04,
    armB: -0.18 + wave * 0.04,
    wingA: 0.12,
    wingB: -0.12,
    legA: 0.04,
    legB: -0.04,
    tail: swing * 0.05,
  },
});

export const gentleBounce: Motion = ({ wave, swing }) => ({
  dy: -2 + wave * 2.5,
  stretch: 1 + wave * 0.02,
  lean: swing * 0.006,
  limbs: { armA: wave * 0.05, armB: -wave * 0.05 },
});
