import coreText from './fixtures/comfyui/comfyui-object_info-core-0.33.0.json?raw';
import customText from './fixtures/comfyui/comfyui-object_info-custom-packs.json?raw';
import workflowsText from './fixtures/comfyui/comfyui-workflows-api.json?raw';
import type { WorkflowGraph } from '../src/workflow/graph.ts';
import type { NodeCatalogue } from '../src/workflow/node-catalogue.ts';

/** What a ComfyUI 0.33.0 with no custom nodes answers to `GET /object_info`. */
export const coreCatalogue = JSON.parse(coreText) as NodeCatalogue;

/** The same with the recorded packs. */
export const wholeCatalogue: NodeCatalogue = { ...coreCatalogue, ...(JSON.parse(customText) as NodeCatalogue) };

interface Recorded {
  readonly workflows: { readonly [name: string]: { readonly prompt: WorkflowGraph } };
}

/** Workflows that the recorded server took, by name. */
export const recordedWorkflows: readonly (readonly [string, WorkflowGraph])[] = Object.entries(
  (JSON.parse(workflowsText) as Recorded).workflows,
).map(([name, { prompt }]) => [name, prompt]);
