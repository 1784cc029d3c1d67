import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InputValue, WorkflowGraph } from '../src/workflow/graph.ts';
import type { InputSpec, NodeCatalogue, NodeInfo } from '../src/workflow/node-catalogue.ts';
import { ROOT } from './source-files.ts';

const FIXTURES = join(ROOT, 'test/fixtures/comfyui');

/** What a real ComfyUI 0.33.0 and five node packs answered to `GET /object_info`. */
export function recordedCatalogue(): NodeCatalogue {
  return {
    ...readFixture<NodeCatalogue>('comfyui-object_info-core-0.33.0.json'),
    ...readFixture<NodeCatalogue>('comfyui-object_info-custom-packs.json'),
  };
}

/** Graphs that the real server accepted, by name. */
export function acceptedWorkflows(): { readonly [name: string]: { readonly prompt: WorkflowGraph } } {
  return readFixture<{ workflows: { [name: string]: { prompt: WorkflowGraph } } }>('comfyui-workflows-api.json')
    .workflows;
}

function readFixture<T>(name: string): T {
  return JSON.parse(readFileSync(join(FIXTURES, name), 'utf8')) as T;
}

/** Everything a server, or a strict reader, would find wrong with a graph; for graphs without dynamic inputs. */
export function graphFaults(graph: WorkflowGraph, catalogue: NodeCatalogue): readonly string[] {
  return Object.entries(graph).flatMap(([id, node]) => {
    const info = catalogue[node.class_type];
    if (!info) return [`${id}: no class ${node.class_type}`];
    const specs = { ...info.input.required, ...info.input.optional };
    const missing = Object.keys(info.input.required ?? {}).filter((name) => !(name in node.inputs));
    return [
      ...(node['_meta']?.title ? [] : [`${id}: no title`]),
      ...missing.map((name) => `${id}.${name}: missing`),
      ...Object.entries(node.inputs).flatMap(([name, value]) => {
        const spec = specs[name];
        const fault = spec ? valueFault(value, spec, { graph, catalogue, isFile: name === 'image' }) : 'unknown input';
        return fault === undefined ? [] : [`${id}.${name}: ${fault}`];
      }),
    ];
  });
}

interface Surroundings {
  readonly graph: WorkflowGraph;
  readonly catalogue: NodeCatalogue;
  readonly isFile: boolean;
}

function valueFault(value: InputValue, spec: InputSpec, around: Surroundings): string | undefined {
  const [type, options = {}] = spec;
  if (Array.isArray(value)) return linkFault(value, type, around);
  const choices = Array.isArray(type) ? type : type === 'COMBO' ? options.options : undefined;
  if (choices) return around.isFile || choices.includes(value) ? undefined : `not in list: ${JSON.stringify(value)}`;
  if (type === 'STRING' || type === 'COLORCODE') return typeof value === 'string' ? undefined : 'no text';
  if (type === 'BOOLEAN') return typeof value === 'boolean' ? undefined : 'no boolean';
  if (type !== 'INT' && type !== 'FLOAT') return `a ${String(type)} must be linked`;
  if (typeof value !== 'number' || (type === 'INT' && !Number.isInteger(value))) return `no ${type}`;
  const { min = -Infinity, max = Infinity } = options;
  return value >= min && value <= max ? undefined : `${value} is not from ${min} to ${max}`;
}

function linkFault(
  link: readonly unknown[],
  type: InputSpec[0],
  { graph, catalogue }: Surroundings,
): string | undefined {
  const [id, slot] = link;
  const source = typeof id === 'string' && link.length === 2 ? graph[id] : undefined;
  const given: NodeInfo['output'][number] | undefined =
    source && typeof slot === 'number' ? catalogue[source.class_type]?.output[slot] : undefined;
  if (given === undefined) return `dangling link ${JSON.stringify(link)}`;
  return given === type ? undefined : `${String(given)} given for ${String(type)}`;
}
