import { sha256 } from './hash.ts';
import { createMemoryLedger } from './ledger/memory.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { Pack } from './pack/pack.ts';
import type { RunEvent, RunSummary } from './pipeline/events.ts';
import type { Clock, Ports } from './pipeline/ports.ts';
import { preparePlan } from './pipeline/prepare.ts';
import { runPlan } from './pipeline/run.ts';
import { systemClock } from './pipeline/system-clock.ts';
import { checkOnly } from './plan/check-only.ts';
import type { Plan } from './plan/plan.ts';
import type { RouteOptions } from './plan/route.ts';
import type { ImageProvider } from './providers/provider.ts';
import { createMemoryBlobs } from './store/memory.ts';
import type { AssetStore, BlobStore } from './store/store.ts';
import { version } from './version.ts';

const DEADLINE_MS = 30 * 60_000;

export interface PlanOptions {
  readonly providers: readonly ImageProvider[];
  /** Absent: one that forgets, so nothing is ever cached. */
  readonly ledger?: Ledger;
  readonly blobs?: BlobStore;
  /** The PNG files that `shape: image` names, by the path as written. */
  readonly images?: ReadonlyMap<string, Uint8Array>;
  /** Ids of the assets to make; absent: all. */
  readonly only?: readonly string[];
  /** Stands in for the pack's seed. */
  readonly seed?: number;
  /** How often an asset may be painted anew while a gate fails, in place of what pack and assets say. A whole number, 0 to 10. */
  readonly retries?: number;
  readonly route?: RouteOptions;
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
}

export interface GenerateOptions extends PlanOptions {
  readonly store: AssetStore;
  /** Told everything as it happens. What it throws never stops a run that may be paying: `generate` rejects with it at the end. */
  readonly onEvent?: (event: RunEvent) => void;
  /** Assets under way at once; unless told, 4 or as many as the providers take. */
  readonly concurrency?: number;
  /** Attempts at a call whose failure may pass; 3 unless told. */
  readonly attempts?: number;
  /** How long a job may take from its submission to its end, its time in the queue included; 30 minutes unless told. */
  readonly callDeadlineMs?: number;
  /** Where the pack came from and where the files go, for the ledger; runs into the same `out` continue each other. */
  readonly packFile?: string;
  readonly out?: string;
  readonly snapshot?: unknown;
  /** Names this process in the ledger; must differ between processes that share one. */
  readonly owner?: string;
}

/**
 * Makes a pack: every asset that is not there yet, its metadata, `manifest.json` and `report.html`. Resolves with the summary
 * also when some assets failed; rejects when nothing more can be written.
 */
export async function generate(pack: Pack, options: GenerateOptions): Promise<RunSummary> {
  const ports: Ports = { ...planPorts(options), store: options.store };
  // Before anything is asked for that may cost.
  await options.store.check?.();
  const images = options.images ?? new Map<string, Uint8Array>();
  for (const bytes of images.values()) await ports.blobs.put(bytes);
  const signal = options.signal ?? new AbortController().signal;
  const planned = await prepare(pack, ports, options);
  return runPlan(planned, ports, {
    limner: version,
    packFile: options.packFile ?? '',
    out: options.out ?? '',
    snapshot: options.snapshot ?? {},
    concurrency: options.concurrency ?? usualConcurrency(planned),
    attempts: options.attempts ?? 3,
    callDeadlineMs: options.callDeadlineMs ?? DEADLINE_MS,
    owner: options.owner ?? crypto.randomUUID(),
    signal,
    onEvent: options.onEvent ?? (() => undefined),
  });
}

const FEWEST_AT_ONCE = 4;
/** Each may have a picture or two in memory. */
const MOST_AT_ONCE = 64;

/** Waiting for a service costs nothing here, so as many assets are under way as it would take. */
function usualConcurrency({ concurrency }: Plan): number {
  return Math.min(MOST_AT_ONCE, Math.max(FEWEST_AT_ONCE, ...concurrency.values()));
}

/** What `generate` would make, what is there already, and what cannot be made and why. Spends and writes nothing. */
export async function plan(pack: Pack, options: PlanOptions): Promise<Plan> {
  return prepare(pack, planPorts(options), options);
}

function prepare(pack: Pack, ports: PlanPorts, options: PlanOptions): Promise<Plan> {
  const { images = new Map<string, Uint8Array>(), only, seed, retries, route = {} } = options;
  if (only) checkOnly(pack, only);
  return preparePlan(pack, ports, {
    ...route,
    imageHashes: new Map([...images].map(([path, bytes]) => [path, sha256(bytes)])),
    ...(only ? { only: new Set(only) } : {}),
    ...(seed === undefined ? {} : { seed }),
    ...(retries === undefined ? {} : { retries }),
    signal: options.signal ?? new AbortController().signal,
  });
}

type PlanPorts = Omit<Ports, 'store'>;

function planPorts(options: PlanOptions): PlanPorts {
  return {
    providers: new Map(options.providers.map((provider) => [provider.name, provider])),
    ledger: options.ledger ?? createMemoryLedger(),
    blobs: options.blobs ?? createMemoryBlobs(),
    clock: options.clock ?? systemClock,
  };
}
