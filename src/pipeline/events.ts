import { withoutDust } from './without-dust.ts';
import type { ErrorReport } from '../errors.ts';
import type { AssetType } from '../pack/pack.ts';
import type { Progress } from '../providers/provider.ts';
import { type FallbackCount, createFallbackCounter } from '../report/fallback-counts.ts';
import type { ManifestAsset, PassedOver } from '../report/manifest.ts';

/** What a run tells while it works; one NDJSON line each with `--json`. `at` is ISO 8601, UTC. */
export type RunEvent = { readonly at: string } & RunNews;

export type RunNews =
  | {
      readonly type: 'run-start';
      readonly run: string;
      readonly pack: string;
      readonly assets: number;
      readonly resumed: boolean;
    }
  | { readonly type: 'asset-start'; readonly id: string; readonly assetType: AssetType; readonly provider: string }
  | { readonly type: 'stage-start' | 'stage-end'; readonly id: string; readonly stage: string; readonly ms?: number }
  | {
      readonly type: 'call-start';
      readonly id: string;
      readonly call: string;
      readonly provider: string;
      readonly usd: number;
    }
  | {
      readonly type: 'call-end';
      readonly id: string;
      readonly call: string;
      readonly state: 'done' | 'failed' | 'refused' | 'unknown';
      readonly usd: number;
    }
  | { readonly type: 'progress'; readonly id: string; readonly phase: string; readonly progress?: Progress }
  | ({ readonly type: 'fallback'; readonly id: string; readonly to: string } & PassedOver)
  | {
      /** Another candidate is about to be painted, since gates failed. */
      readonly type: 're-roll';
      readonly id: string;
      /** Of the candidate, from 2. */
      readonly number: number;
      readonly seed: number;
      readonly because: string;
    }
  | { readonly type: 'warning'; readonly id?: string; readonly message: string }
  | {
      readonly type: 'asset-done';
      readonly id: string;
      readonly cached: boolean;
      readonly provider: string;
      readonly usd: number;
      readonly files: readonly string[];
    }
  | {
      readonly type: 'asset-failed';
      readonly id: string;
      readonly status: 'failed' | 'refused';
      readonly error: ErrorReport;
    }
  | ({ readonly type: 'run-done' } & RunSummary);

export interface RunSummary {
  readonly run: string;
  readonly status: 'done' | 'failed' | 'refused' | 'interrupted';
  readonly made: number;
  readonly cached: number;
  readonly failed: number;
  readonly refused: number;
  /** Of the refused: for want of money. Absent when none were. */
  readonly overBudget?: number;
  readonly calls: number;
  readonly cost: { readonly usd: number };
  /** Calls that have not ended, and what is held back for them; it is in `cost`. Absent when there are none. */
  readonly openCalls?: { readonly calls: number; readonly usd: number };
  /** Assets of which more than one candidate was painted, this run's among them. Absent when there are none. */
  readonly reRolled?: number;
  /** Who took whose place and why, where that was so; the assets are among those counted above. */
  readonly fallbacks?: readonly FallbackCount[];
  /** What the command line ends with: 0 all made, 1 some failed or the money ran out, 3 refused before spending, 4 interrupted. */
  readonly exitCode: number;
}

export type Emit = (news: RunNews) => void;

type Tally = Omit<RunSummary, 'run' | 'status' | 'exitCode' | 'openCalls'>;

/** What assets add up to; they may come one at a time, so that no long run has to be in memory at once. */
export async function tally(entries: Iterable<ManifestAsset> | AsyncIterable<ManifestAsset>): Promise<Tally> {
  let [made, cached, failed, refused, overBudget, reRolled, calls, usd] = [0, 0, 0, 0, 0, 0, 0, 0];
  const counter = createFallbackCounter();
  for await (const entry of entries) {
    counter.add(entry);
    if (entry.status === 'failed') failed += 1;
    else if (entry.status === 'refused') refused += 1;
    else if (entry.cached) cached += 1;
    else made += 1;
    if (entry.error?.code === 'LIMNER_BUDGET_EXCEEDED') overBudget += 1;
    if (entry.candidates && !entry.cached) reRolled += 1;
    calls += entry.calls;
    usd += entry.cost.usd;
  }
  const { counts } = counter;
  return {
    made,
    cached,
    failed,
    refused,
    ...(overBudget > 0 ? { overBudget } : {}),
    calls,
    cost: { usd: withoutDust(usd) },
    ...(reRolled > 0 ? { reRolled } : {}),
    ...(counts.length > 0 ? { fallbacks: counts } : {}),
  };
}
