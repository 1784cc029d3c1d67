import type { Fault } from './problem.ts';
import { quote } from './show-value.ts';
import type { Path } from './source-node.ts';

/** A fault for each name that stands in the list a second time. */
export function checkUnique(names: readonly string[], pathOf: (index: number) => Path): readonly Fault[] {
  const seen = new Set<string>();
  return names.flatMap((name, index) => {
    if (seen.has(name)) return [{ path: pathOf(index), message: `${quote(name)} is named twice` }];
    seen.add(name);
    return [];
  });
}
