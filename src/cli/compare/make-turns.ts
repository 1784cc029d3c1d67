import { costOf } from '../run-costs.ts';
import { type Making, makeInto } from '../make-into.ts';
import { createProgress } from '../print/progress.ts';
import { paintText, print, printJson } from '../print/terminal.ts';
import { type Session, snapshotOf } from '../session.ts';
import type { PlannedTurn } from './plan-turns.ts';
import { type Turn, turnOptions } from './turns.ts';

/** A turn with its run in the ledger. */
export interface MadeTurn extends PlannedTurn {
  readonly run: string;
}

export interface TurnsToMake {
  readonly session: Session;
  readonly turns: readonly PlannedTurn[];
  /** The command that goes on with the comparison, for who stops it. */
  readonly again: string;
  readonly isForMachines: boolean;
  readonly concurrency?: number;
}

/**
 * Makes one turn after the other, so that none waits for another. The budget of a run is that of all of them together. Undefined when it was
 * interrupted: what is made by then is not made again.
 */
export async function makeTurns(what: TurnsToMake): Promise<readonly MadeTurn[] | undefined> {
  const { session, turns, isForMachines } = what;
  const made: MadeTurn[] = [];
  let spentUsd = 0;
  for (const planned of turns) {
    const { turn } = planned;
    const { provider, number, seed, folder } = turn;
    if (isForMachines) printJson({ type: 'turn-start', at: new Date().toISOString(), provider, number, seed, folder });
    else print(`\n${paintText('bold', `${provider}, run ${number}`)} (seed ${seed})`);
    const run = await makeTurn(turn, spentUsd, what);
    if (run === undefined) return undefined;
    const { usd, heldUsd } = costOf(await session.state.ledger.calls.spending({ run }));
    spentUsd += usd + heldUsd;
    made.push({ ...planned, run });
  }
  return made;
}

async function makeTurn(turn: Turn, spentUsd: number, what: TurnsToMake): Promise<string | undefined> {
  const { session, again, isForMachines } = what;
  const total = session.options.only?.length ?? session.loaded.pack.assets.length;
  const progress = createProgress({ json: isForMachines, total });
  try {
    const summary = await makeInto(makingOf(turn, spentUsd, what), progress, () => again);
    return summary?.status === 'interrupted' ? undefined : summary?.run;
  } finally {
    progress.end();
  }
}

function makingOf(turn: Turn, spentUsd: number, { session, concurrency }: TurnsToMake): Making {
  const { loaded, state } = session;
  const { budget } = loaded.pack;
  const left = budget.run === undefined ? {} : { run: Math.max(0, budget.run - spentUsd) };
  const pack = { ...loaded.pack, budget: { ...budget, ...left } };
  const options = turnOptions(turn, session.options);
  return {
    pack,
    packFile: loaded.file,
    destination: { type: 'fs', out: turn.out },
    state,
    options: {
      ...options,
      snapshot: snapshotOf({ ...session, loaded: { ...loaded, pack }, options }),
      ...(concurrency === undefined ? {} : { concurrency }),
    },
  };
}
