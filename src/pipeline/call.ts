import type { ImageJob, JobTiming, Transfers } from '../providers/provider.ts';
import type { PaintedBlob } from './record.ts';

/** One job on its way through the protocol: claim → submit → ticket → poll. */
export interface Call {
  readonly run: string;
  readonly asset: string;
  readonly job: ImageJob;
  /** Capabilities version of the provider: the same job on another version is another call. */
  readonly version: string;
  readonly guide?: string;
  readonly remoteSource?: string;
  /** What it is expected to cost. */
  readonly estimatedUsd: number;
  /** See `Quote`. */
  readonly mostUsd?: number;
  readonly leastUsd?: number;
  /** What the asset's calls need that come after this one. */
  readonly restUsd?: number;
  /** What all calls of the asset need together, where they are alike and go out side by side. */
  readonly wholeUsd?: number;
}

/** What the ledger keeps of a call that is done. */
export interface CallResult {
  readonly images: readonly PaintedBlob[];
  /** What the provider itself said is not as it was asked. */
  readonly warnings: readonly string[];
  readonly transfers?: Transfers;
  readonly timing?: JobTiming;
  readonly watched?: Watched;
}

/** How long a job was seen in a phase, as far as polls can tell; what is left of its time it was at work. */
export interface Watched {
  readonly queuedMs: number;
  readonly startingMs: number;
  /** The last question, whose answer brought the pictures. */
  readonly fetchMs: number;
}

/**
 * `spent`: this call ended in an earlier attempt and has nothing to give. `moved`: somebody else has taken it further
 * meanwhile, so look again. `waiting`: for money that other calls hold back.
 */
export type CallEnd =
  | ({ readonly state: 'done' } & CallResult)
  | { readonly state: 'spent' | 'moved' | 'waiting' }
  | { readonly state: 'failed'; readonly error: unknown };
