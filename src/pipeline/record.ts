import type { Transfers } from '../providers/provider.ts';
import type { MakePlan } from '../plan/plan.ts';
import type { GateResult, ManifestFile } from '../report/manifest.ts';

/**
 * The story of one asset in one run. It is never edited: each stage adds one section. Bytes are named by their sha256
 * in the blob store, so a record is small plain JSON.
 */
export interface RunRecord {
  readonly run: string;
  readonly planned: MakePlan;
  readonly guide?: GuideSection;
  readonly painted?: PaintedSection;
  readonly cut?: CutSection;
  readonly finished?: FinishedSection;
  readonly checked?: CheckedSection;
  readonly stored?: StoredSection;
}

export interface GuideSection {
  /** PNG; absent when this asset needs no guide. */
  readonly blob?: string;
}

export interface PaintedSection extends CallTotals {
  readonly images: readonly PaintedBlob[];
  /** What the provider itself says is not as it was asked. */
  readonly warnings?: readonly string[];
}

/** What all calls of an asset came to so far. */
export interface CallTotals {
  readonly attempts: number;
  /** Paid jobs that were sent; 0 when an earlier call's result served. */
  readonly calls: number;
  readonly polls: number;
  readonly usd: number;
  readonly transfers: Transfers;
}
export interface PaintedBlob {
  readonly role: 'image' | 'layer';
  readonly layer?: number;
  readonly blob: string;
  readonly mimeType: string;
  /** See `PaintedImage`. */
  readonly remote?: string;
}

/** The painted pictures, where some had to be cut out of their ground or parted into layers. */
export interface CutSection {
  readonly images: readonly PaintedBlob[];
  /** Where cutting took calls of its own: with these. */
  readonly totals?: CallTotals;
  readonly warnings?: readonly string[];
}

export interface FinishedSection {
  readonly files: readonly ManifestFile[];
}
export interface CheckedSection {
  readonly gates: readonly GateResult[];
}
export interface StoredSection {
  readonly files: readonly ManifestFile[];
}
