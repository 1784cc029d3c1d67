import { NEIGHBOURS } from './tile-set.ts';

/** For tests: two masks beside each other. */
export type Pair = readonly [here: number, there: number];

/** For tests: every pair of masks that can lie side by side in some map, the second to the east (or the south) of the first. */
export function neighbours(axis: 'x' | 'y'): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (let bits = 0; bits < 1 << 12; bits++) {
    // Three rows of four cells, or turned: the two in the middle are of the ground.
    const isGround = (along: number, across: number): boolean => {
      const isMiddle = across === 1 && (along === 1 || along === 2);
      return isMiddle || (bits & (1 << (across * 4 + along))) !== 0;
    };
    const at = (x: number, y: number): boolean => (axis === 'x' ? isGround(x, y) : isGround(y, x));
    const pair: Pair = axis === 'x' ? [maskAt(at, 1, 1), maskAt(at, 2, 1)] : [maskAt(at, 1, 1), maskAt(at, 1, 2)];
    pairs.set(pair.join(), pair);
  }
  return [...pairs.values()];
}

function maskAt(isGround: (x: number, y: number) => boolean, x: number, y: number): number {
  const { n, ne, e, se, s, sw, w, nw } = NEIGHBOURS;
  const [toN, toE, toS, toW] = [isGround(x, y - 1), isGround(x + 1, y), isGround(x, y + 1), isGround(x - 1, y)];
  const corner = (bit: number, a: boolean, b: boolean, c: boolean): number => (a && b && c ? bit : 0);
  return (
    (toN ? n : 0) +
    (toE ? e : 0) +
    (toS ? s : 0) +
    (toW ? w : 0) +
    corner(ne, toN, toE, isGround(x + 1, y - 1)) +
    corner(se, toS, toE, isGround(x + 1, y + 1)) +
    corner(sw, toS, toW, isGround(x - 1, y + 1)) +
    corner(nw, toN, toW, isGround(x - 1, y - 1))
  );
}
