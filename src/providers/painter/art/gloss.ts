/** Half the side of the table, and the steps of slope between its entries. */
const HALF = 32;
const STEP = 4;
const SIDE = 2 * HALF + 1;

/** How steep the steepest slope is taken to be: 1 would be the horizon of a ball. */
const STEEPNESS = 0.86;

/**
 * How brightly a smooth, polished surface answers the lamp, 0..255: from about 192 on it is the lamp's own reflection.
 * `slope` is towards the light, `side` across it, both -127..127.
 */
export function glossAt(slope: number, side: number): number {
  table ??= polish();
  const column = Math.round(Math.max(-127, Math.min(127, slope)) / STEP) + HALF;
  const row = Math.round(Math.max(-127, Math.min(127, side)) / STEP) + HALF;
  return table[row * SIDE + column] ?? 0;
}

let table: Uint8Array | undefined;

function polish(): Uint8Array {
  const lit = new Uint8Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row++)
    for (let column = 0; column < SIDE; column++)
      lit[row * SIDE + column] = brightness((column - HALF) / HALF, (row - HALF) / HALF);
  return lit;
}

function brightness(slope: number, side: number): number {
  const length = Math.sqrt(slope * slope + side * side);
  const share = length > 1 ? STEEPNESS / length : STEEPNESS;
  const [x, y] = [slope * share, side * share];
  const z = Math.sqrt(Math.max(0, 1 - x * x - y * y));
  const diffuse = Math.max(0, x * 0.6 + z * 0.8);
  const towardsHalf = x * 0.42 + z * 0.907;
  const rim = x < 0 ? x * x * 0.3 : 0;
  const sheen = towardsHalf < 0 ? 0 : power64(towardsHalf);
  return Math.round(Math.min(255, Math.min(1, 0.06 + diffuse + rim) * 185 + sheen * 70));
}

/** Products only: their last bits are the same on every machine. */
function power64(value: number): number {
  let power = value;
  for (let i = 0; i < 6; i++) power *= power;
  return power;
}
