import { LimnerError } from '../../errors.ts';
import { ASSET_TYPES } from '../../pack/pack.ts';
import { type AccountProvider, isAccount } from '../../providers/account-provider.ts';
import { isProbed } from '../../providers/probed-provider.ts';
import type { ImageProvider } from '../../providers/provider.ts';
import { checkProviderName, composeProviders } from '../compose.ts';
import { readEnvironment, setVariables } from '../environment.ts';
import { lackingVariables } from '../lacking-variables.ts';
import { printAside, printJson } from '../print/terminal.ts';
import { type AccountReport, reportAccount } from '../print/account.ts';
import { type ProbeReport, reportProbe } from '../print/probe.ts';
import { stateFolder } from '../settings.ts';
import { type Timing, timeProvider } from '../time-provider.ts';

export interface ProbeFlags {
  readonly time?: boolean;
  readonly state?: string;
  readonly json?: boolean;
}

/** What an endpoint can make, with what, and what it lacks. Spends nothing, though it may wake a worker; `--time` does spend. */
export async function probeCommand(name: string, flags: ProbeFlags): Promise<void> {
  const environment = readEnvironment();
  const provider = findProvider(name, composeProviders(environment, stateFolder(flags, environment, '.')));
  const { signal } = new AbortController();
  if (isAccount(provider)) return probeAccount(provider, flags, signal);
  if (!isProbed(provider)) {
    throw new LimnerError('LIMNER_USAGE', `${name} has no endpoint to probe: it is built in and makes everything.`);
  }
  const { facts, fit } = await provider.look({ fresh: true, signal });
  const report: ProbeReport = {
    provider: name,
    outcome: fit.outcome,
    words: fit.words,
    assets: Object.fromEntries(
      ASSET_TYPES.map((type) => {
        const { ok, profile, removal, missing } = fit.assets[type];
        return [
          type,
          { ok, ...(profile === undefined ? {} : { profile }), ...(removal === undefined ? {} : { removal }), missing },
        ];
      }),
    ),
    models: Object.fromEntries(Object.entries(facts.models).map(([loader, { names }]) => [loader, names])),
    nodes: facts.nodes.present,
    ...(flags.time ? { time: await time(provider, signal) } : {}),
  };
  if (flags.json) printJson(report);
  else reportProbe(report);
}

async function probeAccount(provider: AccountProvider, flags: ProbeFlags, signal: AbortSignal): Promise<void> {
  const survey = await provider.survey({ signal });
  const timing = flags.time ? { time: await time(provider, signal) } : {};
  const report: AccountReport = { provider: provider.name, ...survey, ...timing };
  if (flags.json) printJson(report);
  else reportAccount(report);
}

async function time(provider: ImageProvider, signal: AbortSignal): Promise<Timing> {
  printAside(`Now ${provider.name} paints two small pictures to be timed; they cost what they cost.`);
  return timeProvider(provider, signal);
}

function findProvider(name: string, providers: readonly ImageProvider[]): ImageProvider {
  const found = providers.find((provider) => provider.name === checkProviderName(name));
  if (found) return found;
  const lacking = lackingVariables(name, setVariables());
  throw new LimnerError('LIMNER_PROVIDER_UNAVAILABLE', `The provider ${name} is not set up here.`, {
    next: `Set ${lacking.join(' and ')}.`,
  });
}
