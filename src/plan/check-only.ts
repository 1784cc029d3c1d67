import { LimnerError } from '../errors.ts';
import { nearest } from '../pack/nearest.ts';
import type { Pack } from '../pack/pack.ts';

/** @throws LIMNER_USAGE naming the first id that the pack does not have, and the nearest one it has */
export function checkOnly(pack: Pack, only: readonly string[]): void {
  const ids = pack.assets.map(({ id }) => id);
  const known = new Set(ids);
  const unknown = only.find((id) => !known.has(id));
  if (unknown === undefined) return;
  const guess = nearest(unknown, ids);
  const choice = `Choose from: ${ids.slice(0, 20).join(', ')}${ids.length > 20 ? '…' : ''}.`;
  throw new LimnerError('LIMNER_USAGE', `The pack ${pack.pack} has no asset "${unknown}".`, {
    next: guess === undefined ? choice : `Did you mean "${guess}"?`,
  });
}
