import { type PythonDict, type PythonValue, isDict } from '../python-value.ts';
import { titleOf } from '../validate-prompt.ts';
import type { ServerCatalogue, ServerClass } from '../server-catalogue.ts';

export type FaultCode =
  | 'not-a-graph'
  | 'ui-format'
  | 'request-body'
  | 'no-output'
  | 'not-a-node'
  | 'class-missing'
  | 'class-unknown'
  | 'inputs-missing'
  | 'input-missing'
  | 'input-unknown'
  | 'key-unknown'
  | 'link-malformed'
  | 'link-dangling'
  | 'link-slot'
  | 'link-type'
  | 'link-wanted'
  | 'value-missing'
  | 'value-type'
  | 'value-range'
  | 'value-unlisted'
  | 'not-finite'
  | 'digits-lost'
  | 'cycle';

/** What is wrong with a workflow, where, and what to do about it, in plain words. */
export interface WorkflowFault {
  /** The node's id; absent where the graph as a whole is at fault. */
  readonly node?: string;
  readonly title?: string;
  readonly classType?: string;
  readonly input?: string;
  readonly code: FaultCode;
  readonly message: string;
  readonly cure: string;
}

/** A node whose class is known. */
export interface GraphNode {
  readonly id: string;
  readonly node: PythonDict;
  readonly className: string;
  readonly info: ServerClass;
}

export interface Graph {
  /** Everything under an id, whatever it is. */
  readonly entries: PythonDict;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly catalogue: ServerCatalogue;
}

export interface Place {
  readonly id: string;
  readonly node: PythonValue;
  readonly input?: string;
}

export function faultAt({ id, node, input }: Place, code: FaultCode, message: string, cure: string): WorkflowFault {
  const title = isDict(node) ? titleOf(node) : undefined;
  const classType = isDict(node) ? node.get('class_type') : undefined;
  return {
    node: id,
    ...(title ? { title } : {}),
    ...(typeof classType === 'string' ? { classType } : {}),
    ...(input === undefined ? {} : { input }),
    code,
    message,
    cure,
  };
}

/** The graph's inputs of a node; none where there is no object of them. */
export function inputsOf({ node }: GraphNode): PythonDict {
  const inputs = node.get('inputs');
  return isDict(inputs) ? inputs : new Map();
}
