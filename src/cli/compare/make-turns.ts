import { createFsStore } from '../../store/fs/index.ts';
import { type Making, makeInto } from '../make-into.ts';
import { createProgress } from '../print/progress.ts';
import { paintText, print, printJson } from '../print/terminal.ts';
import { type Session, snapshotOf } from '../session.ts';
import type { PlannedTurn } from './plan-turns.ts';
import { lastCompared, spentBefore } from './spent-before.ts';
import { type Turn, turnOptions } from './turns.ts';
import { watchStops } from './watch-stops.ts';

/** A turn with its run in the ledger. */
export interface MadeTurn extends PlannedTurn {
  readonly run: string;
}

export interface TurnsToMake {
  readonly session: Session;
  readonly turns: readonly PlannedTurn[];
  /** The folder of the comparison, absolute. */
  readonly out: string;
  /** The command that goes on with the comparison, for who stops it. */
  readonly again: string;
  readonly isForMachines: boolean;
  readonly concurrency?: number;
}

/**
 * Makes one turn after the other, so that none waits for another. The budget of a run is that of all of them together, and of
 * those before that were broken off. Undefined when it was interrupted, be it at the very end of a turn: what is made by then is not made again.
 */
export async function makeTurns(what: TurnsToMake): Promise<readonly MadeTurn[] | undefined> {
  const { ledger } = what.session.state;
  const turns = what.turns.map(({ turn }) => turn);
  const since = await lastCompared(turns, { store: createFsStore(what.out), ledger });
  const stops = watchStops();
  const made: MadeTurn[] = [];
  try {
    for (const planned of what.turns) {
      const { turn } = planned;
      tellTurn(turn, what);
      const run = await makeTurn(turn, await spentBefore(turn, turns, { since, ledger }), what);
      if (run === undefined || stops.isAsked()) return undefined;
      made.push({ ...planned, run });
    }
  } finally {
    stops.stopWatching();
  }
  return made;
}

function tellTurn({ provider, number, seed, folder }: Turn, { isForMachines }: TurnsToMake): void {
  if (isForMachines) printJson({ type: 'turn-start', at: new Date().toISOString(), provider, number, seed, folder });
  else print(`\n${paintText('bold', `${provider}, run ${number}`)} (seed ${seed})`);
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
