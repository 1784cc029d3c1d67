/** A sum of decimals, without what binary fractions leave at its end. */
export function withoutDust(usd: number): number {
  return Math.round(usd * 1e9) / 1e9;
}
