import { LimnerError } from '../errors.ts';
import { chooseKeyColour } from '../prompt/key-colour.ts';
import type { Save, Upload } from '../providers/graph-provider.ts';
import { bindWorkflow } from '../workflow/bind.ts';
import { type WorkflowType, catalogueEntry, hasRole } from '../workflow/catalogue.ts';
import { compileWorkflow } from '../workflow/compile.ts';
import type { CompiledWorkflow } from '../workflow/compiled-workflow.ts';
import type { EndpointFacts } from '../workflow/endpoint-facts.ts';
import { type AssetFit, fitWorkflow } from '../workflow/fit-endpoint.ts';
import type { WorkflowGraph } from '../workflow/graph.ts';
import type { ChosenOptions } from '../workflow/job-workflow.ts';
import { keepGuide } from '../workflow/keep-guide.ts';
import { lackOf } from '../workflow/makings.ts';
import { findProfile } from '../workflow/profiles/index.ts';
import type { SlotValues } from '../workflow/slots.ts';
import type { Finish } from './asset-id.ts';
import { type GenerateRequest, canvasFor, readSize, readWorkflowId } from './generate-request.ts';
import { readInputImage } from './input-image.ts';

/** A request as a graph that can be sent, and what is to be done with what comes back. */
export interface PlannedGraph {
  readonly graph: WorkflowGraph;
  readonly uploads: readonly Upload[];
  readonly save: Save;
  readonly pixels?: number;
  readonly finish?: Finish;
  readonly workflow: CompiledWorkflow;
}

export interface PlanContext {
  readonly provider: string;
  readonly facts: EndpointFacts;
  /** Unlike that of every other call. */
  readonly prefix: string;
  readonly seed: number;
}

/**
 * Chooses what the endpoint has and fills the workflow with the request.
 * @throws LIMNER_USAGE, LIMNER_WORKFLOW_INVALID or LIMNER_CAPABILITY_MISSING, before anything is sent
 */
export function planGraph(request: GenerateRequest, context: PlanContext): PlannedGraph {
  const type = readWorkflowId(request.workflowId);
  const upload = request.inputImage === undefined ? undefined : readInputImage(request.inputImage);
  const fit = fitWorkflow(type, context.facts, wishOf(request));
  if (!fit.ok) throw cannot(context.provider, type, fit);
  const workflow = compile(type, fit, request, upload !== undefined);
  const paints = hasRole(catalogueEntry(type), 'Model');
  const finish = paints ? { ...readSize(request), ...keyColourFor(type, fit, request) } : undefined;
  const values = valuesOf(request, workflow, {
    ...context,
    ...(upload ? { upload } : {}),
    ...(finish ? { finish } : {}),
  });
  const canvas = finish && canvasFor(finish);
  const [output] = workflow.outputs;
  return {
    graph: bindWorkflow(workflow, values),
    uploads: upload ? [upload] : [],
    save: { node: output?.node ?? '', prefix: context.prefix },
    workflow,
    ...(canvas ? { pixels: canvas.width * canvas.height } : {}),
    ...(finish ? { finish } : {}),
  };
}

function wishOf(request: GenerateRequest) {
  const { profile, removal } = request;
  return {
    options: optionsOf(request),
    ...(profile === undefined ? {} : { profile }),
    ...(removal === undefined ? {} : { removal }),
  };
}

const OPTIONS = [
  'steps',
  'cfg',
  'sampler',
  'scheduler',
  'guidance',
  'shift',
  'loras',
  'control',
  'controlStrength',
] as const;

function optionsOf(request: GenerateRequest): ChosenOptions {
  return Object.fromEntries(OPTIONS.flatMap((name) => (request[name] === undefined ? [] : [[name, request[name]]])));
}

function compile(type: WorkflowType, fit: AssetFit, request: GenerateRequest, guide: boolean): CompiledWorkflow {
  const { profile = 'none', removal = 'none', files, options } = fit;
  const { transparent } = request;
  return compileWorkflow({
    type,
    profile,
    removal,
    options: { ...options, guide, files, ...(transparent === undefined ? {} : { transparent }) },
  });
}

/** Where the endpoint cannot cut, the subject is painted on a colour that it can be cut from here. */
function keyColourFor(type: WorkflowType, { removal }: AssetFit, { prompt = '', transparent = true }: GenerateRequest) {
  const isLeftToUs = transparent && removal === 'none' && hasRole(catalogueEntry(type), 'RemoveBackground');
  return isLeftToUs ? { keyColour: chooseKeyColour(prompt).hex } : {};
}

interface Filling extends PlanContext {
  readonly upload?: Upload;
  readonly finish?: Finish;
}

/** Slots that the workflow does not have are left out: what a caller gives beside them does no harm. */
function valuesOf(request: GenerateRequest, workflow: CompiledWorkflow, filling: Filling): SlotValues {
  const { finish, upload, seed, prefix } = filling;
  const { prompt, negativePrompt = '', strength } = request;
  const canvas = finish && canvasFor(finish);
  const isCut = workflow.outputs.every(({ rgba }) => rgba);
  const steps = request.steps ?? findProfile(workflow.profile)?.settings.steps ?? 1;
  const values: SlotValues = {
    ...(prompt === undefined ? {} : { prompt: withGround(prompt, finish?.keyColour, isCut) }),
    negativePrompt,
    seed,
    prefix,
    ...(canvas ? { width: canvas.width, height: canvas.height } : {}),
    ...(upload ? { inputImage: upload.name } : {}),
    ...(strength === undefined ? {} : { denoise: keepGuide(strength, steps) }),
  };
  const wanted = new Set<string>(workflow.slots.map(({ name }) => name));
  return Object.fromEntries(Object.entries(values).filter(([name]) => wanted.has(name)));
}

/** What is to be cut out must stand on something plain; words of the caller's own about that are left to the caller. */
function withGround(prompt: string, keyColour: string | undefined, isCut: boolean): string {
  if (keyColour !== undefined) return `${prompt}, isolated on a plain flat ${keyColour} background, no shadow`;
  if (!isCut || /background/i.test(prompt)) return prompt;
  return `${prompt}, isolated on a plain light grey background, no shadow`;
}

function cannot(provider: string, type: WorkflowType, fit: AssetFit): LimnerError {
  return new LimnerError('LIMNER_CAPABILITY_MISSING', `${provider} cannot make ${type}: ${lackOf(fit)}.`, {
    next: 'Choose another profile or removal, or put what is missing on the endpoint.',
  });
}
