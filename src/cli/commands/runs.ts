import type { RunRow } from '../../ledger/ledger.ts';
import type { RunSummary } from '../../pipeline/events.ts';
import { openState } from '../compose.ts';
import { findState } from '../find-state.ts';
import { dollars, duration } from '../print/figures.ts';
import { table } from '../print/table.ts';
import { print, printJson } from '../print/terminal.ts';
import type { RunFlags } from '../settings.ts';

export async function runs(pack: string | undefined, flags: RunFlags & { readonly limit: number }): Promise<void> {
  const { folder, packFile } = findState(pack, flags);
  const { ledger } = openState(folder);
  try {
    const rows = await ledger.runs.list({ limit: flags.limit, ...(packFile === undefined ? {} : { packFile }) });
    if (flags.json) printJson(rows.map(describeRun));
    else if (rows.length === 0) print('No runs yet.');
    else
      table([['run', 'status', 'made', 'cached', 'failed', 'cost', 'took', 'started'], ...rows.map(runLine)]).forEach(
        (line) => print(line),
      );
  } finally {
    await ledger.close();
  }
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
  const counts = [summary?.made, summary?.cached, summary?.failed].map((count) =>
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
