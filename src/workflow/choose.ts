import { unknownName } from './compile-options.ts';
import type { Look } from './look-for.ts';

/** The one that was wished for, or all. Throws `LIMNER_WORKFLOW_INVALID` for a name that none has. */
export function wished<Item extends { readonly name: string }>(
  items: readonly Item[],
  name: string | undefined,
  what: string,
): readonly Item[] {
  if (name === undefined) return items;
  const found = items.filter((item) => item.name === name);
  if (found.length > 0) return found;
  throw unknownName(
    what,
    name,
    items.map((item) => item.name),
  );
}

/** The first with nothing missing, or else the one that lacks least. */
export function choose<Item>(items: readonly Item[], look: (item: Item) => Look): Look & { readonly item: Item } {
  const [best] = items.map((item) => ({ item, ...look(item) })).toSorted((a, b) => a.missing.length - b.missing.length);
  if (!best) throw new TypeError('There is nothing to choose from.');
  return best;
}
