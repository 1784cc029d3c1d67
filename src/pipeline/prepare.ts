import type { Artifact } from '../ledger/ledger.ts';
import type { Pack } from '../pack/pack.ts';
import { passedOver } from '../plan/fallback.ts';
import { type PlanInput, makePlan } from '../plan/make-plan.ts';
import { orderedBy } from '../plan/route.ts';
import type { MakePlan, Plan, PlannedAsset } from '../plan/plan.ts';
import { retriesLeft } from '../plan/re-roll.ts';
import { askOffers } from './ask-offers.ts';
import type { Ports } from './ports.ts';

export interface PrepareOptions extends Omit<PlanInput, 'pack' | 'offers'> {
  readonly signal: AbortSignal;
}

/** Asks the providers what they can do, plans the pack, and marks what was made before and is still there. Spends nothing. */
export async function preparePlan(pack: Pack, ports: Omit<Ports, 'store'>, options: PrepareOptions): Promise<Plan> {
  const offers = await askOffers(ports, { ...options, pack });
  const plan = makePlan({ ...options, pack, offers });
  const isOrdered: IsOrdered = ({ asset }) => orderedBy(options.flags ?? {}, asset.type) !== undefined;
  return { ...plan, assets: await markCached(plan, isOrdered, ports) };
}

type Shelf = Pick<Ports, 'ledger' | 'blobs'>;
type IsOrdered = (planned: MakePlan) => boolean;

async function markCached(plan: Plan, isOrdered: IsOrdered, ports: Shelf): Promise<readonly PlannedAsset[]> {
  const hashes = plan.assets.flatMap((asset) => (asset.action === 'refuse' ? [] : [asset.requestHash]));
  const artifacts = await ports.ledger.artifacts.find(hashes);
  return Promise.all(
    plan.assets.map(async (planned): Promise<PlannedAsset> => {
      if (planned.action === 'refuse') return planned;
      const artifact = artifacts.get(planned.requestHash);
      if (artifact && (await isWhole(artifact, ports))) return asKept(planned, artifact);
      return (isOrdered(planned) ? undefined : await paidElsewhere(planned, plan, ports)) ?? planned;
    }),
  );
}

/**
 * What another provider was paid for when it took over stays until somebody orders otherwise: asking the first one again would pay
 * twice for one picture. What cost nothing was a makeshift.
 */
async function paidElsewhere(planned: MakePlan, { takeOver }: Plan, ports: Shelf): Promise<MakePlan | undefined> {
  const asked = planned.requestHash;
  for (let next = takeOver(planned, { reason: '' }); next; next = takeOver(next, { reason: '' })) {
    const artifact = (await ports.ledger.artifacts.find([next.requestHash])).get(next.requestHash);
    const fallback = artifact?.entry.fallback;
    const tookOver = passedOver(fallback).some(({ from }) => from === planned.provider);
    // Its own price tells: the entry's cost has in it what the first was paid in vain.
    if (!artifact || !fallback || !tookOver || next.quote.usd <= 0) continue;
    if (await isWhole(artifact, ports)) return { ...asKept(next, artifact), askedHash: asked, fallback };
  }
  return undefined;
}

/** An artifact whose blobs were cleared away has to be made again. */
async function isWhole(artifact: Artifact, { blobs }: Shelf): Promise<boolean> {
  for (const file of artifact.files) if (!(await blobs.has(file.sha256))) return false;
  return true;
}

/** From the cache; with a failed gate, and retries left, at least one more candidate will be painted. */
function asKept(planned: MakePlan, { entry }: Artifact): MakePlan {
  const candidates = entry.candidates?.length ?? 1;
  if (retriesLeft(planned.retries, entry) > 0) return { ...planned, action: 're-roll', candidates };
  return { ...planned, action: 'cached', quote: { usd: 0, seconds: 0, calls: 0 } };
}
