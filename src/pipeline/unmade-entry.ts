import { LimnerError, describeError } from '../errors.ts';
import type { PlannedAsset } from '../plan/plan.ts';
import type { ManifestAsset } from '../report/manifest.ts';

const REFUSED_BEFORE_SPENDING = 3;

/** The manifest's entry of an asset that could not be made. Nothing is known of its calls here. */
export function unmadeEntry(planned: PlannedAsset, error: unknown): ManifestAsset {
  const { asset, provider } = planned;
  const isRefusal = error instanceof LimnerError && error.exitCode === REFUSED_BEFORE_SPENDING;
  const isRefused = planned.action === 'refuse' || isRefusal;
  const job =
    planned.action === 'refuse' ? { seed: asset.seed ?? 0, prompt: '', negativePrompt: '' } : planned.request.job;
  const fallback = planned.action === 'refuse' ? undefined : planned.fallback;
  return {
    id: asset.id,
    type: asset.type,
    ...(asset.type === 'sheet' ? { kind: asset.kind } : {}),
    status: isRefused ? 'refused' : 'failed',
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
    ...(fallback ? { fallback } : {}),
    files: [],
  };
}
