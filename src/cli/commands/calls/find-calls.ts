import type { CallRow, RunRow } from '../../../ledger/ledger.ts';
import { OPEN_STATES } from '../../../pipeline/resolve-call.ts';
import type { Ticket } from '../../../providers/provider.ts';
import type { State } from '../../compose.ts';
import type { FoundState } from '../../find-state.ts';
import { asItStands } from '../../run-status.ts';

export interface CallsFlags {
  readonly state?: string;
  readonly json?: boolean;
}

/** A call with what is known of its run. */
export interface FoundCall {
  readonly call: CallRow;
  /** The process of its run lives, and takes care of it. */
  readonly isTended: boolean;
}

const MOST_CALLS = 100_000;

/** The calls of a ledger, of a pack or of a run, oldest first. */
export async function findCalls(
  { run, packFile }: Pick<FoundState, 'run' | 'packFile'>,
  { all }: { readonly all?: boolean },
  { ledger, folder }: State,
): Promise<readonly FoundCall[]> {
  const states = all ? {} : { states: OPEN_STATES };
  const calls = await ledger.calls.list({ ...states, ...(run === undefined ? {} : { run }), limit: MOST_CALLS });
  const runs = new Map<string, RunRow | undefined>();
  for (const id of new Set(calls.map((call) => call.run))) {
    const row = await ledger.runs.get(id);
    runs.set(id, row && asItStands(row, folder));
  }
  const fits = (call: CallRow): boolean => packFile === undefined || runs.get(call.run)?.packFile === packFile;
  return calls.filter(fits).map((call) => ({ call, isTended: runs.get(call.run)?.status === 'running' }));
}

/** What the provider calls it. */
export function remoteIdOf({ ticket }: CallRow): string | undefined {
  return (ticket as Ticket | undefined)?.remoteId;
}

/** It may run, or have run: budgets count it with what is held back for it. */
export function isOpen({ state }: Pick<CallRow, 'state'>): boolean {
  return OPEN_STATES.some((open) => open === state);
}

/** What a call cost; while it is open, the most that it may cost. */
export function costOfCall({ state, usd, estimatedUsd }: Pick<CallRow, 'state' | 'usd' | 'estimatedUsd'>): number {
  return usd ?? (state === 'refused' ? 0 : estimatedUsd);
}

/** What will become of a call if nobody does anything. */
export function nextWords({ call, isTended }: FoundCall): string {
  if (isTended) return 'its run is under way and takes care of it';
  if (call.state === 'submitted') return 'runs, or has ended: the next run that wants it collects it';
  if (call.state === 'unknown' || call.state === 'claimed')
    return 'may have been sent: the next run asks after it, and sends nothing before it knows';
  if (call.state === 'done') return 'serves again wherever the same picture is wanted';
  return call.state === 'failed' ? 'the picture is asked for anew' : 'was not taken, and cost nothing';
}
