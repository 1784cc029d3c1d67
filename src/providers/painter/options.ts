/** Nothing about the painter needs to be set up by its users; tests and benchmarks may. */
export interface PainterOptions {
  /** Jobs that may be under way at once; painting is pure computing, so more than the cores is of no use. */
  readonly concurrency: number;
}

export const DEFAULT_PAINTER_OPTIONS: PainterOptions = { concurrency: 2 };
