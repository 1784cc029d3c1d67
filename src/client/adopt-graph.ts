import type { Save, Upload } from '../providers/graph-provider.ts';
import { invalid, unknownName } from '../workflow/compile-options.ts';
import type { InputValue, WorkflowGraph } from '../workflow/graph.ts';
import { readGraph } from '../workflow/read-graph.ts';
import { type InputImage, readInputImage } from './input-image.ts';

/** By the name that the graph loads them by, or as RunPod's own list. */
export type InputImages =
  | { readonly [name: string]: InputImage }
  | readonly { readonly name: string; readonly image: InputImage }[];

export interface AdoptedGraph {
  readonly graph: WorkflowGraph;
  readonly saves: readonly Save[];
  readonly uploads: readonly Upload[];
}

/** What hands pictures back; all others only keep them on the server. */
const SAVERS = ['SaveImage', 'SaveAnimatedWEBP', 'SaveAnimatedPNG'];

/**
 * A graph of anybody's, made safe to send: pictures go by their content, and each saver gets a prefix of its own, for workers keep files
 * from job to job and answer what they have seen before from their cache.
 * @throws LIMNER_WORKFLOW_INVALID
 */
export function adoptGraph(json: unknown, images: InputImages, prefix: string): AdoptedGraph {
  const graph = readGraph(json);
  const files = new Map(listImages(images).map(({ name, image }) => [name, readInputImage(image)]));
  const saves: Save[] = [];
  const loaded = new Set<string>();
  const adopted = Object.entries(graph).map(([id, node]) => {
    const inputs: { [name: string]: InputValue } = { ...node.inputs };
    if (SAVERS.includes(node.class_type)) {
      const save = { node: id, prefix: `${prefix}-${saves.length}` };
      saves.push(save);
      inputs['filename_prefix'] = save.prefix;
    }
    for (const [input, value] of Object.entries(node.inputs)) {
      const file = typeof value === 'string' ? files.get(value) : undefined;
      if (typeof value !== 'string' || !file) continue;
      loaded.add(value);
      inputs[input] = file.name;
    }
    return [id, { ...node, inputs }] as const;
  });
  if (saves.length === 0) throw invalid('This workflow saves no picture.', 'End it with a SaveImage.');
  checkLoaded([...files.keys()], loaded, graph);
  return { graph: Object.fromEntries(adopted), saves, uploads: [...files.values()] };
}

function listImages(images: InputImages): readonly { readonly name: string; readonly image: InputImage }[] {
  if (isList(images)) return images;
  return Object.entries(images).map(([name, image]) => ({ name, image }));
}

function isList(images: InputImages): images is Extract<InputImages, readonly unknown[]> {
  return Array.isArray(images);
}

function checkLoaded(names: readonly string[], loaded: ReadonlySet<string>, graph: WorkflowGraph): void {
  const stray = names.find((name) => !loaded.has(name));
  if (stray === undefined) return;
  const known = Object.values(graph).flatMap(({ inputs: { image } }) => (typeof image === 'string' ? [image] : []));
  throw unknownName('node that loads the picture', stray, known);
}
