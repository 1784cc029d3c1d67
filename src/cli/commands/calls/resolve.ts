import { LimnerError } from '../../../errors.ts';
import type { CallRow } from '../../../ledger/ledger.ts';
import { OPEN_STATES, resolveCall, settleByHand } from '../../../pipeline/resolve-call.ts';
import { systemClock } from '../../../pipeline/system-clock.ts';
import { type State, composeProviders, openState } from '../../compose.ts';
import { readEnvironment } from '../../environment.ts';
import { findState } from '../../find-state.ts';
import { type Settled, reportSettled } from '../../print/settled.ts';
import { printJson } from '../../print/terminal.ts';
import { type CallsFlags, type FoundCall, findCalls } from './find-calls.ts';
import { describeCall } from './list.ts';

export interface ResolveFlags extends CallsFlags {
  readonly all?: boolean;
  readonly as?: 'lost' | 'refused';
}

/** How long a job that goes on is waited for. */
const PATIENCE_MS = 15_000;
const STILL_OPEN = 1;

export async function callsResolve(ids: readonly string[], flags: ResolveFlags): Promise<void> {
  if (ids.length === 0 && !flags.all) {
    throw new LimnerError('LIMNER_USAGE', 'No call is named.', {
      next: 'Name calls by the ids that `limner calls` shows, or all that have not ended with --all.',
    });
  }
  const { folder } = findState(undefined, flags);
  const state = openState(folder);
  try {
    const open = await findCalls({}, {}, state);
    const chosen = ids.length === 0 ? open : ids.map((id) => chooseCall(id, open));
    const settled: Settled[] = [];
    for (const found of new Set(chosen)) settled.push(await settle(found, flags, state));
    if (flags.json)
      printJson(settled.map(({ found, note, isSettled }) => ({ ...describeCall(found), isSettled, note })));
    else reportSettled(settled);
    if (settled.some(({ isSettled }) => !isSettled)) process.exitCode = STILL_OPEN;
  } finally {
    await state.ledger.close();
  }
}

/** @throws LIMNER_USAGE unless exactly one open call has an id that begins so */
function chooseCall(id: string, open: readonly FoundCall[]): FoundCall {
  const [found, another] = open.filter(({ call }) => call.id.startsWith(id));
  if (found && !another) return found;
  const message = found ? `Several open calls begin with "${id}".` : `No open call has an id that begins with "${id}".`;
  throw new LimnerError('LIMNER_USAGE', message, { next: 'See `limner calls` for those that have not ended.' });
}

async function settle(found: FoundCall, { as }: ResolveFlags, state: State): Promise<Settled> {
  if (found.isTended) return { found, isSettled: false, note: 'Its run is under way and takes care of it.' };
  return as === undefined ? ask(found, state) : byHand(found, as, state);
}

async function ask(found: FoundCall, state: State): Promise<Settled> {
  const name = found.call.provider;
  const provider = composeProviders(readEnvironment(), state.folder).find((candidate) => candidate.name === name);
  if (!provider) return { found, isSettled: false, note: `${name} is not set up here, so nobody can be asked.` };
  const { ledger, blobs } = state;
  const ports = { ledger, blobs, clock: systemClock, providers: new Map([[name, provider]]) };
  const { call, error } = await resolveCall(found.call, provider, ports, AbortSignal.timeout(PATIENCE_MS));
  const isTold = error === undefined || error.code === 'LIMNER_CALL_UNKNOWN';
  return { ...outcome(found, call), ...(isTold ? {} : { note: `${error.message} ${error.next}` }) };
}

async function byHand(found: FoundCall, as: 'lost' | 'refused', state: State): Promise<Settled> {
  await settleByHand(found.call, as, { ledger: state.ledger, clock: systemClock });
  return outcome(found, (await state.ledger.calls.get(found.call.id)) ?? found.call);
}

function outcome(found: FoundCall, call: CallRow): Settled {
  const isSettled = !OPEN_STATES.some((open) => open === call.state);
  return { found: { ...found, call }, isSettled, note: NOTES[call.state] };
}

const NOTES = {
  done: 'Collected: the next run uses it without paying.',
  refused: 'It cost nothing; the next run sends it.',
  failed: 'It counts as charged; the next run asks for the picture anew.',
  submitted: 'The job goes on; ask again later, or let the next run collect it.',
  unknown:
    'Nobody can tell yet whether it was taken. Look at the console of the provider, then settle it with --as lost (it ran and was charged) or --as refused (it is not there; if that is wrong, the picture is paid twice).',
  claimed: 'It is being sent.',
} as const satisfies Record<CallRow['state'], string>;
