import type { ErrorCode } from '../errors.ts';
import type { AssetSpec, Pack } from '../pack/pack.ts';
import type { Fallback } from '../report/manifest.ts';
import type { ImageJob, Making, ProviderFamily, Quote } from '../providers/provider.ts';

/** What would be made, what is there already, and what cannot be done and why. Nothing is spent to know it. */
export interface Plan {
  readonly pack: Pack;
  readonly assets: readonly PlannedAsset[];
  /** How many jobs each provider takes at once, as it said when it was asked. */
  readonly concurrency: ReadonlyMap<string, number>;
  /** What will not be as the pack has it, although everything can be made: whole sentences. */
  readonly warnings: readonly string[];
  /**
   * The same asset with the next of its `alternates` that can make it, for less than `belowUsd` if that is given. Undefined when
   * there is none. Pure; worked out only when somebody asks.
   */
  readonly takeOver: (
    planned: MakePlan,
    why: { readonly reason: string; readonly belowUsd?: number },
  ) => MakePlan | undefined;
}

export type PlannedAsset = MakePlan | RefusePlan;

export interface MakePlan {
  /** `re-roll`: it was made before, but a gate failed, and more candidates may be painted. */
  readonly action: 'make' | 'cached' | 're-roll';
  /** Place in the pack, from 0. */
  readonly position: number;
  readonly asset: AssetSpec;
  readonly provider: string;
  readonly family: ProviderFamily;
  readonly request: AssetRequest;
  readonly requestHash: string;
  /** Of the request that this one stands in for, since it was paid for in its place. */
  readonly askedHash?: string;
  readonly quote: Quote;
  /** With which profile and workflow, where the provider has several. */
  readonly making?: Making;
  readonly fallback?: Fallback;
  /** How often it may be painted anew while a gate fails, over all runs. */
  readonly retries: number;
  /** Of a `re-roll`: how many candidates there are already. */
  readonly candidates?: number;
  /** Who may be tried after it, in order. */
  readonly alternates: readonly string[];
}

export interface RefusePlan {
  readonly action: 'refuse';
  readonly position: number;
  readonly asset: AssetSpec;
  readonly provider: string;
  readonly reason: string;
  readonly code: ErrorCode;
  /** What to do about it, where it is better known than the catalogue's sentence. */
  readonly next?: string;
}

/** All that decides the bytes of an asset's files, as plain JSON: hashed, it is the cache key. */
export interface AssetRequest {
  /** Raised when limner itself would make other bytes of the same words. */
  readonly recipe: number;
  readonly provider: string;
  /** Of the provider, see `Capabilities`. */
  readonly version: string;
  readonly asset: AssetSpec;
  readonly job: ImageJob;
  readonly finish: FinishOptions;
}

export interface FinishOptions {
  /** `nearest` keeps a pixel grid, `smooth` averages. */
  readonly resample: 'nearest' | 'smooth';
}
