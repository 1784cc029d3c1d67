/**
 * limner as a library. Everything here runs wherever JavaScript does; what needs Node's files or SQLite is in `limner/node`.
 * @module
 */
export { type ClientOptions } from './client/connect.ts';
export { ComfyUIClient } from './client/comfyui-client.ts';
export { LimnerError, type ErrorCode } from './errors.ts';
export { type GenerateOptions, type PlanOptions, generate, plan } from './generate.ts';
export { createSilhouette } from './guide/create-silhouette.ts';
export type { Ledger } from './ledger/ledger.ts';
export { createMemoryLedger } from './ledger/memory.ts';
export type { AssetSpec, Pack } from './pack/pack.ts';
export { parsePack } from './pack/parse-pack.ts';
export type { RunEvent, RunSummary } from './pipeline/events.ts';
export { pipelineRegistry } from './pipeline/registry.ts';
export { DEFAULT_PROVIDERS, type ProviderConfig } from './plan/default-providers.ts';
export { describePlan } from './plan/describe-plan.ts';
export { createComfyui } from './providers/comfyui/index.ts';
export { createPainter } from './providers/painter/index.ts';
export type { ImageJob, ImageProvider } from './providers/provider.ts';
export { createRunpod } from './providers/runpod/index.ts';
export { type ScenarioAdapter, createScenarioAdapter } from './providers/scenario/adapter.ts';
export { createScenario } from './providers/scenario/index.ts';
export type { Manifest } from './report/manifest.ts';
export { createMemoryBlobs, createMemoryStore } from './store/memory.ts';
export { type R2BucketBinding, createR2Store } from './store/r2/index.ts';
export { type S3Options, createS3Store } from './store/s3/index.ts';
export type { AssetStore, BlobStore } from './store/store.ts';
export { version } from './version.ts';
export { getWorkflowForAssetType } from './workflow/asset-workflow.ts';
export { bindWorkflow } from './workflow/bind.ts';
export type { CompiledWorkflow } from './workflow/compiled-workflow.ts';
export type { WorkflowGraph } from './workflow/graph.ts';
export { workflowWishes } from './workflow/pack-wishes.ts';
export { readOwnWorkflow } from './workflow/own-workflow.ts';
