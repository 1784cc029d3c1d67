import type { InputValue, Link, WorkflowGraph } from '../../../workflow/graph.ts';

/** The server's own order of nodes: as soon as they can run, those first that lead to an output soonest. */
export interface Schedule {
  /** The node to run now; undefined when all have run. */
  next(): string | undefined;
  done(nodeId: string): void;
}

/** A link to a node that is not there; the real server's worker thread dies of it. */
export class NodeNotFoundError extends Error {}

export interface ScheduleOptions {
  readonly graph: WorkflowGraph;
  readonly outputs: readonly string[];
  readonly isCached: (nodeId: string) => boolean;
  readonly isOutput: (nodeId: string) => boolean;
}

/** Throws `NodeNotFoundError` at once when a needed node links to one that is not there. */
export function createSchedule(options: ScheduleOptions): Schedule {
  const { isOutput } = options;
  const { blockers, blocking } = findDependencies(options);
  return {
    next() {
      const ready = [...blockers].filter(([, needs]) => needs.size === 0).map(([id]) => id);
      return pickFriendly(ready, blocking, isOutput);
    },
    done(nodeId) {
      blockers.delete(nodeId);
      for (const needs of blockers.values()) needs.delete(nodeId);
    },
  };
}

interface Dependencies {
  /** Nodes that wait, in the order they were found, each with what it waits for. */
  readonly blockers: Map<string, Set<string>>;
  readonly blocking: Map<string, Set<string>>;
}

function findDependencies({ graph, outputs, isCached }: ScheduleOptions): Dependencies {
  const blockers = new Map<string, Set<string>>();
  const blocking = new Map<string, Set<string>>();
  for (const output of outputs) {
    const stack = [output];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (blockers.has(id)) continue;
      const needs = new Set<string>();
      blockers.set(id, needs);
      blocking.set(id, blocking.get(id) ?? new Set());
      for (const [from] of linksOf(graph, id)) {
        if (isCached(from)) continue;
        stack.push(from);
        needs.add(from);
        blocking.set(from, (blocking.get(from) ?? new Set()).add(id));
      }
    }
  }
  return { blockers, blocking };
}

function linksOf(graph: WorkflowGraph, id: string): readonly Link[] {
  const node = graph[id];
  if (!node) throw new NodeNotFoundError(`Node ${id} not found`);
  return Object.values(node.inputs ?? {}).filter(isLink);
}

/** Every two-element array of a string and a number is a link. */
export function isLink(value: InputValue | undefined): value is Link {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && typeof value[1] === 'number';
}

/** Outputs first, then what an output waits for, then what that waits for. */
function pickFriendly(
  ready: readonly string[],
  blocking: ReadonlyMap<string, ReadonlySet<string>>,
  isOutput: (nodeId: string) => boolean,
): string | undefined {
  const after = (id: string): readonly string[] => [...(blocking.get(id) ?? [])];
  return (
    ready.find(isOutput) ??
    ready.find((id) => after(id).some(isOutput)) ??
    ready.find((id) => after(id).some((next) => after(next).some(isOutput))) ??
    ready[0]
  );
}
