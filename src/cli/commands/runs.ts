import type { Ledger, RunRow } from '../../ledger/ledger.ts';
import type { RunSummary } from '../../pipeline/events.ts';
import { peekState } from '../compose.ts';
import { findPackState } from '../find-state.ts';
import { reportCosts } from '../print/costs.ts';
import { dollars, duration } from '../print/figures.ts';
import { resumeCommand } from '../print/hint.ts';
import { table } from '../print/table.ts';
import { paintText, print, printJson } from '../print/terminal.ts';
import { addCosts, mergeParts, readRunCosts, usdPerKept } from '../run-costs.ts';
import { asItStands } from '../run-status.ts';
import type { Snapshot } from '../session.ts';
import type { RunFlags } from '../settings.ts';
import { spentToday } from '../spent-today.ts';

export interface RunsFlags extends RunFlags {
  readonly limit: number;
  readonly cost?: boolean;
}

export async function runs(pack: string | undefined, flags: RunsFlags): Promise<void> {
  const { folder, packFile } = findPackState(pack, flags);
  const { ledger } = peekState(folder);
  try {
    const found = await ledger.runs.list({ limit: flags.limit, ...(packFile === undefined ? {} : { packFile }) });
    const rows = found.map((run) => asItStands(run, folder));
    if (flags.cost && rows.length > 0) await showCosts(packFile, flags, ledger);
    else if (flags.json) printJson(rows.map(describeRun));
    else if (rows.length === 0) print(`No runs yet in ${folder}.`);
    else report(rows, folder);
  } finally {
    await ledger.close();
  }
}

const ALL = 1_000_000;

async function showCosts(packFile: string | undefined, flags: RunsFlags, ledger: Ledger): Promise<void> {
  const found = await ledger.runs.list({ limit: ALL, ...(packFile === undefined ? {} : { packFile }) });
  const all = await readRunCosts(found, ledger);
  const shown = all.slice(0, flags.limit);
  const todayUsd = await spentToday({ ledger });
  const day = packFile === undefined ? undefined : dayCapOf(found[0]);
  if (!flags.json) {
    reportCosts({ shown, all, todayUsd, ...(day === undefined ? {} : { dayCapUsd: day }) });
    return;
  }
  const kept = all.reduce((sum, cost) => sum + cost.kept, 0);
  printJson({
    runs: shown.map((cost) => ({ ...cost, usdPerKept: usdPerKept(cost) })),
    total: { runs: all.length, kept, ...addCosts(all), parts: mergeParts(all) },
    today: { usd: todayUsd, ...(day === undefined ? {} : { capUsd: day }) },
  });
}

/** As the newest run was told. */
function dayCapOf(run: RunRow | undefined): number | undefined {
  return (run?.snapshot as Partial<Snapshot> | undefined)?.pack?.budget.day;
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
