import type { Spread } from './comparison.ts';

/** The value that so much of the sorted values does not exceed (nearest rank); undefined when there are none. */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

/** Undefined when there are no values. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  const [p50, p95, max] = [0.5, 0.95, 1].map((share) => percentile(values, share));
  if (p50 === undefined || p95 === undefined || max === undefined) return undefined;
  return { samples: values.length, p50, p95, max };
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
