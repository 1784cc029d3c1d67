import { LimnerError } from '../errors.ts';
import type { Artifact } from '../ledger/ledger.ts';
import type { Pack } from '../pack/pack.ts';
import { type NoOffer, type Offer, type PlanInput, candidateJobs, makePlan } from '../plan/make-plan.ts';
import type { MakePlan, Plan, PlannedAsset } from '../plan/plan.ts';
import type { Capabilities, ImageJob, ImageProvider } from '../providers/provider.ts';
import { routeProviders } from '../plan/route.ts';
import { askProvider } from './ask-provider.ts';
import type { Clock, Ports } from './ports.ts';

export interface PrepareOptions extends Omit<PlanInput, 'pack' | 'offers'> {
  readonly signal: AbortSignal;
}

/** Asks the providers what they can do, plans the pack, and marks what was made before and is still there. Spends nothing. */
export async function preparePlan(pack: Pack, ports: Omit<Ports, 'store'>, options: PrepareOptions): Promise<Plan> {
  const offers = await probeProviders(pack, ports, options);
  const plan = makePlan({ ...options, pack, offers });
  return { ...plan, assets: await markCached(plan.assets, ports) };
}

/** Each provider that this pack can be routed to, asked once. */
async function probeProviders(
  pack: Pack,
  { providers, clock }: Pick<Ports, 'providers' | 'clock'>,
  options: PrepareOptions,
): Promise<PlanInput['offers']> {
  const types = new Set(pack.assets.map(({ type }) => type));
  const names = new Set([...types].flatMap((type) => routeProviders(pack, type, options)));
  const offers = new Map<string, Offer | NoOffer>();
  for (const name of names) {
    const provider = providers.get(name);
    if (!provider) continue;
    const jobs = (capabilities: Capabilities) => candidateJobs(name, capabilities, { ...options, pack });
    try {
      offers.set(name, await askOffer(provider, jobs, { clock, signal: options.signal }));
    } catch (error) {
      // Whoever can take its place may be asked instead; if nobody can, its assets are refused for this reason.
      if (options.signal.aborted || !(error instanceof LimnerError)) throw error;
      offers.set(name, { code: error.code, reason: error.message.replace(/\.$/, ''), next: error.next });
    }
  }
  return offers;
}

/** What it can do, and what that costs. */
async function askOffer(
  provider: ImageProvider,
  jobs: (capabilities: Capabilities) => Iterable<ImageJob>,
  patience: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<Offer> {
  const { name, family } = provider;
  const { signal } = patience;
  const probe = { task: 'say what it can do', ask: () => provider.probe({ signal }) };
  const capabilities = await askProvider(name, probe, patience);
  const appraise = {
    task: 'say what it costs',
    ask: async () => provider.appraise?.(() => jobs(capabilities), { signal }),
  };
  await askProvider(name, appraise, patience);
  return { family, capabilities, quote: (job) => provider.quote(job) };
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
