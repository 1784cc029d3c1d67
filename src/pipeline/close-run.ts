import type { RunRow } from '../ledger/ledger.ts';
import type { ManifestAsset } from '../report/manifest.ts';
import { type RunSummary, tally } from './events.ts';
import { readEntries } from './open-run.ts';
import type { Ports } from './ports.ts';
import { withoutDust } from './without-dust.ts';

/** Writes down how a run ended. One that was broken off can be taken up again. */
export async function closeRun(
  run: RunRow,
  ports: Ports,
  end: 'finished' | { readonly exitCode: number },
): Promise<RunSummary> {
  const counts = await tally(entriesOf(run, ports));
  const openCalls = await countOpen(run, ports);
  const summary: RunSummary = { run: run.id, ...counts, ...(openCalls ? { openCalls } : {}), ...outcome(end, counts) };
  await ports.ledger.runs.finish(run.id, { status: summary.status, finishedAt: ports.clock.now(), summary });
  return summary;
}

async function* entriesOf(run: RunRow, ports: Ports): AsyncGenerator<ManifestAsset> {
  for await (const { entry } of readEntries(run.id, ports)) yield entry;
}

const MOST_OPEN = 10_000;

async function countOpen({ id }: RunRow, { ledger }: Ports): Promise<RunSummary['openCalls']> {
  const rows = await ledger.calls.list({ run: id, states: ['claimed', 'submitted', 'unknown'], limit: MOST_OPEN });
  if (rows.length === 0) return undefined;
  return { calls: rows.length, usd: withoutDust(rows.reduce((sum, { estimatedUsd }) => sum + estimatedUsd, 0)) };
}

function outcome(
  end: 'finished' | { readonly exitCode: number },
  { failed, refused, made, overBudget = 0, cost }: Omit<RunSummary, 'run' | 'status' | 'exitCode'>,
): Pick<RunSummary, 'status' | 'exitCode'> {
  if (end !== 'finished') return { status: 'interrupted', exitCode: end.exitCode };
  if (failed > 0) return { status: 'failed', exitCode: 1 };
  // A budget that ran out on the way is no refusal before spending.
  if (overBudget > 0 && (made > 0 || cost.usd > 0)) return { status: 'refused', exitCode: 1 };
  if (refused > 0) return { status: 'refused', exitCode: 3 };
  return { status: 'done', exitCode: 0 };
}
