import { PythonError, type PythonValue, isDict, toPython } from '../python-value.ts';
import { type AnyCatalogue, type ServerCatalogue, openCatalogue } from '../server-catalogue.ts';
import { findCycles } from './cycles.ts';
import { type Graph, type GraphNode, type WorkflowFault, faultAt } from './fault.ts';
import { recogniseForeign } from './foreign-formats.ts';
import { checkInputs } from './inputs.ts';
import { didYouMean, show } from './words.ts';

/**
 * Everything that is wrong with a workflow in API format, sorted by node: what the server would refuse, and what it
 * would let pass and fail at later, or worse (unknown inputs, links into nowhere, also in nodes that nothing reads).
 * Which files a server has as input is not asked: nobody uploads before the check. No faults means that the server
 * described by `catalogue` takes the workflow whole. Never throws.
 */
export function findFaults(graph: unknown, catalogue: AnyCatalogue): readonly WorkflowFault[] {
  const document = readDocument(graph);
  const foreign = recogniseForeign(document);
  if (foreign || !isDict(document)) return foreign ? [foreign] : [];
  const server = openCatalogue(catalogue);
  const nodes = new Map<string, GraphNode>();
  const faults: WorkflowFault[] = [];
  for (const [id, node] of document) {
    const read = readNode(id, node, server);
    if ('code' in read) faults.push(read);
    else nodes.set(id, read);
  }
  const whole: Graph = { entries: document, nodes, catalogue: server };
  for (const node of nodes.values()) faults.push(...checkInputs(node, whole));
  faults.push(...findCycles(nodes));
  return [...missingOutput(whole), ...faults.toSorted((a, b) => compareIds(a.node ?? '', b.node ?? ''))];
}

function readDocument(graph: unknown): PythonValue {
  try {
    return toPython(graph);
  } catch (error) {
    if (error instanceof PythonError) return null;
    throw error;
  }
}

function readNode(id: string, node: PythonValue, catalogue: ServerCatalogue): GraphNode | WorkflowFault {
  const place = { id, node };
  if (!isDict(node)) {
    return faultAt(place, 'not-a-node', `A node is an object, and this is ${show(node)}.`, 'Take this entry out.');
  }
  const className = node.get('class_type');
  if (typeof className !== 'string') {
    const found = className === undefined ? 'has no class_type' : `has ${show(className)} for a class_type`;
    return faultAt(place, 'class-missing', `The node ${found}.`, 'Give the class of the node as a text.');
  }
  const info = catalogue.get(className);
  if (!info) {
    const otherwise = 'Install the node pack that brings it, or use another node.';
    return faultAt(
      place,
      'class-unknown',
      `This server has no node ${show(className)}.`,
      didYouMean(className, catalogue.names(), otherwise),
    );
  }
  if (!isDict(node.get('inputs') ?? null)) {
    return faultAt(place, 'inputs-missing', 'The node has no object of inputs.', 'Add "inputs": {…}; it may be empty.');
  }
  return { id, node, className, info };
}

/** Where a class is unknown, it may be the one that saves. */
function missingOutput({ entries, nodes }: Graph): readonly WorkflowFault[] {
  if (entries.size > nodes.size || [...nodes.values()].some(({ info }) => info.isOutput)) return [];
  const message = entries.size === 0 ? 'The workflow has no nodes.' : 'No node gives anything out: nothing would run.';
  return [{ code: 'no-output', message, cure: 'Add a node that saves, such as SaveImage, at the end.' }];
}

/** Numbers by size, before all other ids. */
function compareIds(a: string, b: string): number {
  const [isNumberA, isNumberB] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumberA && isNumberB) return Number(a) - Number(b);
  if (isNumberA !== isNumberB) return isNumberA ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
