import type { ImageJob } from '../providers/provider.ts';
import { getWorkflowForAssetType } from './asset-workflow.ts';
import { bindWorkflow } from './bind.ts';
import type { Tiling, WorkflowOptions } from './compile-options.ts';
import type { CompiledWorkflow } from './compiled-workflow.ts';
import type { WorkflowGraph } from './graph.ts';
import { keepGuide } from './keep-guide.ts';
import { findProfile } from './profiles/index.ts';
import type { SlotValues } from './slots.ts';

/** With what a job is made on one endpoint. */
export interface WorkflowChoice {
  readonly profile: string;
  readonly removal: string;
  /** The endpoint's names of the model files. */
  readonly files?: { readonly [key: string]: string };
  /** The endpoint has the nodes for seamless edges. */
  readonly seamless?: boolean;
  readonly options?: ChosenOptions;
  /** A user's own workflow takes the place of ours. */
  readonly own?: CompiledWorkflow;
}

/** What users choose; the rest follows from the job and the endpoint. */
export type ChosenOptions = Omit<WorkflowOptions, 'guide' | 'transparent' | 'tiling' | 'files'>;

export interface JobNames {
  /** New for every asset, with no folder. */
  readonly prefix: string;
  /** The name under which the server keeps the guide. */
  readonly guideName?: string;
  /** Which layer of the parallax this job paints; 0, the farthest, by default. */
  readonly layer?: number;
}

export interface JobWorkflow {
  readonly graph: WorkflowGraph;
  /** The pictures to look for, by how their file names begin. */
  readonly expected: readonly {
    readonly prefix: string;
    readonly role: 'image' | 'layer';
    readonly layer?: number;
    readonly rgba: boolean;
  }[];
  /** Input pictures that must be on the server first. */
  readonly uploads: readonly string[];
  readonly workflow: CompiledWorkflow;
}

/** The graph that makes one job in one call. Throws `LIMNER_WORKFLOW_INVALID` for what cannot be. */
export function workflowForJob(job: ImageJob, choice: WorkflowChoice, names: JobNames): JobWorkflow {
  if (job.composition.kind === 'layers' && job.composition.layers.length !== 1)
    throw new TypeError('A job for ComfyUI paints one layer.');
  if (job.guide && names.guideName === undefined) throw new TypeError('The guide of a job needs a name.');
  const workflow = choice.own ?? compileFor(job, choice);
  const graph = bindWorkflow(workflow, valuesFor(job, workflow, { choice, names }));
  const layer = job.composition.kind === 'layers' ? { layer: names.layer ?? 0 } : {};
  const role = job.composition.kind === 'layers' ? 'layer' : 'image';
  const usesGuide = workflow.slots.some(({ name }) => name === 'inputImage');
  return {
    graph,
    expected: workflow.outputs.map(({ rgba }) => ({ prefix: names.prefix, role, rgba, ...layer })),
    uploads: usesGuide && names.guideName !== undefined ? [names.guideName] : [],
    workflow,
  };
}

function compileFor(job: ImageJob, { profile, removal, files, options, seamless }: WorkflowChoice): CompiledWorkflow {
  const tiling = seamless && !options?.control ? tilingOf(job) : 'none';
  return getWorkflowForAssetType(job.type, {
    profile,
    removal,
    options: {
      ...options,
      guide: job.guide !== undefined,
      transparent: job.transparent,
      tiling,
      ...(files ? { files } : {}),
    },
  });
}

function tilingOf({ composition }: ImageJob): Tiling {
  if (composition.kind === 'scene') return composition.tile;
  return composition.kind === 'layers' ? (composition.loop === 'x' ? 'x' : 'none') : 'none';
}

function valuesFor(
  job: ImageJob,
  workflow: CompiledWorkflow,
  { choice, names }: { readonly choice: WorkflowChoice; readonly names: JobNames },
): SlotValues {
  const denoise = denoiseOf(job, workflow, choice);
  return {
    prompt: job.prompt,
    negativePrompt: job.negativePrompt,
    seed: job.seed,
    width: job.canvas.width,
    height: job.canvas.height,
    prefix: names.prefix,
    ...(job.guide && names.guideName !== undefined ? { inputImage: names.guideName } : {}),
    ...(job.guide && denoise !== undefined ? { denoise } : {}),
  };
}

/** The job's strength, where it has one, at which the guide still has a say. */
function denoiseOf(
  { strength }: ImageJob,
  { profile }: CompiledWorkflow,
  { options }: WorkflowChoice,
): number | undefined {
  const steps = options?.steps ?? findProfile(profile)?.settings.steps;
  return strength === undefined || steps === undefined ? strength : keepGuide(strength, steps);
}
