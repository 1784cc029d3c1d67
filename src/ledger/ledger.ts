import type { ErrorReport } from '../errors.ts';
import type { ManifestAsset, ManifestFile } from '../report/manifest.ts';

/**
 * Where runs, paid calls, costs and finished steps are written. Several processes may share one ledger: every method
 * is atomic on its own. All values are plain JSON; times are milliseconds since 1970.
 */
export interface Ledger {
  readonly runs: RunLedger;
  readonly steps: StepLedger;
  readonly calls: CallLedger;
  readonly artifacts: ArtifactLedger;
  readonly votes: VoteLedger;
  close(): Promise<void>;
}

export interface RunLedger {
  /** Opens a run and names it `<pack>-<n>`, n counting the runs of that pack from 1. */
  start(run: NewRun): Promise<RunRow>;
  get(id: string): Promise<RunRow | undefined>;
  /** Newest first. */
  list(filter: RunFilter): Promise<readonly RunRow[]>;
  finish(id: string, end: RunEnd): Promise<void>;
  /** Marks a run as under way again. */
  reopen(id: string): Promise<void>;
  saveAsset(run: string, position: number, entry: ManifestAsset): Promise<void>;
  /** By position, at most `limit` from `after` on, so that a large run never has to be in memory at once. */
  assets(run: string, page: { readonly after: number; readonly limit: number }): Promise<readonly AssetRow[]>;
}

export type RunStatus = 'running' | 'done' | 'failed' | 'refused' | 'interrupted' | 'superseded';

export interface NewRun {
  readonly pack: string;
  readonly packFile: string;
  readonly out: string;
  /** Hash of everything the run was asked to make: the same hash may continue the run. */
  readonly planHash: string;
  /** What `resume` needs to go on without the pack file. */
  readonly snapshot: unknown;
  readonly startedAt: number;
}
export interface RunRow extends NewRun {
  readonly id: string;
  readonly status: RunStatus;
  readonly finishedAt?: number;
  readonly summary?: unknown;
}
export interface RunEnd {
  readonly status: RunStatus;
  readonly finishedAt: number;
  readonly summary: unknown;
}
export interface RunFilter {
  readonly pack?: string;
  readonly out?: string;
  readonly packFile?: string;
  readonly statuses?: readonly RunStatus[];
  readonly limit: number;
}
export interface AssetRow {
  readonly position: number;
  readonly entry: ManifestAsset;
}

/** Results of finished steps: a step that stands here is not run again. */
export interface StepLedger {
  get(run: string, name: string): Promise<unknown>;
  put(run: string, name: string, output: unknown): Promise<void>;
  /** Forgets the steps of a run whose assets are all recorded. */
  clear(run: string): Promise<void>;
}

export interface CallLedger {
  /**
   * Atomic: exactly one of several claimants gets `claimed`, and only while the money suffices. A refused call cost nothing
   * and may be claimed again: what is known of it is forgotten then, but for the count of `attempts`.
   */
  claim(claim: CallClaim): Promise<ClaimResult>;
  /**
   * Atomic: applies the change only while this very claim stands and is in one of the `from` states. False when it is not,
   * or when the call has been refused and claimed again since.
   */
  change(claim: ClaimKey, from: readonly CallState[], change: CallChange): Promise<boolean>;
  get(id: string): Promise<CallRow | undefined>;
  list(filter: CallFilter): Promise<readonly CallRow[]>;
  /** What calls came to, refused ones left out: one row for each run, asset, provider and state. */
  spending(filter: SpendingFilter): Promise<readonly Spending[]>;
}

/**
 * `claimed`: may be on its way · `submitted`: has a ticket · `done`, `failed`: final · `refused`: the service did not take
 * it, nothing spent · `unknown`: the answer to the submission was lost.
 */
export type CallState = 'claimed' | 'submitted' | 'done' | 'failed' | 'refused' | 'unknown';

export interface CallClaim {
  readonly id: string;
  readonly run: string;
  readonly asset: string;
  readonly provider: string;
  /** The process that claims, and later the one that follows; a claim of a dead owner has an unknown fate. Empty: nobody follows it any more. */
  readonly owner: string;
  /** Held back from the budgets until the end of the call tells what it cost: the most that it can be charged. */
  readonly estimatedUsd: number;
  readonly claimedAt: number;
  /** What was asked for, so that whoever settles the call can judge what came; plain JSON, forgotten when the call has ended. */
  readonly job?: unknown;
  readonly caps: SpendingCaps;
}
export interface SpendingCaps {
  readonly runUsd?: number;
  readonly dayUsd?: number;
  /** Start of the day that `dayUsd` counts from. */
  readonly dayStartsAt: number;
  /** Calls under way that were claimed before this time are not expected to end any more. Absent: all are. */
  readonly pendingSince?: number;
}
export type ClaimResult =
  | { readonly outcome: 'claimed' | 'exists'; readonly call: CallRow }
  | {
      readonly outcome: 'over-budget';
      readonly cap: 'run' | 'day';
      readonly capUsd: number;
      /** What ended calls cost, and what is held back for the others. */
      readonly spentUsd: number;
      /** Of `spentUsd`: held back for calls under way that somebody follows, some of which may come free. */
      readonly pendingUsd: number;
    };

export interface CallChange {
  readonly state?: CallState;
  readonly owner?: string;
  readonly ticket?: unknown;
  readonly result?: unknown;
  readonly error?: ErrorReport;
  readonly usd?: number;
  readonly polls?: number;
  readonly submittedAt?: number;
  readonly finishedAt?: number;
}
export interface CallRow extends Omit<CallClaim, 'caps'>, Omit<CallChange, 'owner' | 'state' | 'polls'> {
  readonly state: CallState;
  readonly polls: number;
  /** How often this run has claimed it: 1, and 1 more for each time it was refused and claimed again. */
  readonly attempts: number;
}
/** One claim of a call: a call that is claimed again gets a greater `claimedAt`, by a millisecond if need be. */
export type ClaimKey = Pick<CallRow, 'id' | 'claimedAt'>;
export interface CallFilter {
  readonly run?: string;
  readonly asset?: string;
  readonly states?: readonly CallState[];
  readonly limit: number;
  /** Those claimed last come first. */
  readonly newestFirst?: true;
}

export interface SpendingFilter {
  readonly run?: string;
  /** Only calls that were claimed at this time or later. */
  readonly since?: number;
}
export interface Spending {
  readonly run: string;
  readonly asset: string;
  readonly provider: string;
  readonly state: Exclude<CallState, 'refused'>;
  readonly calls: number;
  /** What they cost; what is held back for those that nobody knows the cost of yet. */
  readonly usd: number;
}

/** Finished files by the hash of the request that made them: the cache. */
export interface ArtifactLedger {
  find(requestHashes: readonly string[]): Promise<ReadonlyMap<string, Artifact>>;
  save(artifact: Artifact): Promise<void>;
}

export interface Artifact {
  readonly requestHash: string;
  readonly run: string;
  readonly madeAt: number;
  /** How it was made; a later run reports it as cached. */
  readonly entry: ManifestAsset;
  /** The bytes stand in the blob store under each file's sha256. */
  readonly files: readonly ManifestFile[];
}

/** What people said of pairs of pictures whose makers they did not know. */
export interface VoteLedger {
  /** A second vote of the same voter on the same pair takes the place of the first, and counts as the newest. */
  save(vote: Vote): Promise<void>;
  /** Takes a vote back; false when there is none. */
  remove(vote: VoteKey): Promise<boolean>;
  /** In the order in which they were cast. */
  list(filter: VoteFilter): Promise<readonly Vote[]>;
}

export interface Vote extends VoteKey {
  /** The provider whose picture is better, or `tie`. */
  readonly choice: string;
  readonly at: number;
}
export interface VoteKey {
  readonly pack: string;
  /** `Pair.key`. */
  readonly pair: string;
  readonly voter: string;
}
export interface VoteFilter {
  readonly pack: string;
  readonly voter?: string;
}
