import type { CallRow, Ledger } from '../ledger/ledger.ts';
import type { CallResult } from '../pipeline/call.ts';
import { readEntries } from '../pipeline/open-run.ts';
import { withoutDust } from '../pipeline/without-dust.ts';
import type { MakePlan, Plan, PlannedAsset } from '../plan/plan.ts';
import type { ManifestAsset } from '../report/manifest.ts';
import type { ComparedRun, Sample } from './comparison.ts';
import { findEarlierFailures, sumOf } from './earlier-failures.ts';
import { phasesOf } from './phases.ts';

/** A run that has ended, with the plan that it was made by. */
export interface ComparedTurn extends Pick<ComparedRun, 'number' | 'seed' | 'run' | 'folder'> {
  readonly provider: string;
  readonly plan: Plan;
}

/** What is seen in the pictures of an asset that was made. */
export type Measure = (planned: MakePlan, entry: ManifestAsset, turn: ComparedTurn) => Promise<Sample['measures']>;

const MOST_CALLS = 1000;

/** One sample for each asset of the turn, one after the other, so that only one asset's pictures are in memory. */
export async function* readSamples(
  turn: ComparedTurn,
  { ledger, measure }: { readonly ledger: Ledger; readonly measure: Measure },
): AsyncGenerator<Sample, void, undefined> {
  const planned = new Map(turn.plan.assets.map((asset) => [asset.asset.id, asset]));
  const failuresOf = await findEarlierFailures(turn.run, ledger);
  for await (const { entry } of readEntries(turn.run, { ledger })) {
    const plan = planned.get(entry.id);
    const { made, run } = await firstMade(entry, plan, turn, ledger);
    const failures = failuresOf(entry);
    const callsIn = (where: string): Promise<readonly CallRow[]> =>
      ledger.calls.list({ run: where, asset: entry.id, limit: MOST_CALLS });
    const calls = await callsIn(run);
    const phases = entry.status === 'done' ? phasesOf(made, calls) : undefined;
    const { usd, ...sums } = sumOf([made, ...failures.map((failure) => failure.entry)]);
    const failedCalls = await Promise.all(failures.map((failure) => callsIn(failure.run)));
    const standbyUsd = [...calls, ...failedCalls.flat()].reduce((sum, call) => sum + standbyUsdOf(call), 0);
    const isDone = entry.status === 'done' && plan !== undefined && plan.action !== 'refuse';
    yield {
      ...headOf(entry, turn),
      ...(run === turn.run ? {} : { madeIn: run }),
      ...(failures.length === 0 ? {} : { failedIn: failures.map((failure) => failure.run) }),
      ...sums,
      usd: withoutDust(usd),
      standbyUsd: withoutDust(standbyUsd),
      ...(phases ? { phases } : {}),
      gates: entry.gates,
      measures: isDone ? await measure(plan, entry, turn) : {},
      files: entry.files.map((file) => ({ ...file, path: `${turn.folder}/${file.path}` })),
    };
  }
}

/** What was made in an earlier run cost and took there what it cost and took. */
async function firstMade(
  entry: ManifestAsset,
  planned: PlannedAsset | undefined,
  turn: ComparedTurn,
  { artifacts }: Ledger,
): Promise<{ readonly made: ManifestAsset; readonly run: string }> {
  if (!entry.cached || !planned || planned.action === 'refuse') return { made: entry, run: turn.run };
  const artifact = (await artifacts.find([planned.requestHash])).get(planned.requestHash);
  return artifact ? { made: artifact.entry, run: artifact.run } : { made: entry, run: turn.run };
}

function headOf(
  { id, type, kind, status, cached, seed, error }: ManifestAsset,
  turn: ComparedTurn,
): Pick<Sample, 'id' | 'type' | 'kind' | 'provider' | 'number' | 'run' | 'seed' | 'status' | 'cached' | 'error'> {
  return {
    id,
    type,
    ...(kind ? { kind } : {}),
    provider: turn.provider,
    number: turn.number,
    run: turn.run,
    seed,
    status,
    cached,
    ...(error ? { error: { code: error.code, message: error.message } } : {}),
  };
}

function standbyUsdOf({ result }: CallRow): number {
  return (result as CallResult | undefined)?.timing?.standbyUsd ?? 0;
}
