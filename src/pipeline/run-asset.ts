import type { Artifact } from '../ledger/ledger.ts';
import type { MakePlan } from '../plan/plan.ts';
import type { Transfers } from '../providers/provider.ts';
import { type ManifestAsset, NO_REQUESTS, type RequestCounts } from '../report/manifest.ts';
import type { RunRecord } from './record.ts';
import { pipelineRegistry } from './registry.ts';
import { type Stage, type StageContext, need } from './stage.ts';
import { restore } from './stages/store.ts';

/** Takes one asset through its pipeline. The files stand in the store and in the cache when this returns. */
export async function makeAsset(run: string, planned: MakePlan, context: StageContext): Promise<ManifestAsset> {
  const timings: Record<string, number> = {};
  let record: RunRecord = { run, planned };
  for (const stage of pipelineOf(planned)) {
    const startedAt = context.ports.clock.now();
    context.emit({ type: 'stage-start', id: planned.asset.id, stage: stage.name });
    record = { ...record, ...(await stage.run(record, context)) };
    const ms = context.ports.clock.now() - startedAt;
    timings[`${stage.name}Ms`] = ms;
    context.emit({ type: 'stage-end', id: planned.asset.id, stage: stage.name, ms });
  }
  const entry = describeRecord(record, timings);
  await context.ports.ledger.artifacts.save({
    requestHash: planned.requestHash,
    run,
    madeAt: context.ports.clock.now(),
    entry,
    files: entry.files,
  });
  return entry;
}

/** Brings an asset that was made before to the store, should it not stand there already. */
export async function restoreAsset(
  run: string,
  { fallback }: MakePlan,
  artifact: Artifact,
  context: StageContext,
): Promise<ManifestAsset> {
  const startedAt = context.ports.clock.now();
  for (const file of artifact.files) await restore(file, context.ports);
  if (artifact.run === run) return artifact.entry;
  const timings = { storeMs: context.ports.clock.now() - startedAt };
  // How this run came to the provider is its own story, not that of the run that made the picture.
  const { fallback: _fallback, ...made } = artifact.entry;
  return {
    ...made,
    ...(fallback ? { fallback } : {}),
    cached: true,
    attempts: 0,
    calls: 0,
    polls: 0,
    requests: NO_REQUESTS,
    cost: { usd: 0 },
    timings,
  };
}

function pipelineOf({ family, asset }: MakePlan): readonly Stage[] {
  const name = asset.type === 'title_hero' && asset.keepBackground ? 'title_hero_with_background' : asset.type;
  return pipelineRegistry[family][name];
}

/** Bringing a set to its store is one, however many files it has. */
function countRequests(generate: number, { uploads, downloads }: Transfers): RequestCounts {
  return { upload: uploads, generate, download: downloads, store: 1, total: uploads + generate + downloads + 1 };
}

function describeRecord(record: RunRecord, timings: Readonly<Record<string, number>>): ManifestAsset {
  const { asset, provider, request, fallback, making } = record.planned;
  const { attempts, calls, polls, usd, transfers } = record.cut?.totals ?? need(record.painted, 'painted');
  return {
    id: asset.id,
    type: asset.type,
    ...(asset.type === 'sheet' ? { kind: asset.kind } : {}),
    status: 'done',
    cached: false,
    provider,
    ...(making ? { profile: making.profile, workflow: making.workflow } : {}),
    seed: request.job.seed,
    prompt: request.job.prompt,
    negativePrompt: request.job.negativePrompt,
    attempts,
    calls,
    polls,
    requests: countRequests(calls, transfers),
    cost: { usd },
    timings,
    gates: need(record.checked, 'checked').gates,
    ...(fallback ? { fallback } : {}),
    files: need(record.stored, 'stored').files,
  };
}
