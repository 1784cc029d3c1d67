import type { AssetType, SheetKind } from '../pack/pack.ts';
import type { Measures } from '../measure/metric.ts';
import type { GateResult, ManifestFile, RequestCounts } from '../report/manifest.ts';

/**
 * `compare.json`: the same assets made by several providers, and what can be said of it. Every number is either a sample's own, which
 * names the run of the ledger and the files that it was read from, or counted from samples.
 */
export interface Comparison {
  /** The version of limner that wrote it. */
  readonly limner: string;
  /** Its votes stand in the ledger under this name. */
  readonly pack: string;
  /** Both relative to the folder of `compare.json`. */
  readonly packFile: string;
  readonly state: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** The first is the one that the others are to replace. */
  readonly providers: readonly ComparedProvider[];
  /** `#rrggbb` colours that the pack's pictures share. */
  readonly palette: readonly string[];
  /** One of the pack's own backgrounds, to see subjects on: a path beside `compare.json`. */
  readonly background?: string;
  readonly thresholds: Thresholds;
  /** Assets a month, for the projection. */
  readonly volume?: number;
  readonly samples: readonly Sample[];
  /** For each provider: one for each asset type that the pack has, and one for all of them. */
  readonly groups: readonly Group[];
  readonly verdict: Verdict;
}

export interface ComparedProvider {
  readonly name: string;
  /** Real money was neither asked nor spent: a rehearsal or the painter. */
  readonly isRehearsed: boolean;
  readonly runs: readonly ComparedRun[];
}

export interface ComparedRun {
  /** From 1. Runs of the same number have the same seed. */
  readonly number: number;
  readonly seed: number;
  /** The run's id in the ledger: `limner show <run>`. */
  readonly run: string;
  /** Holds its `manifest.json` and files; relative to `compare.json`. */
  readonly folder: string;
  /** What the ledger says that its calls cost. */
  readonly usd: number;
  /** Real time from the run's start to its end. */
  readonly wallMs: number;
}

/** One asset in one run of one provider. */
export interface Sample {
  readonly id: string;
  readonly type: AssetType;
  readonly kind?: SheetKind;
  readonly provider: string;
  /** `ComparedRun.number` and `ComparedRun.run`. */
  readonly number: number;
  readonly run: string;
  readonly seed: number;
  readonly status: 'done' | 'failed' | 'refused';
  /** It was made in an earlier run; what that cost and took is told here. */
  readonly cached: boolean;
  /** That earlier run, where its calls stand. */
  readonly madeIn?: string;
  /** Earlier runs in which it failed; what was tried and paid there is counted here. */
  readonly failedIn?: readonly string[];
  readonly error?: { readonly code: string; readonly message: string };
  readonly attempts: number;
  readonly calls: number;
  readonly polls: number;
  readonly requests: RequestCounts;
  readonly usd: number;
  /** Of `usd`: for machines to start and to wait. */
  readonly standbyUsd: number;
  /** Absent when nothing was made, or not in one go: it was broken off and taken up again. */
  readonly phases?: Phases;
  readonly gates: readonly GateResult[];
  /** Of all its pictures; where there are several (layers), their mean. */
  readonly measures: Measures;
  /** Paths are relative to `compare.json`. */
  readonly files: readonly ManifestFile[];
}

/** Milliseconds of one asset's way. Only what the service or the ledger told is there. */
export interface Phases {
  /** Waiting for a worker that was there. */
  readonly queueMs?: number;
  /** Waiting for a worker to start. */
  readonly coldMs?: number;
  /** The service at work. */
  readonly runMs?: number;
  /** Pictures on their way up and down, as far as it can be told apart. */
  readonly transferMs?: number;
  /** limner at work: guide, finish, check, store. */
  readonly ownMs: number;
  /** From the asset's start to its files. */
  readonly totalMs: number;
}

export type PhaseName = keyof Phases;

/** What the samples of one asset type at one provider come to. */
export interface Group {
  readonly type: AssetType | 'all';
  readonly provider: string;
  readonly works: Works;
  /** Assets that met a worker's start apart from those that did not. */
  readonly speed: { readonly cold: Speed; readonly warm: Speed };
  readonly cost: GroupCost;
  readonly quality: Quality;
  /** Absent when nobody has voted. */
  readonly judged?: Judged;
}

export interface Works {
  readonly samples: number;
  readonly made: number;
  readonly failed: number;
  readonly refused: number;
  /** How many of the unmade have which code. */
  readonly codes: Readonly<Record<string, number>>;
  readonly attempts: number;
  readonly calls: number;
  readonly requests: number;
}

export interface Speed {
  readonly samples: number;
  /** How many took longer than `Thresholds.seconds`. */
  readonly late: number;
  readonly phases: { readonly [phase in PhaseName]?: Spread };
}

export interface Spread {
  readonly samples: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export interface GroupCost {
  readonly usd: number;
  /** Of `usd`: for machines at work, and for those that start and wait. */
  readonly jobsUsd: number;
  readonly standbyUsd: number;
  /** Of `usd`: for what was not made. */
  readonly failedUsd: number;
  readonly perAssetUsd: number;
  /** Per asset that was made and passed its gates; absent when none did. */
  readonly perKeptUsd?: number;
  /** Against the first provider, of `perKeptUsd`: 0.9 is 90 % cheaper. Absent where either is. */
  readonly saving?: number;
  /** For `Comparison.volume` kept assets. */
  readonly monthlyUsd?: number;
}

export interface Quality {
  /** Assets by their worst gate. */
  readonly passed: number;
  readonly warned: number;
  readonly failed: number;
  /** How many assets did not pass which gate. */
  readonly gates: Readonly<Record<string, { readonly warned: number; readonly failed: number }>>;
  readonly measures: Readonly<Record<string, MeasureSpread>>;
  /** Of the pack's pictures as a set; only where there are two or more. */
  readonly set: Measures;
}

export interface MeasureSpread {
  readonly samples: number;
  readonly mean: number;
  readonly median: number;
  readonly worst: number;
}

/** By people who did not know whose picture they saw. */
export interface Judged {
  readonly votes: number;
  readonly voters: number;
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
  /** Bradley-Terry: the chance to be preferred to the first provider, 0..1, and where it lies with 95 % confidence. */
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

export interface Thresholds {
  /** Share of assets that must be made, 0..1. */
  readonly made: number;
  /** The line that warm assets must stay under at p95. */
  readonly seconds: number;
  /** Against the first provider, 0..1. */
  readonly saving: number;
  /** How much lower the share of assets that pass their gates may be than the first provider's, 0..1. */
  readonly gateLoss: number;
  /** The least share of votes against the first provider, 0..1. */
  readonly preferred: number;
  /** Fewer samples of a type are not enough evidence. */
  readonly samples: number;
  readonly votes: number;
}

export interface Verdict {
  readonly criteria: readonly Criterion[];
  /** Which provider is suggested for which asset type, and why, in a whole sentence. */
  readonly routes: readonly SuggestedRoute[];
}

export interface Criterion {
  readonly name: 'works' | 'speed' | 'cost' | 'gates' | 'judged';
  /** The one that is to replace the first. */
  readonly provider: string;
  readonly type: AssetType | 'all';
  readonly threshold: number;
  /** Absent where there is nothing to measure. */
  readonly measured?: number;
  readonly outcome: 'pass' | 'fail' | 'not-enough-evidence';
  /** A whole sentence. */
  readonly because: string;
}

export interface SuggestedRoute {
  readonly type: AssetType;
  readonly provider: string;
  readonly because: string;
}
