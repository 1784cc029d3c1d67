import type { InputValue, Link, WorkflowGraph, WorkflowNode } from './graph.ts';
import { fillMarks } from './marks.ts';

/**
 * Some nodes that stand in for one role. Links between them use their own ids; `{"$in": name}` is what the role is given,
 * `{"$set": name}` a setting of the profile, `{"$file": key}` a model file.
 */
export interface Fragment {
  readonly nodes: WorkflowGraph;
  /** What the fragment gives; names it does not mention pass through unchanged. */
  readonly outputs: { readonly [name: string]: Link };
}

/** Values by name on their way through a role: links into the outer graph, slots or plain values. */
export type Wires = { readonly [name: string]: InputValue };

export interface FragmentValues {
  readonly settings: Wires;
  readonly files: Wires;
}

/** Puts fragments one behind the other into a graph; each takes what its forerunners give. */
export function chainFragments(
  role: { readonly id: string; readonly wires: Wires },
  fragments: readonly Fragment[],
  values: FragmentValues,
): { readonly nodes: WorkflowGraph; readonly wires: Wires } {
  let { wires } = role;
  let nodes: WorkflowGraph = {};
  for (const fragment of fragments) {
    const given = wires;
    const place = (node: WorkflowNode): WorkflowNode => placeNode(node, { fragment, role: role.id, given, values });
    nodes = { ...nodes, ...mapKeys(fragment.nodes, (id) => `${role.id}-${id}`, place) };
    wires = { ...given, ...mapLinks(fragment.outputs, role.id) };
  }
  return { nodes, wires };
}

interface Place {
  readonly fragment: Fragment;
  readonly role: string;
  readonly given: Wires;
  readonly values: FragmentValues;
}

function placeNode(node: WorkflowNode, { fragment, role, given, values }: Place): WorkflowNode {
  const tables: { readonly [mark: string]: Wires } = { $in: given, $set: values.settings, $file: values.files };
  const inputs = Object.entries(node.inputs).map(([name, value]): [string, InputValue] => {
    const link = asLink(value);
    if (link && Object.hasOwn(fragment.nodes, link[0])) return [name, [`${role}-${link[0]}`, link[1]]];
    return [name, fillMarks(value, tables)];
  });
  return { ...node, inputs: Object.fromEntries(inputs) };
}

function mapLinks(outputs: Fragment['outputs'], role: string): Wires {
  return Object.fromEntries(Object.entries(outputs).map(([name, [id, slot]]) => [name, [`${role}-${id}`, slot]]));
}

function mapKeys(
  graph: WorkflowGraph,
  rename: (id: string) => string,
  change: (node: WorkflowNode) => WorkflowNode,
): WorkflowGraph {
  return Object.fromEntries(Object.entries(graph).map(([id, node]) => [rename(id), change(node)]));
}

/** The value as a link, if it is one. */
export function asLink(value: InputValue | undefined): Link | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [id, slot]: readonly unknown[] = value;
  return typeof id === 'string' && typeof slot === 'number' ? [id, slot] : undefined;
}
