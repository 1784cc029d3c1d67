import { isLink } from '../check-node.ts';
import { type GraphNode, type WorkflowFault, faultAt, inputsOf } from './fault.ts';
import { show } from './words.ts';

/** One fault for every loop of links, at the node where it is closed. */
export function findCycles(nodes: ReadonlyMap<string, GraphNode>): readonly WorkflowFault[] {
  const faults: WorkflowFault[] = [];
  const done = new Set<string>();
  for (const start of nodes.keys()) {
    const path: Step[] = done.has(start) ? [] : [stepInto(start, nodes)];
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const next = step.sources.pop();
      const loop = next === undefined ? -1 : path.findIndex(({ id }) => id === next);
      if (next === undefined) {
        done.add(step.id);
        path.pop();
      } else if (loop >= 0) {
        faults.push(describe([...path.slice(loop).map(({ id }) => id), next], nodes));
      } else if (!done.has(next)) path.push(stepInto(next, nodes));
    }
  }
  return faults;
}

interface Step {
  readonly id: string;
  /** Still to be followed. */
  readonly sources: string[];
}

function stepInto(id: string, nodes: ReadonlyMap<string, GraphNode>): Step {
  const node = nodes.get(id);
  const links = node ? [...inputsOf(node).values()].filter(isLink) : [];
  return { id, sources: [...new Set(links.map(([source]) => source))].filter((source) => nodes.has(source)) };
}

function describe(path: readonly string[], nodes: ReadonlyMap<string, GraphNode>): WorkflowFault {
  const [id = ''] = path;
  const shown = path.map((member) => `${show(member)} (${nodes.get(member)?.className ?? ''})`).join(' ← ');
  const node = nodes.get(id)?.node ?? null;
  return faultAt({ id, node }, 'cycle', `The links run in a circle: ${shown}.`, 'Link one of these nodes elsewhere.');
}
