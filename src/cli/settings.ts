import { join, resolve } from 'node:path';
import { LimnerError } from '../errors.ts';
import { ASSET_TYPES, type AssetType } from '../pack/pack.ts';
import type { RouteOptions } from '../plan/route.ts';
import { checkProviderName } from './compose.ts';
import type { Environment } from './environment.ts';

/** What the commands that plan or make take from their flags. */
export interface RunFlags {
  readonly out?: string;
  readonly state?: string;
  readonly only?: readonly string[];
  readonly seed?: number;
  readonly concurrency?: number;
  readonly provider?: readonly string[];
  readonly json?: boolean;
}

/** Where the ledger and the blobs of a pack are kept: beside it, unless told otherwise. */
export function stateFolder(flags: Pick<RunFlags, 'state'>, environment: Environment, packFolder: string): string {
  return resolve(flags.state ?? environment.state ?? join(packFolder, '.limner'));
}

export function outFolder(flags: Pick<RunFlags, 'out'>, packName: string): string {
  return resolve(flags.out ?? join('out', packName));
}

/**
 * Flags beat the environment, which beats the pack.
 * @throws LIMNER_USAGE for a type or provider that does not exist
 */
export function routeOptions(flags: Pick<RunFlags, 'provider'>, environment: Environment): RouteOptions {
  const routes: Record<string, string> = {};
  for (const flag of flags.provider ?? []) {
    const [type, name] = flag.includes('=') ? splitRoute(flag) : (['default', flag] as const);
    routes[type] = checkProviderName(name);
  }
  const { defaultProvider } = environment;
  return {
    flags: routes,
    ...(defaultProvider === undefined ? {} : { environmentDefault: checkProviderName(defaultProvider) }),
  };
}

function splitRoute(flag: string): readonly [AssetType | 'default', string] {
  const at = flag.indexOf('=');
  const type = flag.slice(0, at);
  const known = [...ASSET_TYPES, 'default' as const].find((name) => name === type);
  if (known) return [known, flag.slice(at + 1)];
  throw new LimnerError('LIMNER_USAGE', `--provider ${flag}: there is no asset type "${type}".`, {
    next: `Choose from: ${ASSET_TYPES.join(', ')}, default.`,
  });
}
