import { LimnerError } from '../errors.ts';
import type { CallRow, CallState } from '../ledger/ledger.ts';
import type { ImageJob, ImageProvider } from '../providers/provider.ts';
import { collect } from './collect-call.ts';
import { createLimiter } from './limiter.ts';
import type { Ports } from './ports.ts';
import { createPromises } from './promises.ts';
import type { StageContext } from './stage.ts';
import { settleUnknown } from './submit-call.ts';

/** The states of a call that has not ended: what it cost is not known yet. */
export const OPEN_STATES = ['claimed', 'submitted', 'unknown'] as const satisfies readonly CallState[];

export interface Resolution {
  readonly before: CallState;
  /** The call as it stands now. */
  readonly call: CallRow;
  /** Why it could not be settled, where that is more than that the job goes on. */
  readonly error?: LimnerError;
}

/**
 * Asks the provider once more what became of a call, and settles what it says: finished pictures are kept, so that the next run uses them. Sends
 * nothing. Its process must be gone. The signal ends the waiting for a job that goes on.
 */
export async function resolveCall(
  row: CallRow,
  provider: ImageProvider,
  ports: Omit<Ports, 'store'>,
  signal: AbortSignal,
): Promise<Resolution> {
  const job = row.job as ImageJob | undefined;
  if (job === undefined) return { before: row.state, call: row, error: unrecorded(row) };
  const call = { run: row.run, asset: row.asset, job, version: '', estimatedUsd: row.estimatedUsd };
  const context = asking(provider, ports, signal);
  let error: LimnerError | undefined;
  try {
    if (row.state === 'submitted') await collect(row, call, context);
    else await settleUnknown(row, call, context);
  } catch (thrown) {
    if (!signal.aborted && !(thrown instanceof LimnerError)) throw thrown;
    if (!signal.aborted && thrown instanceof LimnerError) error = thrown;
  }
  const now = (await ports.ledger.calls.get(row.id)) ?? row;
  return { before: row.state, call: now, ...(error ? { error } : {}) };
}

/** What the paid-call protocol needs of a run, without one: nothing is claimed, sent or stopped. */
function asking(provider: ImageProvider, ports: Omit<Ports, 'store'>, signal: AbortSignal): StageContext {
  const store = { put: nothing, get: nothing, head: nothing, remove: nothing };
  return {
    step: { do: (_name, work) => work() },
    ports: { ...ports, store },
    provider,
    emit: () => undefined,
    signal,
    owner: '',
    caps: {},
    promises: createPromises(),
    attempts: 1,
    callDeadlineMs: Infinity,
    limiter: createLimiter(1),
    rasters: new Map(),
  };
}

const nothing = async (): Promise<undefined> => undefined;

function unrecorded({ id }: CallRow): LimnerError {
  const message = `What the call ${id} asked for is not in the ledger, so what it brought cannot be judged.`;
  return new LimnerError('LIMNER_CALL_UNKNOWN', message, {
    next: 'Look at the console of the provider, then settle it with --as lost or --as refused.',
  });
}

/**
 * Settles a call by what a person knows of it: `lost` was charged and brought nothing, `refused` was never taken and cost nothing. False when it
 * has ended meanwhile.
 */
export async function settleByHand(
  row: CallRow,
  as: 'lost' | 'refused',
  { ledger, clock }: Pick<Ports, 'ledger' | 'clock'>,
): Promise<boolean> {
  const finishedAt = clock.now();
  if (as === 'refused') return ledger.calls.change(row, OPEN_STATES, { state: 'refused', usd: 0, finishedAt });
  const error = {
    code: 'LIMNER_RESULT_GONE',
    message: `The call ${row.id} was settled by hand: it was charged, and its result is lost.`,
    next: 'Run the command again: the picture is made anew.',
  } as const;
  return ledger.calls.change(row, OPEN_STATES, {
    state: 'failed',
    usd: row.usd ?? row.estimatedUsd,
    error,
    finishedAt,
  });
}
