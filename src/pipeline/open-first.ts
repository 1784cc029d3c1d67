import type { PlannedAsset } from '../plan/plan.ts';
import type { Ports } from './ports.ts';
import { OPEN_STATES } from './resolve-call.ts';

const MOST_CALLS = 10_000;

/**
 * Those assets first of which calls have not ended, all else in its order: services keep for a while only what is paid for already, and
 * money is held back for it until it is fetched.
 */
export async function openFirst(
  assets: readonly PlannedAsset[],
  { ledger }: Pick<Ports, 'ledger'>,
): Promise<readonly PlannedAsset[]> {
  const calls = await ledger.calls.list({ states: OPEN_STATES, limit: MOST_CALLS });
  const open = new Set(calls.map(({ asset }) => asset));
  return assets.toSorted((a, b) => Number(open.has(b.asset.id)) - Number(open.has(a.asset.id)));
}
