import { type FragmentValues, type Wires, asLink, chainFragments } from './fragment.ts';
import type { InputValue, WorkflowGraph } from './graph.ts';
import { ROLES, type RoleContext } from './roles.ts';

const ROLE_PREFIX = 'limner/';

/** Puts real nodes in the place of every role; slots stay as they are. */
export function expandRoles(graph: WorkflowGraph, context: RoleContext, values: FragmentValues): WorkflowGraph {
  const given = new Map<string, readonly (InputValue | undefined)[]>();
  let nodes: WorkflowGraph = {};
  for (const [id, node] of Object.entries(graph)) {
    if (!node.class_type.startsWith(ROLE_PREFIX)) {
      nodes = { ...nodes, [id]: node };
      continue;
    }
    const role = ROLES[node.class_type.slice(ROLE_PREFIX.length)];
    if (!role) throw new TypeError(`There is no role ${node.class_type}.`);
    const filled = chainFragments({ id, wires: node.inputs }, role.fragments(context, node.inputs), values);
    nodes = { ...nodes, ...filled.nodes };
    given.set(
      id,
      role.outputs.map((name) => filled.wires[name]),
    );
  }
  return Object.fromEntries(
    Object.entries(nodes).map(([id, node]) => [id, { ...node, inputs: resolveInputs(node.inputs, given) }]),
  );
}

function resolveInputs(inputs: Wires, given: ReadonlyMap<string, readonly (InputValue | undefined)[]>): Wires {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, resolve(value, given)]));
}

/** Follows a link to a role until a real node, or a value, stands at its end. */
function resolve(value: InputValue, given: ReadonlyMap<string, readonly (InputValue | undefined)[]>): InputValue {
  const link = asLink(value);
  const outputs = link && given.get(link[0]);
  if (!link || !outputs) return value;
  const source = outputs[link[1]];
  if (source === undefined) throw new TypeError(`The role "${link[0]}" has no output ${link[1]}.`);
  return resolve(source, given);
}
