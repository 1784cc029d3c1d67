import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import type { PlacedFault } from './problem.ts';
import { keyFault, type ReadResult } from './read-result.ts';
import { showValue } from './show-value.ts';
import type { MapEntry, MapNode, Path, SourceNode } from './source-node.ts';
import { parseYaml } from './yaml-document.ts';

/** How many nodes all aliases together may stand for. */
const MAX_UNFOLDED = 200_000;

interface Anchored {
  readonly node: SourceNode;
  readonly size: number;
}
interface Walk {
  readonly anchors: Map<string, Anchored>;
  readonly faults: PlacedFault[];
  nodes: number;
  unfolded: number;
  /** Set when aliases stand for too much; nothing read after it counts. */
  bomb?: PlacedFault;
}

/** Reads YAML into plain nodes: aliases resolved (within bounds), merge keys merged, keys unique. */
export function readYaml(text: string): ReadResult {
  const { document, faults } = parseYaml(text);
  if (!document) return { faults };
  const walk: Walk = { anchors: new Map(), faults: [], nodes: 0, unfolded: 0 };
  const root = readNode(walk, document.contents, []);
  return walk.bomb ? { faults: [walk.bomb] } : { root, faults: walk.faults };
}

function readNode(walk: Walk, node: ParsedNode | null, path: Path): SourceNode {
  if (isAlias(node)) return resolveAlias(walk, node.source, node.range[0], path);
  const before = walk.nodes;
  walk.nodes += 1;
  const result = readOwnNode(walk, node, path);
  const anchor = node?.anchor;
  if (anchor !== undefined) walk.anchors.set(anchor, { node: result, size: walk.nodes - before });
  return result;
}

function readOwnNode(walk: Walk, node: ParsedNode | null, path: Path): SourceNode {
  const start = node?.range[0] ?? 0;
  if (isMap(node)) return { kind: 'map', start, entries: readEntries(walk, node, path) };
  if (isSeq(node)) {
    const items = node.items.map((item, index) => readNode(walk, item, [...path, index]));
    return { kind: 'list', start, items };
  }
  const value: unknown = isScalar(node) ? node.value : null;
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'scalar', start, value };
  }
  // Only a foreign schema's tags make other values, and those are already refused as unknown tags.
  return { kind: 'scalar', start, value: null };
}

function resolveAlias(walk: Walk, name: string, start: number, path: Path): SourceNode {
  const anchored = walk.anchors.get(name);
  if (!anchored) {
    const message = `the alias *${name.slice(0, 64)} names no anchor &${name.slice(0, 64)} above it`;
    walk.faults.push({ path, offset: start, message });
    return { kind: 'scalar', start, value: null };
  }
  if (walk.bomb) return { kind: 'scalar', start, value: null };
  walk.nodes += anchored.size;
  walk.unfolded += anchored.size;
  if (walk.unfolded <= MAX_UNFOLDED) return anchored.node;
  walk.bomb = { path, offset: start, message: `aliases stand for more than ${MAX_UNFOLDED} values up to here` };
  return { kind: 'scalar', start, value: null };
}

function readEntries(walk: Walk, map: YAMLMap.Parsed, path: Path): MapNode['entries'] {
  const own = new Map<string, MapEntry>();
  const merged: SourceNode[] = [];
  for (const { key: keyNode, value: valueNode } of map.items) {
    if (walk.bomb) break;
    const keyStart = keyNode.range[0];
    const key = keyText(keyNode);
    if (key === undefined) {
      walk.faults.push({ path, offset: keyStart, message: 'a key must be plain text' });
      continue;
    }
    const value = readNode(walk, valueNode, [...path, key]);
    if (key === '<<' && isScalar(keyNode) && keyNode.type === 'PLAIN') {
      merged.push(value);
      continue;
    }
    const fault = keyFault(key, own);
    if (fault === undefined) own.set(key, { keyStart, value });
    else walk.faults.push({ path: [...path, key], offset: keyStart, message: fault });
  }
  return merged.length === 0 ? own : new Map([...merged.flatMap((node) => mergedEntries(walk, node, path)), ...own]);
}

function keyText(key: ParsedNode): string | undefined {
  if (!isScalar(key) || key.value === null) return undefined;
  return typeof key.value === 'string' ? key.value : key.source;
}

/** Of several merged mappings the first wins, as YAML's merge type says. */
function mergedEntries(walk: Walk, node: SourceNode, path: Path): readonly (readonly [string, MapEntry])[] {
  if (node.kind === 'map') return [...node.entries];
  if (node.kind === 'list') return node.items.toReversed().flatMap((item) => mergedEntries(walk, item, path));
  const message = `"<<" merges a mapping or a list of mappings, not ${showValue(node.value)}`;
  walk.faults.push({ path, offset: node.start, message });
  return [];
}
