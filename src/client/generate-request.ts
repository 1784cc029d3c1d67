import { LimnerError } from '../errors.ts';
import type { Canvas } from '../guide/canvas.ts';
import { fitCanvas } from '../guide/fit-canvas.ts';
import { nearest } from '../pack/nearest.ts';
import { ASSET_TYPES, type AssetType } from '../pack/pack.ts';
import { WORKFLOW_FOR_ASSET } from '../workflow/asset-workflow.ts';
import { type WorkflowType, WORKFLOW_TYPES, catalogueEntry, isWorkflowType } from '../workflow/catalogue.ts';
import type { ChosenOptions } from '../workflow/job-workflow.ts';
import type { InputImage } from './input-image.ts';

/** One picture, asked of one workflow in one call. */
export interface GenerateRequest extends ChosenOptions {
  /** An asset type or a workflow: `entity`, `background`, `title_hero`, `sheet`, `parallax-layer`, `txt2img`, `img2img`, `remove-background`. */
  readonly workflowId: WorkflowId;
  /** Taken as it is; what is to be cut out is asked for on a plain ground, unless the prompt names a background itself. */
  readonly prompt?: string;
  readonly negativePrompt?: string;
  /** The guide to paint over, or the picture to change; without one an entity or a sheet is painted from words alone. */
  readonly inputImage?: InputImage | undefined;
  /** Of the finished picture, 1 to 4096 pixels; 1024 unless told. */
  readonly width?: number;
  readonly height?: number;
  /** 0 to 2^50; any unless told. */
  readonly seed?: number;
  /** How far the picture may leave `inputImage`: 0 not at all, 1 freely. */
  readonly strength?: number;
  /** The best that the endpoint has, unless told. */
  readonly profile?: string;
  readonly removal?: string;
  /** False keeps the background. */
  readonly transparent?: boolean;
  readonly signal?: AbortSignal;
}

/** Words are joined by `-` or `_`, as you like. */
export type WorkflowId = AssetType | WorkflowType | 'title_hero' | 'parallax_layer' | 'remove_background';

const MAX_SIDE = 4096;
const USUAL_SIDE = 1024;
/** What models can work with; the wished-for size decides the rest. */
const POLICY = { multipleOf: 16, minSide: 256, maxSide: 2048 } as const;

/** @throws LIMNER_USAGE for a workflow that makes no single picture, or that does not exist */
export function readWorkflowId(id: unknown): WorkflowType {
  const name = String(id);
  const assetType = ASSET_TYPES.find((type) => type === name);
  const type = assetType ? WORKFLOW_FOR_ASSET[assetType] : name.replaceAll('_', '-');
  if (isWorkflowType(type) && catalogueEntry(type).makes === 'pictures') return type;
  const able = WORKFLOW_TYPES.filter((known) => catalogueEntry(known).makes === 'pictures');
  const guess = nearest(name, [...ASSET_TYPES, ...able]);
  const isLayered = isWorkflowType(type);
  throw new LimnerError(
    'LIMNER_USAGE',
    isLayered ? `${type} makes layers, not one picture.` : `There is no workflow "${name}".`,
    {
      next: isLayered
        ? 'Compile it with getWorkflowForAssetType or bindWorkflow, and send it with executeWorkflow.'
        : guess === undefined
          ? `Choose from: ${able.join(', ')}.`
          : `Did you mean "${guess}"?`,
    },
  );
}

/** The asked size, checked. @throws LIMNER_USAGE */
export function readSize({ width = USUAL_SIDE, height = USUAL_SIDE }: Pick<GenerateRequest, 'width' | 'height'>) {
  for (const [name, side] of Object.entries({ width, height })) {
    if (Number.isSafeInteger(side) && side >= 1 && side <= MAX_SIDE) continue;
    throw new LimnerError(
      'LIMNER_USAGE',
      `${name} must be a whole number from 1 to ${MAX_SIDE}, not ${String(side)}.`,
      {
        next: 'Give the size of the finished picture in pixels.',
      },
    );
  }
  return { width, height };
}

/** On what a picture of this size is painted; the same in every process. */
export function canvasFor(size: { readonly width: number; readonly height: number }): Canvas {
  return fitCanvas(size, POLICY);
}
