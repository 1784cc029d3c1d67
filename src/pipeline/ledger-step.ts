import type { StepLedger } from '../ledger/ledger.ts';
import type { Step } from './step.ts';

/** The engine for one process: outputs stand in the ledger, a run that is taken up again finds them there. */
export function createLedgerStep(options: {
  readonly steps: StepLedger;
  readonly run: string;
  readonly signal: AbortSignal;
}): Step {
  const { steps, run, signal } = options;
  return {
    async do<T>(name: string, work: () => Promise<T>): Promise<T> {
      const known = (await steps.get(run, name)) as { readonly output: T } | undefined;
      if (known) return known.output;
      signal.throwIfAborted();
      const output = await work();
      // In an envelope, so that a step which gave nothing is known to be finished all the same.
      await steps.put(run, name, { output });
      return output;
    },
  };
}
