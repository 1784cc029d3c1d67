/** A value of the pack file that remembers where it stands; offsets count UTF-16 units from the file's start. */
export type SourceNode = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly start: number;
  readonly value: string | number | boolean | null;
}
export interface ListNode {
  readonly kind: 'list';
  readonly start: number;
  readonly items: readonly SourceNode[];
}
export interface MapNode {
  readonly kind: 'map';
  readonly start: number;
  readonly entries: ReadonlyMap<string, MapEntry>;
}
export interface MapEntry {
  readonly keyStart: number;
  readonly value: SourceNode;
}

export type PathPart = string | number;
export type Path = readonly PathPart[];

/** Plain values without prototypes: a key such as `constructor` is only a key. */
export function toPlain(node: SourceNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toPlain);
  const plain: Record<string, unknown> = Object.create(null);
  for (const [key, entry] of node.entries) plain[key] = toPlain(entry.value);
  return plain;
}

/** The node at a path, or undefined when the path leads nowhere. */
export function nodeAt(root: SourceNode, path: Path): SourceNode | undefined {
  let node: SourceNode | undefined = root;
  for (const part of path) node = node && childOf(node, part);
  return node;
}

function childOf(node: SourceNode, part: PathPart): SourceNode | undefined {
  if (node.kind === 'list') return node.items[Number(part)];
  return node.kind === 'map' ? node.entries.get(String(part))?.value : undefined;
}

/** Where to point a reader: at the value (or at its key), or at the nearest thing around it when it is missing. */
export function offsetAt(root: SourceNode, path: Path, point: 'key' | 'value'): number {
  let node = root;
  for (const [index, part] of path.entries()) {
    const last = index === path.length - 1;
    if (last && point === 'key' && node.kind === 'map') return node.entries.get(String(part))?.keyStart ?? node.start;
    const child = childOf(node, part);
    if (!child) break;
    node = child;
  }
  return node.start;
}

/** `assets[3].layout.columns`; keys that are not plain words are quoted. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    if (!/^[A-Za-z_][\w-]*$/.test(part)) return `${text}[${JSON.stringify(part)}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}
