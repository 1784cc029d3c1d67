import type { Ledger, RunRow } from '../ledger/ledger.ts';
import { readEntries } from '../pipeline/open-run.ts';
import { type ManifestAsset, NO_REQUESTS, type RequestCounts } from '../report/manifest.ts';

/** An asset that failed in an earlier run of the same turn: it took time and money like any other. */
export interface EarlierFailure {
  readonly run: string;
  readonly entry: ManifestAsset;
}

const MOST_RUNS = 1000;
const ENDED: readonly RunRow['status'][] = ['done', 'failed', 'superseded'];

/**
 * What failed in the runs before this one that went into the same folder, by asset and oldest first; as long as the same was asked of the
 * same provider.
 */
export async function findEarlierFailures(
  run: string,
  ledger: Pick<Ledger, 'runs'>,
): Promise<(entry: ManifestAsset) => readonly EarlierFailure[]> {
  const row = await ledger.runs.get(run);
  if (!row || row.out === '') return () => [];
  const runs = await ledger.runs.list({ out: row.out, statuses: ENDED, limit: MOST_RUNS });
  const failures: EarlierFailure[] = [];
  for (const { id, pack, startedAt } of runs.toReversed()) {
    if (id === run || pack !== row.pack || startedAt > row.startedAt) continue;
    for await (const { entry } of readEntries(id, { ledger }))
      if (entry.status === 'failed') failures.push({ run: id, entry });
  }
  const byAsset = Map.groupBy(failures, ({ entry }) => entry.id);
  return (entry) => (byAsset.get(entry.id) ?? []).filter((failure) => isSameRequest(failure.entry, entry));
}

/** What an asset took in all: where it was made, and where it failed before. */
export function sumOf(
  entries: readonly ManifestAsset[],
): Pick<ManifestAsset, 'attempts' | 'calls' | 'polls'> & { readonly requests: RequestCounts; readonly usd: number } {
  const sum = (pick: (entry: ManifestAsset) => number): number => entries.reduce((all, entry) => all + pick(entry), 0);
  const requests = (what: keyof RequestCounts): number => sum((entry) => (entry.requests ?? NO_REQUESTS)[what]);
  return {
    attempts: sum(({ attempts }) => attempts),
    calls: sum(({ calls }) => calls),
    polls: sum(({ polls }) => polls),
    requests: {
      upload: requests('upload'),
      generate: requests('generate'),
      download: requests('download'),
      store: requests('store'),
      total: requests('total'),
    },
    usd: sum(({ cost }) => cost.usd),
  };
}

function isSameRequest(one: ManifestAsset, other: ManifestAsset): boolean {
  const keys = ['provider', 'profile', 'workflow', 'prompt', 'negativePrompt'] as const;
  return firstSeed(one) === firstSeed(other) && keys.every((key) => one[key] === other[key]);
}

/** What it was first asked for with; the seed of an entry is that of the candidate which was kept. */
const firstSeed = ({ candidates, seed }: ManifestAsset): number => candidates?.[0]?.seed ?? seed;
