import { bindWorkflow } from './bind.ts';
import type { CompiledWorkflow } from './compiled-workflow.ts';
import type { WorkflowGraph } from './graph.ts';
import { findProfile } from './profiles/index.ts';
import type { SlotValues } from './slots.ts';

/** Something to look at in every slot. `example.png` lies in the input folder of every fresh ComfyUI. */
export function sampleValues({ profile, slots, type }: CompiledWorkflow): SlotValues {
  const side = Math.floor(Math.sqrt(findProfile(profile)?.canvas.targetPixels ?? 1_048_576) / 16) * 16;
  const values: SlotValues = {
    prompt: 'a cute green slime monster, game art',
    seed: 7,
    width: side,
    height: side,
    inputImage: 'example.png',
    prefix: `limner-${type}`,
  };
  const wanted = new Set<string>(slots.map(({ name }) => name));
  return Object.fromEntries(Object.entries(values).filter(([name]) => wanted.has(name)));
}

export function bindSample(workflow: CompiledWorkflow): WorkflowGraph {
  return bindWorkflow(workflow, sampleValues(workflow));
}
