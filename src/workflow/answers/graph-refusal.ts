import { isObject, textOf } from './loose-json.ts';

/** Why a server would not take a graph, whichever way it was told. */
export interface GraphRefusal {
  /** About the graph as a whole, such as `missing_node_type`. */
  readonly error?: NodeError;
  readonly nodes: readonly NodeRefusal[];
}

export interface NodeRefusal {
  readonly id: string;
  readonly classType?: string;
  readonly errors: readonly NodeError[];
}

export interface NodeError {
  /** ComfyUI's own word for it, such as `value_not_in_list`. */
  readonly type: string;
  readonly message: string;
  readonly details: string;
  readonly extra: Readonly<Record<string, unknown>>;
}

/** Reads the body of a refused `POST /prompt`: `{error, node_errors}`. Lenient: what is not understood is left out. */
export function readRefusalBody(body: unknown): GraphRefusal {
  if (!isObject(body)) return { nodes: [] };
  const error = isObject(body['error']) ? readError(body['error']) : undefined;
  const nodes = isObject(body['node_errors']) ? Object.entries(body['node_errors']) : [];
  return {
    ...(error ? { error } : {}),
    nodes: nodes.map(([id, node]) => readNode(id, isObject(node) ? node : {})),
  };
}

export function readNode(id: string, node: Readonly<Record<string, unknown>>): NodeRefusal {
  const errors = Array.isArray(node['errors']) ? node['errors'].filter(isObject).map(readError) : [];
  const classType = node['class_type'];
  return { id, ...(typeof classType === 'string' ? { classType } : {}), errors };
}

function readError(error: Readonly<Record<string, unknown>>): NodeError {
  return {
    type: textOf(error['type']),
    message: textOf(error['message']),
    details: textOf(error['details']),
    extra: isObject(error['extra_info']) ? error['extra_info'] : {},
  };
}
