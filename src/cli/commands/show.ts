import { LimnerError } from '../../errors.ts';
import type { RunRow } from '../../ledger/ledger.ts';
import { nearest } from '../../pack/nearest.ts';
import { readEntries } from '../../pipeline/open-run.ts';
import type { ManifestAsset } from '../../report/manifest.ts';
import { type State, peekState } from '../compose.ts';
import { type FoundState, findState } from '../find-state.ts';
import { resumeCommand } from '../print/hint.ts';
import { reportAsset, reportRun } from '../print/run.ts';
import { print, printJson } from '../print/terminal.ts';
import { asItStands } from '../run-status.ts';
import type { RunFlags } from '../settings.ts';
import { describeRun } from './runs.ts';

const MOST_CALLS = 100_000;

export async function show(what: string | undefined, assetId: string | undefined, flags: RunFlags): Promise<void> {
  const found = findState(what, flags);
  const state = peekState(found.folder);
  try {
    if (assetId === undefined) await showRun(await chosenRun(found, state), state, flags);
    else await showAsset(assetId, found, state, flags);
  } finally {
    await state.ledger.close();
  }
}

async function showRun(run: RunRow, state: State, flags: RunFlags): Promise<void> {
  const entries = await entriesOf(run, state);
  const calls = await state.ledger.calls.list({ run: run.id, limit: MOST_CALLS });
  if (flags.json) printJson({ ...describeRun(run), assets: entries, calls });
  else reportRun(run, entries);
  if (!flags.json && run.status === 'interrupted') print(`\nTo finish: ${resumeCommand(run.id, state.folder)}`);
}

/** Without a run's id, the newest run that has the asset is meant: a later one may have made others alone. */
async function showAsset(id: string, found: FoundState, state: State, flags: RunFlags): Promise<void> {
  const runs =
    found.run === undefined
      ? await state.ledger.runs.list({ limit: 50, ...ofPack(found) })
      : [await chosenRun(found, state)];
  const seen = new Set<string>();
  for (const run of runs) {
    const entries = await entriesOf(run, state);
    const entry = entries.find((candidate) => candidate.id === id);
    if (entry) {
      const calls = await state.ledger.calls.list({ run: run.id, asset: id, limit: MOST_CALLS });
      if (flags.json) printJson({ run: run.id, asset: entry, calls });
      else reportAsset(entry, calls);
      return;
    }
    for (const other of entries) seen.add(other.id);
  }
  const guess = nearest(id, seen);
  throw new LimnerError('LIMNER_USAGE', `No asset "${id}" is recorded in ${found.run ?? found.folder}.`, {
    next: guess === undefined ? 'See `limner show` for what is.' : `Did you mean "${guess}"?`,
  });
}

async function chosenRun(found: FoundState, { ledger }: State): Promise<RunRow> {
  const run =
    found.run === undefined
      ? (await ledger.runs.list({ limit: 1, ...ofPack(found) }))[0]
      : await ledger.runs.get(found.run);
  if (run) return asItStands(run, found.folder);
  const message =
    found.run === undefined
      ? `No run is recorded in ${found.folder}.`
      : `There is no run "${found.run}" in ${found.folder}.`;
  throw new LimnerError('LIMNER_RUN_NOT_FOUND', message);
}

function ofPack({ packFile }: FoundState): { readonly packFile?: string } {
  return packFile === undefined ? {} : { packFile };
}

async function entriesOf(run: RunRow, state: State): Promise<readonly ManifestAsset[]> {
  const entries: ManifestAsset[] = [];
  for await (const { entry } of readEntries(run.id, state)) entries.push(entry);
  return entries;
}
