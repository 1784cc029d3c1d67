import type { Motion } from './motions.ts';

/** Grows from a white spark, stands, and fades away. */
export const burst: Motion = ({ share }) => ({
  scale: 0.3 + 1.06 * Math.sqrt(Math.min(1, share / 0.6)),
  flash: Math.max(0, 0.85 - share * 2.4),
  fade: Math.max(0, (share - 0.55) / 0.45) * 0.48,
  lean: 0,
});

/** Onto the back: what stood upright comes to lie on the ground, and stays there. */
export const fallDead: Motion = ({ share }, { back }) => {
  const over = between(share, [0, 0], [0.2, 0.06], [0.75, 1], [1, 1]);
  return {
    lean: -0.25 * over * over,
    dx: 40 * over * over,
    dy: -back * over * over - between(share, [0, 0], [0.3, 5], [0.75, 0], [0.87, 3], [1, 0]),
    blink: share > 0.2,
    flash: 0.5 * (1 - share),
    limbs: { armA: 0.12 * over, armB: -0.12 * over, legA: 0.05 * over, legB: -0.05 * over },
  };
};

/** Into a puddle of itself. */
export const melt: Motion = ({ share }) => ({
  stretch: 1 - 0.5 * share * (2 - share),
  blink: share > 0.3,
  flash: 0.4 * share,
});

export const jump: Motion = ({ arc, share }) => ({
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
});

export const crouch: Motion = ({ share }) => ({ stretch: between(share, [0, 1], [0.5, 0.76], [1, 0.8]) });

/** Draws back behind what it holds. */
export const block: Motion = ({ share }) => {
  const held = between(share, [0, 0], [0.4, 1], [1, 0.9]);
  return {
    dx: -3 * held,
    lean: -0.015 * held,
    stretch: 1 - 0.08 * held,
    limbs: { armA: 0.1 * held, armB: -0.1 * held, wingA: 0.08 * held, wingB: -0.08 * held },
  };
};

export const attack: Motion = ({ share }) => ({
  dx: between(share, [0, 0], [0.3, -5], [0.5, 10], [0.7, 8], [1, 0]),
  lean: between(share, [0, 0], [0.3, -0.03], [0.5, 0.05], [0.7, 0.04], [1, 0]),
  stretch: between(share, [0, 1], [0.3, 0.96], [0.5, 1.03], [1, 1]),
  limbs: {
    armB: between(share, [0, 0], [0.3, -0.16], [0.5, 0.24], [0.7, 0.2], [1, 0]),
    armA: between(share, [0, 0], [0.3, 0.06], [0.5, -0.06], [1, 0]),
    wingA: between(share, [0, 0], [0.3, 0.12], [0.5, -0.08], [1, 0]),
    wingB: between(share, [0, 0], [0.3, -0.12], [0.5, 0.08], [1, 0]),
  },
});

export const hurt: Motion = ({ share, index }) => ({
  dx: -8 * (1 - share),
  lean: -0.03 * (1 - share),
  flash: index % 2 === 0 ? 0.7 * (1 - share) + 0.1 : 0.15,
  stretch: 0.94 + 0.06 * share,
  blink: share < 0.9,
});

/** Out of the ground, from light. */
export const spawn: Motion = ({ share }) => ({
  stretch: between(share, [0, 0.4], [0.6, 1.06], [0.8, 0.97], [1, 1]),
  flash: 0.9 * Math.max(0, 1 - share * 1.2),
  fade: 0.4 * Math.max(0, 1 - share * 2),
});

/** Straight lines between the keys, each a share 0..1 and the value there. */
function between(share: number, ...keys: readonly (readonly [share: number, value: number])[]): number {
  const next = keys.findIndex(([at]) => at >= share);
  const [to, last] = [keys[next], keys[next - 1]];
  if (!to) return keys.at(-1)?.[1] ?? 0;
  if (!last) return to[1];
  return last[1] + (to[1] - last[1]) * ((share - last[0]) / (to[0] - last[0]));
}
