import { invalid } from './compile-options.ts';
import { asLink } from './fragment.ts';
import type { InputValue, WorkflowGraph, WorkflowNode } from './graph.ts';

const API_EXPORT = 'In ComfyUI choose Workflow → Export (API), and give that file.';

/**
 * Reads a graph in API format. The format of ComfyUI's own editor is recognised and refused with the way to the right one.
 * Throws `LIMNER_WORKFLOW_INVALID`.
 */
export function readGraph(json: unknown): WorkflowGraph {
  if (!isRecord(json)) throw invalid('A workflow must be a JSON object of nodes.', API_EXPORT);
  if (Array.isArray(json['nodes']) && Array.isArray(json['links']))
    throw invalid('This workflow was saved for the editor; a server cannot take that format.', API_EXPORT);
  if (isRecord(json['prompt']) && typeof json['prompt']['class_type'] !== 'string')
    throw invalid('This is a whole request, not a workflow.', 'Give what stands under its "prompt".');
  const nodes = Object.entries(json).map(([id, node]): [string, WorkflowNode] => [id, readNode(id, node)]);
  if (nodes.length === 0) throw invalid('This workflow has no nodes.', API_EXPORT);
  const graph = Object.fromEntries(nodes);
  for (const [id, { inputs }] of nodes) {
    const loose = Object.entries(inputs).find(([, value]) => {
      const link = asLink(value);
      return Array.isArray(value) && (!link || !Object.hasOwn(graph, link[0]));
    });
    if (loose)
      throw invalid(`The input "${loose[0]}" of node ${id} is linked to a node that is not there.`, API_EXPORT);
  }
  return graph;
}

/** Titles are added where they are missing: servers name nodes by them. */
function readNode(id: string, node: unknown): WorkflowNode {
  if (!isRecord(node) || typeof node['class_type'] !== 'string' || !isRecord(node['inputs']))
    throw invalid(`The node "${id}" has no class_type or no inputs.`, API_EXPORT);
  const { class_type, inputs, _meta: meta } = node;
  const title = isRecord(meta) && typeof meta['title'] === 'string' ? meta['title'] : class_type;
  return { class_type, inputs: readInputs(id, inputs), _meta: { title } };
}

function readInputs(id: string, inputs: { readonly [name: string]: unknown }): WorkflowNode['inputs'] {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]): [string, InputValue] => {
      if (isInputValue(value)) return [name, value];
      throw invalid(`The input "${name}" of node ${id} holds what JSON cannot hold.`, API_EXPORT);
    }),
  );
}

function isInputValue(value: unknown): value is InputValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  return Array.isArray(value) ? value.every(isInputValue) : isRecord(value) && Object.values(value).every(isInputValue);
}

export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
