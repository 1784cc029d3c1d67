import type { ErrorReport } from '../errors.ts';
import type { AssetType, SheetKind } from '../pack/pack.ts';
import type { Rect } from '../raster/raster.ts';

/** `manifest.json`: what a run made, for machines. Written last, so a reader never meets a half-made set. */
export interface Manifest {
  /** The version of limner that wrote it. */
  readonly limner: string;
  readonly pack: string;
  readonly run: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly cost: { readonly usd: number };
  readonly calls: number;
  readonly assets: readonly ManifestAsset[];
}

export interface ManifestAsset {
  readonly id: string;
  readonly type: AssetType;
  readonly kind?: SheetKind;
  readonly status: 'done' | 'failed' | 'refused';
  readonly cached: boolean;
  readonly provider: string;
  readonly profile?: string;
  readonly workflow?: string;
  readonly seed: number;
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly attempts: number;
  /** Paid jobs. */
  readonly calls: number;
  readonly polls: number;
  /** Everything that went to a service or the store, but for polls. */
  readonly requests?: RequestCounts;
  readonly cost: { readonly usd: number };
  /** Each key ends in `Ms`. */
  readonly timings: Readonly<Record<string, number>>;
  readonly gates: readonly GateResult[];
  /** All that were painted of it because gates failed, in order; absent where there is only the one. */
  readonly candidates?: readonly ManifestCandidate[];
  readonly error?: ErrorReport;
  readonly fallback?: Fallback;
  readonly files: readonly ManifestFile[];
}

/** One of several pictures of an asset; a set counts as one. */
export interface ManifestCandidate {
  /** From 1. */
  readonly number: number;
  readonly seed: number;
  /** Its files are the asset's own; those of the others stand under `candidates/<id>/<number>/`. */
  readonly chosen: boolean;
  /** When it was painted, by this run or an earlier one. */
  readonly cost: { readonly usd: number };
  readonly gates: readonly GateResult[];
  readonly files: readonly ManifestFile[];
}

export interface RequestCounts {
  readonly upload: number;
  readonly generate: number;
  readonly download: number;
  readonly store: number;
  readonly total: number;
}

export const NO_REQUESTS: RequestCounts = { upload: 0, generate: 0, download: 0, store: 0, total: 0 };

/** Which provider the asset's route began with, and why another one took its place. */
export interface Fallback extends PassedOver {
  /** Those that were passed over after it, in order. */
  readonly also?: readonly PassedOver[];
}

export interface PassedOver {
  readonly from: string;
  /** Without a full stop. */
  readonly reason: string;
}

export interface ManifestFile {
  /** Relative to the manifest. */
  readonly path: string;
  /** Where everybody can read it, when the store knows. */
  readonly url?: string;
  readonly role: 'image' | 'layer' | 'metadata';
  /** For layers: 0 is the farthest. */
  readonly layer?: number;
  readonly width?: number;
  readonly height?: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface GateResult {
  readonly name: string;
  readonly status: 'pass' | 'warn' | 'fail';
  /** A whole sentence, with what was found and what was wanted. */
  readonly message: string;
  /** What was measured, and where the gate draws its line; in the unit that the message names. */
  readonly value?: number;
  readonly limit?: number;
  /** Where the fault is, in pixels of the picture. */
  readonly place?: Rect;
}
