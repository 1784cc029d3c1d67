import type { AssetType } from '../pack/pack.ts';
import { candidateJobs } from '../plan/candidate-jobs.ts';
import type { NoOffer, Offer, PlanInput } from '../plan/make-plan.ts';
import { type Route, routeAsset } from '../plan/route.ts';
import { askOffer } from './ask-offer.ts';
import type { Ports } from './ports.ts';

type Offers = PlanInput['offers'];

/**
 * What the providers can do that this pack can be routed to, each asked once. Stand-ins are asked only when the one they would
 * stand in for leaves something to be wished for: a question may wake a worker.
 */
export async function askOffers(
  ports: Pick<Ports, 'providers' | 'clock'>,
  options: Omit<PlanInput, 'offers'> & { readonly signal: AbortSignal },
): Promise<Offers> {
  const { pack, only, signal } = options;
  const types = new Set(pack.assets.flatMap(({ id, type }) => (only && !only.has(id) ? [] : [type])));
  const routes = [...types].map((type) => ({
    type,
    ...routeAsset(pack, type, options, (name) => ports.providers.has(name)),
  }));
  const offers = new Map<string, Offer | NoOffer>();
  const ask = async (wanted: readonly (readonly [string, AssetType])[]): Promise<void> => {
    const byName = Map.groupBy(wanted, ([name]) => name);
    await Promise.all(
      [...byName].map(async ([name, places]) => {
        const provider = ports.providers.get(name);
        if (!provider || offers.has(name)) return;
        const typesOfIt = new Set(places.map(([, type]) => type));
        const jobs = (capabilities: Offer['capabilities']) => candidateJobs(typesOfIt, capabilities, options);
        offers.set(name, await askOffer(provider, jobs, { clock: ports.clock, signal }));
      }),
    );
  };
  await ask(routes.flatMap(({ type, first, fallback }) => [first, ...fallback].map((name) => [name, type] as const)));
  const wanting = routes.filter((route) => wantsMore(route, offers));
  await ask(wanting.flatMap(({ type, standIns }) => standIns.map((name) => [name, type] as const)));
  return offers;
}

function wantsMore({ first, type, isOrdered }: Route & { readonly type: AssetType }, offers: Offers): boolean {
  const offer = offers.get(first);
  if (!offer || !('capabilities' in offer)) return false;
  const { cannot, makings, alpha } = offer.capabilities;
  return cannot[type] !== undefined || (!isOrdered && (makings?.[type]?.alpha ?? alpha) === 'key-colour');
}
