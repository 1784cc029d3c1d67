/** One measured figure beside its target. */
export interface Figure {
  readonly subject: string;
  readonly measured: string;
  readonly target: string;
  readonly met: boolean;
  /** Under which heading it stands; absent: under the first. */
  readonly section?: string;
}

/** The middle of several runs, in milliseconds. */
export async function medianMs(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[runs >> 1] ?? 0;
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
