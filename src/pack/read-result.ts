import type { PlacedFault } from './problem.ts';
import type { SourceNode } from './source-node.ts';

/** What reading a file's syntax gives. Without a `root` there is nothing further to check. */
export interface ReadResult {
  readonly root?: SourceNode;
  readonly faults: readonly PlacedFault[];
}

/** A pack needs six levels; nothing honest needs more than this. */
export const MAX_DEPTH = 32;

export const TOO_DEEP = `nested more than ${MAX_DEPTH} levels deep`;

/** Says why a mapping may not have this key as well, or undefined when it may. */
export function keyFault(key: string, taken: { has(key: string): boolean }): string | undefined {
  if (key === '__proto__') return 'the key "__proto__" is not allowed';
  return taken.has(key) ? `the key ${JSON.stringify(key.slice(0, 64))} is given twice` : undefined;
}
