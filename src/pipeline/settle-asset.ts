import { LimnerError, describeError } from '../errors.ts';
import type { MakePlan, PlannedAsset, RefusePlan } from '../plan/plan.ts';
import type { ManifestAsset } from '../report/manifest.ts';
import { callTotals } from './call-totals.ts';
import type { Limiter } from './limiter.ts';
import type { Ports } from './ports.ts';
import { makeAsset, restoreAsset } from './run-asset.ts';
import type { StageContext } from './stage.ts';
import { scopeStep } from './step.ts';

/** What every asset of a run shares. */
export interface RunContext extends Pick<
  StageContext,
  'step' | 'emit' | 'signal' | 'owner' | 'attempts' | 'callDeadlineMs' | 'caps'
> {
  readonly run: string;
  readonly concurrency: number;
  /** By provider. */
  readonly limiters: ReadonlyMap<string, Limiter>;
}

const REFUSED_BEFORE_SPENDING = 3;

/**
 * Brings one asset to its end: made, brought back from the cache, refused or failed. Throws only what would fail every
 * other asset just the same.
 */
export async function settleAsset(planned: PlannedAsset, ports: Ports, run: RunContext): Promise<ManifestAsset> {
  const { asset, provider } = planned;
  if (planned.action === 'refuse') return unmadeEntry(planned, 'refused', refusal(planned));
  run.emit({ type: 'asset-start', id: asset.id, assetType: asset.type, provider });
  const context = stageContext(planned, ports, run);
  try {
    return await makeOrRestore(planned, context, run);
  } catch (error) {
    if (run.signal.aborted || endsRun(error)) throw error;
    const isRefusal = error instanceof LimnerError && error.exitCode === REFUSED_BEFORE_SPENDING;
    const { usd, ...totals } = await callTotals(run.run, asset.id, ports);
    return { ...unmadeEntry(planned, isRefusal ? 'refused' : 'failed', error), ...totals, cost: { usd } };
  }
}

async function makeOrRestore(planned: MakePlan, context: StageContext, run: RunContext): Promise<ManifestAsset> {
  const { ledger } = context.ports;
  try {
    const known = planned.action === 'cached' ? await ledger.artifacts.find([planned.requestHash]) : undefined;
    const artifact = known?.get(planned.requestHash);
    return artifact
      ? await restoreAsset(run.run, planned, artifact, context)
      : await makeAsset(run.run, planned, context);
  } catch (error) {
    if (!(error instanceof LimnerError && error.code === 'LIMNER_PICTURE_LOST')) throw error;
    // What the ledger remembers names pictures that are gone: forget it, and let the pipeline find out what is left.
    await ledger.steps.clear(run.run);
    return makeAsset(run.run, planned, { ...context, rasters: new Map() });
  }
}

function refusal({ code, asset, reason, next }: RefusePlan): LimnerError {
  return new LimnerError(code, `${asset.id} cannot be made: ${reason}.`, next === undefined ? {} : { next });
}

function stageContext(planned: PlannedAsset, ports: Ports, run: RunContext): StageContext {
  const provider = ports.providers.get(planned.provider);
  const limiter = run.limiters.get(planned.provider);
  if (!provider || !limiter) {
    throw new TypeError(`The provider ${planned.provider} was planned with but is not set up.`);
  }
  return { ...run, step: scopeStep(run.step, planned.asset.id), ports, provider, limiter, rasters: new Map() };
}

function endsRun(error: unknown): boolean {
  return (
    error instanceof LimnerError && (error.code === 'LIMNER_STORE_FAILED' || error.code === 'LIMNER_STATE_UNREADABLE')
  );
}

function unmadeEntry(planned: PlannedAsset, status: 'failed' | 'refused', error: unknown): ManifestAsset {
  const { asset, provider } = planned;
  const job =
    planned.action === 'refuse' ? { seed: asset.seed ?? 0, prompt: '', negativePrompt: '' } : planned.request.job;
  return {
    id: asset.id,
    type: asset.type,
    ...(asset.type === 'sheet' ? { kind: asset.kind } : {}),
    status,
    cached: false,
    provider,
    seed: job.seed,
    prompt: job.prompt,
    negativePrompt: job.negativePrompt,
    attempts: 0,
    calls: 0,
    polls: 0,
    cost: { usd: 0 },
    timings: {},
    gates: [],
    error: describeError(error),
    files: [],
  };
}
