import type { Artifact } from '../ledger/ledger.ts';
import type { Pack } from '../pack/pack.ts';
import { type PlanInput, makePlan } from '../plan/make-plan.ts';
import type { MakePlan, Plan, PlannedAsset } from '../plan/plan.ts';
import { askOffers } from './ask-offers.ts';
import type { Ports } from './ports.ts';

export interface PrepareOptions extends Omit<PlanInput, 'pack' | 'offers'> {
  readonly signal: AbortSignal;
}

/** Asks the providers what they can do, plans the pack, and marks what was made before and is still there. Spends nothing. */
export async function preparePlan(pack: Pack, ports: Omit<Ports, 'store'>, options: PrepareOptions): Promise<Plan> {
  const offers = await askOffers(ports, { ...options, pack });
  const plan = makePlan({ ...options, pack, offers });
  return { ...plan, assets: await markCached(plan.assets, ports) };
}

async function markCached(
  assets: readonly PlannedAsset[],
  ports: Pick<Ports, 'ledger' | 'blobs'>,
): Promise<readonly PlannedAsset[]> {
  const hashes = assets.flatMap((asset) => (asset.action === 'refuse' ? [] : [asset.requestHash]));
  const artifacts = await ports.ledger.artifacts.find(hashes);
  return Promise.all(
    assets.map(async (planned): Promise<PlannedAsset> => {
      if (planned.action === 'refuse') return planned;
      const artifact = artifacts.get(planned.requestHash);
      return artifact && (await isWhole(artifact, ports)) ? asCached(planned) : planned;
    }),
  );
}

/** An artifact whose blobs were cleared away has to be made again. */
async function isWhole(artifact: Artifact, { blobs }: Pick<Ports, 'blobs'>): Promise<boolean> {
  for (const file of artifact.files) if (!(await blobs.has(file.sha256))) return false;
  return true;
}

function asCached(planned: MakePlan): MakePlan {
  return { ...planned, action: 'cached', quote: { usd: 0, seconds: 0, calls: 0 } };
}
