import { canonicalJson, sha256 } from '../../../hash.ts';
import type { WorkflowGraph, WorkflowNode } from '../../../workflow/graph.ts';
import type { NodeOutput } from '../engine.ts';
import { parseAnnotatedName, type FileStore } from '../files.ts';
import { NEVER_CACHED, READS_FILE } from '../kernels/index.ts';
import type { Value } from '../values.ts';
import { isLink } from './order.ts';

/** What a node gave when it ran. */
export interface NodeResult {
  /** By slot, each a list of values. */
  readonly slots: readonly (readonly Value[])[];
  readonly ui?: NodeOutput;
}

/** Results by key. Like the server under its usual lack of memory, it keeps only what the last prompt used. */
export interface ResultCache {
  get(key: string): NodeResult | undefined;
  set(key: string, result: NodeResult): void;
  keepOnly(keys: ReadonlySet<string>): void;
  clear(): void;
}

export function createResultCache(): ResultCache {
  const results = new Map<string, NodeResult>();
  return {
    get: (key) => results.get(key),
    set: (key, result) => void results.set(key, result),
    keepOnly(keys) {
      for (const key of results.keys()) if (!keys.has(key)) results.delete(key);
    },
    clear: () => results.clear(),
  };
}

/**
 * Each node's key: its class, its inputs, the keys of what it links to, and the bytes of a file it loads. Node ids have no
 * part in it.
 */
export function cacheKeys(graph: WorkflowGraph, files: FileStore): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const keyOf = (id: string): string => {
    const known = keys.get(id);
    if (known !== undefined) return known;
    keys.set(id, `cycle ${id}`);
    const node = graph[id];
    const key = node ? sha256(canonicalJson(signatureOf(node, keyOf, files))) : `absent ${id}`;
    keys.set(id, key);
    return key;
  };
  for (const id of Object.keys(graph)) keyOf(id);
  return keys;
}

function signatureOf(node: WorkflowNode, keyOf: (id: string) => string, files: FileStore): unknown {
  const inputs = Object.entries(node.inputs ?? {}).map(([name, value]) =>
    isLink(value) ? [name, 'link', keyOf(value[0]), value[1]] : [name, 'value', value],
  );
  return [node.class_type, ...inputs.sort(byName), ...whatChanges(node, files)];
}

function byName([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}

function whatChanges({ class_type: name, inputs }: WorkflowNode, files: FileStore): readonly unknown[] {
  if (NEVER_CACHED.has(name)) return [crypto.randomUUID()];
  if (!READS_FILE.has(name) || typeof inputs['image'] !== 'string') return [];
  const bytes = files.read(parseAnnotatedName(inputs['image']));
  return [bytes ? sha256(bytes) : 'absent'];
}
