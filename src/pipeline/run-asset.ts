import type { Artifact } from '../ledger/ledger.ts';
import type { MakePlan } from '../plan/plan.ts';
import { retriesLeft } from '../plan/re-roll.ts';
import type { Transfers } from '../providers/provider.ts';
import { type ManifestAsset, NO_REQUESTS, type RequestCounts } from '../report/manifest.ts';
import { callTotals } from './call-totals.ts';
import { storeOthers } from './candidate-files.ts';
import { bestOf, describeCandidates, gatesOf, knownCandidates, withNote } from './candidate.ts';
import { paintCandidate, pipelineParts, totalsOf } from './paint-candidate.ts';
import { type AssetContext, type Candidates, reRoll } from './re-roll.ts';
import type { CallTotals, RunRecord } from './record.ts';
import { type Timings, runStages } from './run-stages.ts';
import { type StageContext, need } from './stage.ts';
import { restore } from './stages/store.ts';

/**
 * Takes one asset through its pipeline, more than once where gates fail and there are retries. The files stand in the store and in the
 * cache when this returns.
 */
export async function makeAsset(run: string, planned: MakePlan, context: AssetContext): Promise<ManifestAsset> {
  const { candidate, timings } = await paintCandidate({ run, planned }, 1, {}, context);
  const made = await reRoll({ run, planned }, { candidates: [candidate], timings }, context);
  const { unusable } = bestOf(made.candidates);
  if (unusable) {
    tellStopped(planned.asset.id, made, context);
    throw unusable;
  }
  const isOnly = made.candidates.length === 1 && made.stopped === undefined;
  const totals = isOnly ? totalsOf(candidate.record) : await callTotals(run, planned.asset.id, context.ports);
  return keepBest(planned, made, totals, context);
}

/** Brings an asset that was made before to the store, should it not stand there already; with more candidates where its gates failed. */
export async function restoreAsset(
  run: string,
  planned: MakePlan,
  artifact: Artifact,
  context: AssetContext,
): Promise<ManifestAsset> {
  if (retriesLeft(planned.retries, artifact.entry) === 0) return bringBack(run, planned, artifact, context);
  const known = knownCandidates(run, planned, artifact.entry);
  const made = await reRoll({ run, planned }, { candidates: known, timings: {} }, context);
  const totals = await callTotals(run, planned.asset.id, context.ports);
  if (made.candidates.length > known.length) return keepBest(planned, made, totals, context);
  const entry = await bringBack(run, planned, artifact, context);
  return { ...noted(entry, made, context), ...totalled(totals) };
}

/** The best candidate becomes the asset; the others are kept beside it. */
async function keepBest(
  planned: MakePlan,
  made: Candidates,
  totals: CallTotals,
  context: StageContext,
): Promise<ManifestAsset> {
  const { candidates } = made;
  const best = bestOf(candidates);
  for (const news of best.untold) context.emit(news);
  const others = candidates.length > 1 ? await storeOthers(describeCandidates(candidates), context.ports) : undefined;
  const { record, timings } = await runStages(
    pipelineParts(planned).keeping,
    { record: best.record, timings: made.timings },
    context,
  );
  const described = { ...describeRecord(record, timings, totals), ...(others ? { candidates: others } : {}) };
  const entry = noted(described, made, context);
  await context.ports.ledger.artifacts.save({
    requestHash: planned.requestHash,
    run: record.run,
    madeAt: context.ports.clock.now(),
    entry,
    files: entry.files,
  });
  return entry;
}

function noted(entry: ManifestAsset, made: Candidates, context: StageContext): ManifestAsset {
  tellStopped(entry.id, made, context);
  return made.stopped === undefined ? entry : { ...entry, gates: withNote(entry.gates, made.stopped) };
}

function tellStopped(id: string, { stopped }: Candidates, { emit }: StageContext): void {
  if (stopped !== undefined) emit({ type: 'warning', id, message: stopped });
}

async function bringBack(
  run: string,
  { fallback }: MakePlan,
  artifact: Artifact,
  { ports }: StageContext,
): Promise<ManifestAsset> {
  const startedAt = ports.clock.now();
  for (const file of artifact.files) await restore(file, ports);
  const { candidates } = artifact.entry;
  const others = candidates ? { candidates: await storeOthers(candidates, ports) } : {};
  if (artifact.run === run) return { ...artifact.entry, ...others };
  const timings = { storeMs: ports.clock.now() - startedAt };
  // How this run came to the provider is its own story, not that of the run that made the picture.
  const { fallback: _fallback, ...made } = artifact.entry;
  return {
    ...made,
    ...others,
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

/** Bringing a set to its store is one, however many files it has. */
function countRequests(generate: number, { uploads, downloads }: Transfers): RequestCounts {
  return { upload: uploads, generate, download: downloads, store: 1, total: uploads + generate + downloads + 1 };
}

function totalled({
  attempts,
  calls,
  polls,
  usd,
}: CallTotals): Pick<ManifestAsset, 'attempts' | 'calls' | 'polls' | 'cost'> {
  return { attempts, calls, polls, cost: { usd } };
}

function describeRecord(record: RunRecord, timings: Timings, totals: CallTotals): ManifestAsset {
  const { asset, provider, request, fallback, making } = record.planned;
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
    ...totalled(totals),
    requests: countRequests(totals.calls, totals.transfers),
    timings,
    gates: gatesOf(record),
    ...(fallback ? { fallback } : {}),
    files: need(record.stored, 'stored').files,
  };
}
