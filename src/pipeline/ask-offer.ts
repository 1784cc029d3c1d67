import { LimnerError } from '../errors.ts';
import type { NoOffer, Offer } from '../plan/make-plan.ts';
import type { Capabilities, ImageJob, ImageProvider } from '../providers/provider.ts';
import { askProvider } from './ask-provider.ts';
import type { Clock } from './ports.ts';

/** A worker that has to be woken, and a busy service that is asked again, have had their time by then. */
const PATIENCE_MS = 10 * 60_000;

interface Patience {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** What a provider can do and what that costs, or why it makes no offer. */
export async function askOffer(
  provider: ImageProvider,
  jobs: (capabilities: Capabilities) => Iterable<ImageJob>,
  { clock, signal }: Patience,
): Promise<Offer | NoOffer> {
  const deadline = AbortSignal.timeout(PATIENCE_MS);
  try {
    return await ask(provider, jobs, { clock, signal: AbortSignal.any([signal, deadline]) });
  } catch (error) {
    // Whoever can take its place may be asked instead; if nobody can, its assets are refused for this reason.
    const reason = deadline.aborted ? tooLong(provider.name) : error;
    if (signal.aborted || !(reason instanceof LimnerError)) throw error;
    return { code: reason.code, reason: reason.message.replace(/\.$/, ''), next: reason.next };
  }
}

async function ask(
  provider: ImageProvider,
  jobs: (capabilities: Capabilities) => Iterable<ImageJob>,
  patience: Patience,
): Promise<Offer> {
  const { name, family } = provider;
  const { signal } = patience;
  const probe = { task: 'say what it can do', ask: () => provider.probe({ signal }) };
  const capabilities = await askProvider(name, probe, patience);
  const price = async () => provider.appraise?.(() => jobs(capabilities), { signal });
  await askProvider(name, { task: 'say what it costs', ask: price }, patience);
  return { family, capabilities, quote: (job) => provider.quote(job) };
}

function tooLong(provider: string): LimnerError {
  return new LimnerError(
    'LIMNER_PROVIDER_UNAVAILABLE',
    `${provider} did not say within ${PATIENCE_MS / 60_000} minutes what it can do`,
  );
}
