import type { Ledger } from '../ledger/ledger.ts';
import type { ImageProvider } from '../providers/provider.ts';
import type { AssetStore, BlobStore } from '../store/store.ts';

/** Everything a run reaches outside itself through. */
export interface Ports {
  /** By name: the providers that are set up and can be routed to. */
  readonly providers: ReadonlyMap<string, ImageProvider>;
  readonly ledger: Ledger;
  readonly blobs: BlobStore;
  readonly store: AssetStore;
  readonly clock: Clock;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}
