/**
 * Durability, and nothing else: what one flow needs of the engine it runs on. Names are unique and deterministic within a
 * run; outputs are small plain JSON or nothing; no clock, randomness or I/O stands outside a step. Steps do not nest.
 */
export interface Step {
  /** Runs `work` at least once and its success at most once: a finished step gives its recorded output instead. */
  do<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** The same engine, with every name put under `prefix/`. */
export function scopeStep(step: Step, prefix: string): Step {
  return {
    do: (name, work) => step.do(`${prefix}/${name}`, work),
  };
}
