import { dirname } from 'node:path';
import { sha256 } from '../hash.ts';
import { checkOnly } from '../plan/check-only.ts';
import { type LoadedPack, loadPack } from './load-pack.ts';
import { type State, composeProviders, openState, peekState } from './compose.ts';
import { type Destination, chooseDestination } from './destination.ts';
import { readEnvironment } from './environment.ts';
import { type RunFlags, profileOptions, routeOptions, stateFolder, withBudget } from './settings.ts';
import { readTimings } from '../pipeline/timing-history.ts';
import type { FitWishes } from '../workflow/fit-endpoint.ts';
import { workflowWishes } from '../workflow/pack-wishes.ts';
import type { PlanOptions } from '../generate.ts';

/** A pack that was read, with the state that belongs to it and everything its flags say. */
export interface Session {
  readonly loaded: LoadedPack;
  readonly destination: Destination;
  readonly state: State;
  readonly options: PlanOptions;
  readonly wishes: FitWishes;
}

/** Reads a pack and opens its state; for commands that only look, a state that is not there stays so. */
export async function openSession(packPath: string, flags: RunFlags, use: 'make' | 'look'): Promise<Session> {
  const environment = readEnvironment();
  const route = routeOptions(flags, environment);
  const profiles = profileOptions(flags);
  const read = await loadPack(packPath);
  const loaded = { ...read, pack: withBudget(read.pack, flags) };
  if (flags.only) checkOnly(loaded.pack, flags.only);
  const folder = stateFolder(flags, environment, dirname(loaded.file));
  const wishes = workflowWishes(loaded.pack.workflow, { own: loaded.workflows, profiles });
  const destination = chooseDestination(loaded.pack, flags, environment);
  const state = use === 'make' ? openState(folder) : peekState(folder);
  return {
    loaded,
    destination,
    state,
    wishes,
    options: {
      providers: composeProviders(environment, folder, wishes, await readTimings(state.ledger)),
      ledger: state.ledger,
      blobs: state.blobs,
      images: loaded.images,
      route,
      ...(flags.only ? { only: flags.only } : {}),
      ...(flags.seed === undefined ? {} : { seed: flags.seed }),
      ...(flags.retries === undefined ? {} : { retries: flags.retries }),
    },
  };
}

/** What `resume` needs to take the run up again without the pack file; plain JSON. */
export interface Snapshot {
  readonly pack: LoadedPack['pack'];
  /** sha256 in the blob store, by the path as written in the pack. */
  readonly images: Readonly<Record<string, string>>;
  readonly only?: readonly string[];
  readonly seed?: number;
  readonly retries?: number;
  readonly route: PlanOptions['route'];
  readonly wishes: FitWishes;
}

export function snapshotOf({ loaded, options, wishes }: Session): Snapshot {
  const { only, seed, retries, route } = options;
  return {
    pack: loaded.pack,
    images: Object.fromEntries([...loaded.images].map(([path, bytes]) => [path, sha256(bytes)])),
    route,
    wishes,
    ...(only ? { only } : {}),
    ...(seed === undefined ? {} : { seed }),
    ...(retries === undefined ? {} : { retries }),
  };
}
