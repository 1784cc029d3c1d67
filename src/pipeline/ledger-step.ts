import type { StepLedger } from '../ledger/ledger.ts';
import type { Clock } from './ports.ts';
import type { Step } from './step.ts';

/** The engine for one process: outputs stand in the ledger, a run that is taken up again finds them there. */
export function createLedgerStep(options: {
  readonly steps: StepLedger;
  readonly run: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}): Step {
  const { steps, run, clock, signal } = options;
  return {
    async do<T>(name: string, work: () => Promise<T>): Promise<T> {
      const known = await steps.get(run, name);
      if (known !== undefined) return known as T;
      signal.throwIfAborted();
      const output = await work();
      await steps.put(run, name, output);
      return output;
    },
    sleep: (_name, ms) => clock.sleep(ms, signal),
  };
}
