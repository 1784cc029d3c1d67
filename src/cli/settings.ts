import { join, resolve } from 'node:path';
import { LimnerError } from '../errors.ts';
import { nearest } from '../pack/nearest.ts';
import { ASSET_TYPES, type AssetType, type Pack } from '../pack/pack.ts';
import type { RouteOptions } from '../plan/route.ts';
import { PROFILES } from '../workflow/profiles/index.ts';
import { checkProviderName } from './compose.ts';
import type { Environment } from './environment.ts';

/** What the commands that plan or make take from their flags. */
export interface RunFlags {
  readonly out?: string;
  readonly state?: string;
  readonly only?: readonly string[];
  readonly seed?: number;
  readonly retries?: number;
  readonly concurrency?: number;
  /** US dollars for the run, and for the day. */
  readonly budget?: number;
  readonly dayBudget?: number;
  readonly provider?: readonly string[];
  readonly profile?: readonly string[];
  readonly json?: boolean;
}

/** Where the ledger and the blobs of a pack are kept: beside it, unless told otherwise. */
export function stateFolder(flags: Pick<RunFlags, 'state'>, environment: Environment, packFolder: string): string {
  return resolve(flags.state ?? environment.state ?? join(packFolder, '.limner'));
}

/** The pack with the caps that flags name in the place of its own. */
export function withBudget<P extends Pick<Pack, 'budget'>>(pack: P, { budget, dayBudget }: RunFlags): P {
  const told = {
    ...(budget === undefined ? {} : { run: budget }),
    ...(dayBudget === undefined ? {} : { day: dayBudget }),
  };
  return { ...pack, budget: { ...pack.budget, ...told } };
}

/**
 * Flags beat the environment, which beats the pack.
 * @throws LIMNER_USAGE for a type or provider that does not exist
 */
export function routeOptions(flags: Pick<RunFlags, 'provider'>, environment: Environment): RouteOptions {
  const routes = byType(flags.provider ?? [], '--provider');
  for (const name of Object.values(routes)) checkProviderName(name);
  const { defaultProvider } = environment;
  return {
    flags: routes,
    ...(defaultProvider === undefined ? {} : { environment: checkProviderName(defaultProvider) }),
  };
}

/** Profiles by asset type. @throws LIMNER_USAGE for a type or profile that does not exist */
export function profileOptions(flags: Pick<RunFlags, 'profile'>): ByType {
  const profiles = byType(flags.profile ?? [], '--profile');
  for (const name of Object.values(profiles)) checkProfileName(name);
  return profiles;
}

type ByType = { readonly [type in AssetType | 'default']?: string };

/** `NAME` is for all types, `TYPE=NAME` for one; the last one counts. */
function byType(texts: readonly string[], flag: string): ByType {
  const names: { [type in AssetType | 'default']?: string } = {};
  for (const text of texts) {
    const at = text.indexOf('=');
    const type = at < 0 ? 'default' : text.slice(0, at);
    names[checkType(type, `${flag} ${text}`)] = text.slice(at + 1);
  }
  return names;
}

function checkType(type: string, where: string): AssetType | 'default' {
  const known = [...ASSET_TYPES, 'default' as const].find((name) => name === type);
  if (known) return known;
  throw new LimnerError('LIMNER_USAGE', `${where}: there is no asset type "${type}".`, {
    next: `Choose from: ${ASSET_TYPES.join(', ')}, default.`,
  });
}

function checkProfileName(name: string): void {
  const names = PROFILES.filter(({ makes }) => makes === 'pictures').map((profile) => profile.name);
  if (names.includes(name)) return;
  const guess = nearest(name, names);
  throw new LimnerError('LIMNER_USAGE', `There is no profile "${name}".`, {
    next: guess === undefined ? `Choose from: ${names.join(', ')}.` : `Did you mean "${guess}"?`,
  });
}
