import { describeError } from '../errors.ts';
import { type AccountProvider, isAccount } from '../providers/account-provider.ts';
import { type ProbedProvider, isProbed } from '../providers/probed-provider.ts';
import type { ImageProvider } from '../providers/provider.ts';
import { composeProviders } from './compose.ts';
import { readEnvironment } from './environment.ts';

/** Whether a service answers, and how it says it is doing. */
export interface EndpointFinding {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  readonly next?: string;
}

const PATIENCE_MS = 10_000;

/** Asks every service that is set up how it is doing, all at once. Wakes nobody and costs nothing. */
export async function askEndpoints(state: string): Promise<readonly EndpointFinding[]> {
  return Promise.all(composeProviders(readEnvironment(), state).filter(isService).map(askEndpoint));
}

type Service = ProbedProvider | AccountProvider;

function isService(provider: ImageProvider): provider is Service {
  return isProbed(provider) || isAccount(provider);
}

async function askEndpoint(provider: Service): Promise<EndpointFinding> {
  const { name } = provider;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    return { name, ok: true, found: await provider.greet({ signal }) };
  } catch (error) {
    if (signal.aborted)
      return { name, ok: false, found: `does not answer within ${PATIENCE_MS / 1000} s`, next: LATER };
    const { message, next } = describeError(error);
    return { name, ok: false, found: message, next };
  }
}

const LATER = 'Check its address, and that it runs.';
