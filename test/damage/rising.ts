import { expect } from 'vitest';

/** Six rising strengths; the first changes nothing. */
export const STRENGTHS = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;

interface Demands {
  /** The least share of all steps that do not go down. */
  readonly steps: number;
  /** The least share of sources whose last value is above the first. */
  readonly sources: number;
  /** A step down of no more than this is none. */
  readonly slack?: number;
}

/** Expects values to rise with the strength: on average at every step, and in nearly every source. One row a source. */
export function expectRising(rows: readonly (readonly number[])[], { steps, sources, slack = 0 }: Demands): void {
  const means = STRENGTHS.map((_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0) / rows.length);
  for (let i = 1; i < means.length; i++) expect(means[i], `mean at ${STRENGTHS[i]}`).toBeGreaterThan(means[i - 1] ?? 0);
  const all = rows.flatMap((row) => row.slice(1).map((value, i) => value - (row[i] ?? 0)));
  expect(all.filter((step) => step >= -slack).length / all.length).toBeGreaterThanOrEqual(steps);
  expect(rows.filter((row) => (row.at(-1) ?? 0) > (row[0] ?? 0)).length / rows.length).toBeGreaterThanOrEqual(sources);
}
