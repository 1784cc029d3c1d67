import { LimnerError } from '../../errors.ts';
import type { RunEvent, RunSummary } from '../../pipeline/events.ts';
import { failureEvent } from './failure.ts';
import type { ProgressView } from './progress.ts';
import { printAside, printJson } from './terminal.ts';

/** One event a line. `run-done` is the last, also when something broke the run off: that is told before it. */
export function createJsonProgress(): ProgressView {
  let sums: RunSummary | undefined;
  let done: RunEvent | undefined;
  return {
    tell(event) {
      sums = count(sums, event);
      if (event.type === 'run-done') done = event;
      else printJson(event);
    },
    say: printAside,
    end(error) {
      if (sums === undefined) return false;
      if (error !== undefined) printJson(failureEvent(error));
      printJson(done ?? { at: new Date().toISOString(), type: 'run-done', ...sums, exitCode: exitCodeOf(error) });
      return error !== undefined;
    },
  };
}

/** What was told so far, for a run whose ledger can no longer be asked. */
function count(sums: RunSummary | undefined, event: RunEvent): RunSummary | undefined {
  if (event.type === 'run-start') return { ...NOTHING, run: event.run };
  if (sums === undefined) return undefined;
  if (event.type === 'call-start') return { ...sums, calls: sums.calls + 1 };
  if (event.type === 'call-end') return { ...sums, cost: { usd: sums.cost.usd + event.usd } };
  if (event.type === 'asset-failed') return { ...sums, [event.status]: sums[event.status] + 1 };
  if (event.type !== 'asset-done') return sums;
  return event.cached ? { ...sums, cached: sums.cached + 1 } : { ...sums, made: sums.made + 1 };
}

const NOTHING = {
  status: 'interrupted',
  made: 0,
  cached: 0,
  failed: 0,
  refused: 0,
  calls: 0,
  cost: { usd: 0 },
  exitCode: 0,
} as const;

function exitCodeOf(error: unknown): number {
  return error instanceof LimnerError ? error.exitCode : 70;
}
