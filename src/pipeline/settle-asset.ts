import { LimnerError } from '../errors.ts';
import { passedOver } from '../plan/fallback.ts';
import type { MakePlan, Plan, PlannedAsset, RefusePlan } from '../plan/plan.ts';
import type { ManifestAsset } from '../report/manifest.ts';
import { callTotals } from './call-totals.ts';
import { decisiveStep } from './decisive-step.ts';
import { checkNothingUnknown, nextAfter } from './fall-back.ts';
import type { Limiter } from './limiter.ts';
import type { Ports } from './ports.ts';
import type { AssetContext } from './re-roll.ts';
import { makeAsset, restoreAsset } from './run-asset.ts';
import type { StageContext } from './stage.ts';
import { scopeStep } from './step.ts';
import { unmadeEntry } from './unmade-entry.ts';

/** What every asset of a run shares. */
export interface RunContext
  extends
    Pick<StageContext, 'step' | 'emit' | 'signal' | 'owner' | 'attempts' | 'callDeadlineMs' | 'caps' | 'promises'>,
    Pick<Plan, 'takeOver'> {
  readonly run: string;
  readonly concurrency: number;
  /** By provider. */
  readonly limiters: ReadonlyMap<string, Limiter>;
}

/**
 * Brings one asset to its end: made, by the provider it was planned with or by one that takes over, brought back from the
 * cache, refused or failed. Throws only what would fail every other asset just the same.
 */
export async function settleAsset(first: PlannedAsset, ports: Ports, run: RunContext): Promise<ManifestAsset> {
  const { asset, provider } = first;
  if (first.action === 'refuse') return unmadeEntry(first, refusal(first));
  run.emit({ type: 'asset-start', id: asset.id, assetType: asset.type, provider });
  tellFallbacks(first, 0, run);
  let planned = first;
  for (let takeovers = 0; ; takeovers += 1) {
    try {
      const entry = await makeOrRestore(planned, takeovers, ports, run);
      return takeovers > 0 && entry.cached ? await withTotals(entry, ports, run) : entry;
    } catch (error) {
      if (run.signal.aborted || endsRun(error)) throw error;
      const next = await fallBack(planned, error, ports, run);
      if (!('action' in next)) return withTotals(unmadeEntry(planned, next.error), ports, run);
      tellFallbacks(next, passedOver(planned.fallback).length, run);
      planned = next;
    }
  }
}

/** Who takes over, or what the asset fails with. */
async function fallBack(
  planned: MakePlan,
  error: unknown,
  ports: Ports,
  run: RunContext,
): Promise<MakePlan | { readonly error: unknown }> {
  const next = nextAfter(planned, error, run);
  if (!next) return { error };
  try {
    await checkNothingUnknown(run.run, planned, ports);
  } catch (unknown) {
    if (endsRun(unknown)) throw unknown;
    return { error: unknown };
  }
  return next;
}

/** One event for each provider that was passed over since the last time. */
function tellFallbacks({ asset, provider, fallback }: MakePlan, told: number, { emit }: RunContext): void {
  const passed = passedOver(fallback);
  for (const [index, { from, reason }] of passed.entries()) {
    const to = passed[index + 1]?.from ?? provider;
    if (index >= told) emit({ type: 'fallback', id: asset.id, from, to, reason });
  }
}

async function makeOrRestore(
  planned: MakePlan,
  takeovers: number,
  ports: Ports,
  run: RunContext,
): Promise<ManifestAsset> {
  const { ledger } = ports;
  const context = stageContext(planned, takeovers, ports, run);
  // What an earlier run had made by who takes over now, nobody knew when this run was planned.
  const mayBeKnown = planned.action !== 'make' || takeovers > 0;
  try {
    const known = mayBeKnown ? await ledger.artifacts.find([planned.requestHash]) : undefined;
    const artifact = known?.get(planned.requestHash);
    return artifact
      ? await restoreAsset(run.run, planned, artifact, context)
      : await makeAsset(run.run, planned, context);
  } catch (error) {
    if (!(error instanceof LimnerError && error.code === 'LIMNER_PICTURE_LOST')) throw error;
    // What the ledger remembers names pictures that are gone: forget it, and let the pipeline find out what is left.
    await ledger.steps.clear(run.run);
    return await makeAsset(run.run, planned, { ...context, rasters: new Map() });
  } finally {
    run.promises.end(planned.asset.id);
  }
}

function refusal({ code, asset, reason, next }: RefusePlan): LimnerError {
  return new LimnerError(code, `${asset.id} cannot be made: ${reason}.`, next === undefined ? {} : { next });
}

function stageContext(planned: MakePlan, takeovers: number, ports: Ports, run: RunContext): AssetContext {
  const provider = ports.providers.get(planned.provider);
  const limiter = run.limiters.get(planned.provider);
  if (!provider || !limiter) {
    throw new TypeError(`The provider ${planned.provider} was planned with but is not set up.`);
  }
  const { id } = planned.asset;
  const step = scopeStep(run.step, takeovers === 0 ? id : `${id}/fallback-${takeovers}`);
  const shared = { ...run, ports, provider, limiter, rasters: new Map() };
  return { ...shared, step: untilTakenOver(step, planned, run), plainStep: step };
}

function untilTakenOver(step: StageContext['step'], planned: MakePlan, run: RunContext): StageContext['step'] {
  if (planned.alternates.length === 0) return step;
  return decisiveStep(step, (error) => !run.signal.aborted && nextAfter(planned, error, run) !== undefined);
}

function endsRun(error: unknown): boolean {
  return (
    error instanceof LimnerError && (error.code === 'LIMNER_STORE_FAILED' || error.code === 'LIMNER_STATE_UNREADABLE')
  );
}

/** With what all the calls of this run for the asset came to, also those at providers that were passed over. */
async function withTotals(entry: ManifestAsset, ports: Ports, run: RunContext): Promise<ManifestAsset> {
  const { usd, ...totals } = await callTotals(run.run, entry.id, ports);
  return { ...entry, ...totals, cost: { usd } };
}
