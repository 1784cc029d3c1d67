import type { AssetRow, Ledger, RunRow } from '../ledger/ledger.ts';
import type { Plan } from '../plan/plan.ts';
import type { Ports } from './ports.ts';
import { hashPlan } from '../plan/hash-plan.ts';
import type { RunOptions } from './run-options.ts';

const PAGE = 200;
const MOST_CALLS = 100_000;

/**
 * Takes up the newest unfinished run of the same plan into the same place, or starts a new one. Other unfinished runs into
 * that place will never be finished: this one replaces their files. The caller holds the place's lock.
 */
export async function openRun(
  plan: Plan,
  ports: Ports,
  options: RunOptions,
): Promise<RunRow & { readonly resumed: boolean }> {
  const { runs } = ports.ledger;
  const planHash = hashPlan(plan);
  const open =
    options.out === '' ? [] : await runs.list({ out: options.out, statuses: ['running', 'interrupted'], limit: 1000 });
  const known = open.find((run) => run.planHash === planHash && run.pack === plan.pack.pack);
  for (const run of open) if (run !== known) await supersede(run, ports);
  if (known) {
    await runs.reopen(known.id);
    return { ...known, status: 'running', resumed: true };
  }
  const { packFile, out, snapshot } = options;
  const run = await runs.start({
    pack: plan.pack.pack,
    packFile,
    out,
    planHash,
    snapshot,
    startedAt: ports.clock.now(),
  });
  return { ...run, resumed: false };
}

async function supersede(run: RunRow, { ledger, clock, providers }: Ports): Promise<void> {
  await ledger.steps.clear(run.id);
  // Its process is gone, as the caller holds the lock: what it claimed may be asked after at once.
  const claimed = await ledger.calls.list({ run: run.id, states: ['claimed'], limit: MOST_CALLS });
  for (const call of claimed) {
    const isUnsent = call.submittedAt === undefined && providers.get(call.provider)?.announcesSending;
    await ledger.calls.change(call, ['claimed'], isUnsent ? { state: 'refused', usd: 0 } : { state: 'unknown' });
  }
  await ledger.runs.finish(run.id, { status: 'superseded', finishedAt: clock.now(), summary: run.summary ?? {} });
}

/** The recorded assets of a run, in the pack's order, a page at a time. */
export async function* readEntries(
  run: string,
  { ledger }: { readonly ledger: Pick<Ledger, 'runs'> },
): AsyncGenerator<AssetRow> {
  for (let after = -1; ;) {
    const page = await ledger.runs.assets(run, { after, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last.position;
  }
}
