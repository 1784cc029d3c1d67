/** Compute units in US dollars, without the dust of binary fractions: whole millionths. */
export function usdOf(cu: number, usdPerCu: number): number {
  return Math.round(cu * usdPerCu * 1e6) / 1e6;
}
