import type { NodePack } from './answers/explain-refusal.ts';
import { REMOVALS } from './removals/index.ts';

/** Where a node class comes from, if it is one that we use and that not every server has. */
export function packOf(className: string): NodePack | undefined {
  const pack = REMOVALS.find((removal) => removal.pack?.nodes.includes(className))?.pack;
  return pack && { pack: pack.name, link: pack.link };
}
