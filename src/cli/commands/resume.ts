import { LimnerError } from '../../errors.ts';
import type { RunRow } from '../../ledger/ledger.ts';
import { type State, composeProviders, openState } from '../compose.ts';
import { readEnvironment } from '../environment.ts';
import { destinationOf } from '../destination.ts';
import { type FoundState, findState } from '../find-state.ts';
import { readTimings } from '../../pipeline/timing-history.ts';
import { make } from '../make.ts';
import type { Snapshot } from '../session.ts';
import { type RunFlags, withBudget } from '../settings.ts';

/** Finishes an unfinished run from what the ledger knows of it; the pack file may have changed or gone. */
export async function resume(what: string | undefined, flags: RunFlags): Promise<void> {
  const found = findState(what, flags);
  const state = openState(found.folder);
  try {
    const run = await unfinishedRun(found, state);
    await make(await takeUp(run, state, flags), flags);
  } finally {
    await state.ledger.close();
  }
}

async function unfinishedRun(found: FoundState, { ledger }: State): Promise<RunRow> {
  const filter = {
    statuses: ['running', 'interrupted'],
    limit: 1,
    ...(found.packFile === undefined ? {} : { packFile: found.packFile }),
    ...(found.out === undefined ? {} : { out: found.out }),
  } as const;
  const run = found.run === undefined ? (await ledger.runs.list(filter))[0] : await ledger.runs.get(found.run);
  if (run && (run.status === 'running' || run.status === 'interrupted')) return run;
  const message = run ? `The run ${run.id} has ended (${run.status}); there is nothing to resume.` : missing(found);
  throw new LimnerError('LIMNER_RUN_NOT_FOUND', message, {
    next: 'List the runs with `limner runs`, or run `limner generate` again.',
  });
}

function missing({ run, folder }: FoundState): string {
  return run === undefined ? `No run in ${folder} is unfinished.` : `There is no run "${run}" in ${folder}.`;
}

async function takeUp(run: RunRow, state: State, flags: RunFlags): Promise<Parameters<typeof make>[0]> {
  const { pack, images, only, seed, retries, route, wishes } = run.snapshot as Snapshot;
  const bytes = await Promise.all(
    Object.entries(images).map(async ([path, sha256]) => [path, await state.blobs.get(sha256)] as const),
  );
  return {
    pack: withBudget(pack, flags),
    packFile: run.packFile,
    destination: destinationOf(run, pack, readEnvironment()),
    state,
    options: {
      providers: composeProviders(readEnvironment(), state.folder, wishes, await readTimings(state.ledger)),
      images: new Map(bytes),
      snapshot: run.snapshot,
      ...(only ? { only } : {}),
      ...(seed === undefined ? {} : { seed }),
      ...(retries === undefined ? {} : { retries }),
      ...(route ? { route } : {}),
      ...(flags.concurrency === undefined ? {} : { concurrency: flags.concurrency }),
    },
  };
}
