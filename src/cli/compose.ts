import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LimnerError } from '../errors.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { createMemoryLedger } from '../ledger/memory.ts';
import { createSqliteLedger, readSqliteLedger } from '../ledger/sqlite/index.ts';
import { PROVIDER_NAMES } from '../pack/pack.ts';
import { createComfyui } from '../providers/comfyui/index.ts';
import { createPainter } from '../providers/painter/index.ts';
import type { ProbeCache } from '../providers/probe-cache.ts';
import type { ImageProvider, TimingHistory } from '../providers/provider.ts';
import { createRunpod } from '../providers/runpod/index.ts';
import { createScenario } from '../providers/scenario/index.ts';
import { readLoras } from '../providers/scenario/options.ts';
import type { FitWishes } from '../workflow/fit-endpoint.ts';
import { createFsProbeCache } from '../store/fs/probe-cache.ts';
import type { Destination } from './destination.ts';
import type { Environment } from './environment.ts';
import { createFsBlobs } from '../store/fs/blobs.ts';
import { createFsStore } from '../store/fs/index.ts';
import { createS3Store } from '../store/s3/index.ts';
import type { AssetStore, BlobStore } from '../store/store.ts';

/** The only wiring on Node: which provider, ledger and store stand behind the names that people write. */

/** Those that the environment sets up; the painter needs nothing. `state` is where they keep what they find out, `wishes` what to paint with, `history` how long jobs took. */
export function composeProviders(
  environment: Environment,
  state: string,
  wishes: FitWishes = {},
  history?: TimingHistory,
): readonly ImageProvider[] {
  const cache = createFsProbeCache(join(state, 'probes'));
  return [
    createPainter(),
    ...composeRunpod(environment.runpod, { cache, wishes, ...(history ? { history } : {}) }),
    ...composeComfyui(environment, wishes),
    ...composeScenario(environment.scenario),
  ];
}

function composeRunpod(
  set: Environment['runpod'],
  options: { readonly cache: ProbeCache; readonly wishes: FitWishes; readonly history?: TimingHistory },
): readonly ImageProvider[] {
  const { baseUrl, resultsInBucket, rates } = set;
  // A rehearsal asks for no key, and has endpoints of these names.
  const usual = isRehearsal(baseUrl)
    ? { apiKey: 'rehearsal', premadeEndpoint: 'premade', customEndpoint: 'custom' }
    : {};
  const { apiKey, premadeEndpoint, customEndpoint } = { ...usual, ...set };
  if (apiKey === undefined) return [];
  const endpoints = { 'comfyui-premade': premadeEndpoint, 'comfyui-custom': customEndpoint };
  return Object.entries(endpoints).flatMap(([name, endpointId]) =>
    endpointId === undefined
      ? []
      : [
          createRunpod({
            name,
            endpointId,
            apiKey,
            resultsInBucket,
            ...options,
            ...rates,
            ...(baseUrl === undefined ? {} : { baseUrl }),
          }),
        ],
  );
}

/** A service on this machine. */
function isRehearsal(baseUrl: string | undefined): boolean {
  return baseUrl !== undefined && /^http:\/\/(localhost|127\.|\[::1\])/.test(baseUrl);
}

function composeScenario({ loras, ...set }: Environment['scenario']): readonly ImageProvider[] {
  const usual = isRehearsal(set.baseUrl) ? { apiKey: 'rehearsal', secretApiKey: 'rehearsal' } : {};
  const { apiKey, secretApiKey, ...options } = { ...usual, ...set };
  if (apiKey === undefined || secretApiKey === undefined) return [];
  return [
    createScenario({
      ...options,
      apiKey,
      secretApiKey,
      ...(loras === undefined ? {} : { loras: readLoras(loras) }),
    }),
  ];
}

function composeComfyui({ comfyuiUrl }: Environment, wishes: FitWishes): readonly ImageProvider[] {
  return comfyuiUrl === undefined ? [] : [createComfyui({ name: 'comfyui-direct', url: comfyuiUrl, wishes })];
}

/** @throws LIMNER_USAGE for a name that no provider has */
export function checkProviderName(name: string): string {
  if ((PROVIDER_NAMES as readonly string[]).includes(name)) return name;
  throw new LimnerError('LIMNER_USAGE', `There is no provider "${name}".`, {
    next: `Choose from: ${PROVIDER_NAMES.join(', ')}.`,
  });
}

/** A bucket keeps no unfinished files, so there is nothing to sweep. `signal` ends what is under way there. */
export function composeStore(destination: Destination, signal: AbortSignal): AssetStore & { sweep(): Promise<void> } {
  if (destination.type === 'fs') return createFsStore(destination.out);
  return { ...createS3Store({ ...destination.bucket, signal }), sweep: async () => undefined };
}

export interface State {
  readonly folder: string;
  readonly ledger: Ledger;
  readonly blobs: BlobStore & { sweep(now: number): Promise<void> };
}

export function openState(folder: string): State {
  return { folder, ledger: createSqliteLedger(ledgerFile(folder)), blobs: createFsBlobs(join(folder, 'blobs')) };
}

/** For commands that only look: a state that is not there is not made, and one that may only be read will do. */
export function peekState(folder: string): State {
  const ledger = hasState(folder) ? readSqliteLedger(ledgerFile(folder)) : createMemoryLedger();
  return { folder, ledger, blobs: createFsBlobs(join(folder, 'blobs')) };
}

export function hasState(folder: string): boolean {
  return existsSync(ledgerFile(folder));
}

const ledgerFile = (folder: string): string => join(folder, 'ledger.sqlite');
