import { LimnerError } from '../errors.ts';
import type { CallRow } from '../ledger/ledger.ts';
import type { CancelOutcome, Ticket } from '../providers/provider.ts';
import { askProvider } from './ask-provider.ts';
import type { Call, CallEnd } from './call.ts';
import { recordFailure } from './end-call.ts';
import type { StageContext } from './stage.ts';

/**
 * Asks for a job past its deadline to be stopped. Undefined when the service says that it has ended by itself: one more
 * poll tells how.
 * @throws LIMNER_CALL_OVERDUE when it cannot be stopped: it may still end and cost, so the call stays submitted
 */
export async function stopOverdue(row: CallRow, call: Call, context: StageContext): Promise<CallEnd | undefined> {
  const outcome = await cancel(row, context);
  if (outcome === 'already-finished') return undefined;
  if (outcome === 'cannot-cancel') throw overdue(row, context);
  const message = `${call.asset} was not painted ${within(context)}, so ${context.provider.name} was told to stop.`;
  const error = new LimnerError('LIMNER_CALL_OVERDUE', message, {
    next: 'Run the command again: the picture is asked for anew.',
  });
  // What a stopped job cost nobody says; the budget goes by what it would have cost.
  return recordFailure(row, { error, usd: row.usd ?? row.estimatedUsd }, call, context);
}

async function cancel(row: CallRow, context: StageContext): Promise<CancelOutcome> {
  const { provider, ports, signal } = context;
  const ask = () => provider.cancel(row.ticket as Ticket, { signal });
  try {
    return await askProvider(provider.name, { task: 'stop a job', ask }, { clock: ports.clock, signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw overdue(row, context, error);
  }
}

/** The failure of an asset whose job goes on. */
export function overdue(row: CallRow, context: StageContext, cause?: unknown): LimnerError {
  const message = `${row.asset} was not painted ${within(context)}, and ${context.provider.name} cannot stop the job.`;
  return new LimnerError('LIMNER_CALL_OVERDUE', message, { cause, facts: { call: row.id } });
}

function within({ callDeadlineMs }: StageContext): string {
  const minutes = callDeadlineMs / 60_000;
  return minutes >= 1 ? `within ${Math.round(minutes)} min` : `within ${Math.round(callDeadlineMs / 1000)} s`;
}
