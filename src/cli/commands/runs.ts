import type { RunRow } from '../../ledger/ledger.ts';
import type { RunSummary } from '../../pipeline/events.ts';
import { peekState } from '../compose.ts';
import { findPackState } from '../find-state.ts';
import { dollars, duration } from '../print/figures.ts';
import { resumeCommand } from '../print/hint.ts';
import { table } from '../print/table.ts';
import { paintText, print, printJson } from '../print/terminal.ts';
import { asItStands } from '../run-status.ts';
import type { RunFlags } from '../settings.ts';

export async function runs(pack: string | undefined, flags: RunFlags & { readonly limit: number }): Promise<void> {
  const { folder, packFile } = findPackState(pack, flags);
  const { ledger } = peekState(folder);
  try {
    const found = await ledger.runs.list({ limit: flags.limit, ...(packFile === undefined ? {} : { packFile }) });
    const rows = found.map((run) => asItStands(run, folder));
    if (flags.json) printJson(rows.map(describeRun));
    else if (rows.length === 0) print(`No runs yet in ${folder}.`);
    else report(rows, folder);
  } finally {
    await ledger.close();
  }
}

const COLUMNS = [
  { title: 'run', least: 12 },
  { title: 'status' },
  { title: 'made', drop: 3 },
  { title: 'cached', drop: 4 },
  { title: 'refused', drop: 2 },
  { title: 'failed', drop: 1 },
  { title: 'cost', drop: 5 },
  { title: 'took', drop: 7 },
  { title: 'started', drop: 6 },
] as const;

function report(rows: readonly RunRow[], state: string): void {
  table({ columns: COLUMNS, rows: rows.map(runLine) }).forEach((line) => print(line));
  const unfinished = rows.find(({ status }) => status === 'interrupted');
  if (unfinished) print(`\nTo finish ${unfinished.id}: ${paintText('bold', resumeCommand(unfinished.id, state))}`);
}

/** A run as machines read it, without the snapshot it can be resumed from. */
export function describeRun(run: RunRow): object {
  const { id, pack, packFile, out, status, startedAt, finishedAt, summary } = run;
  return {
    run: id,
    pack,
    packFile,
    out,
    status,
    startedAt: new Date(startedAt).toISOString(),
    ...(finishedAt === undefined ? {} : { finishedAt: new Date(finishedAt).toISOString() }),
    ...(summary ? { summary } : {}),
  };
}

function runLine(run: RunRow): readonly string[] {
  const summary = run.summary as Partial<RunSummary> | undefined;
  const took = run.finishedAt === undefined ? '' : duration(run.finishedAt - run.startedAt);
  const counts = [summary?.made, summary?.cached, summary?.refused, summary?.failed].map((count) =>
    count === undefined ? '' : String(count),
  );
  return [
    run.id,
    run.status,
    ...counts,
    dollars(summary?.cost?.usd ?? 0),
    took,
    new Date(run.startedAt).toISOString().slice(0, 16).replace('T', ' '),
  ];
}
