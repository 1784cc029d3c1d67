/** Chance that can be repeated: the same seed throws the same. */
export interface Dice {
  /** From `least` up to, but not with, `most`. */
  readonly between: (least: number, most: number) => number;
  /** A whole number, both ends included. */
  readonly whole: (least: number, most: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(choices: readonly [T, ...(readonly T[])]) => T;
}

/** The names make independent dice of one seed. */
export function throwDice(seed: number, ...names: readonly (string | number)[]): Dice {
  let state = names
    .join(' ')
    .split('')
    .reduce(mix, seed | 0);
  const next = (): number => {
    state = mix(state, 'x');
    return (mix(state, 'y') >>> 0) / 0x1_0000_0000;
  };
  const between = (least: number, most: number): number => least + next() * (most - least);
  const whole = (least: number, most: number): number => Math.floor(between(least, most + 1));
  return {
    between,
    whole,
    chance: (share) => next() < share,
    pick: (choices) => choices[whole(0, choices.length - 1)] ?? choices[0],
  };
}

function mix(state: number, letter: string): number {
  const mixed = Math.imul((state + letter.charCodeAt(0) * 0x9e37) ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39;
  const again = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (again ^ (again >>> 15)) | 0;
}
