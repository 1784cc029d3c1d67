import type { ManifestAsset } from '../report/manifest.ts';
import type {
  Artifact,
  AssetRow,
  CallClaim,
  CallLedger,
  CallRow,
  ClaimResult,
  Ledger,
  RunLedger,
  RunRow,
} from './ledger.ts';

/** A ledger that lasts as long as the process: for tests, and for one-off use as a library. */
export function createMemoryLedger(): Ledger {
  const steps = new Map<string, unknown>();
  const artifacts = new Map<string, Artifact>();
  return {
    runs: memoryRuns(),
    calls: memoryCalls(),
    steps: {
      get: async (run, name) => steps.get(stepKey(run, name)),
      put: async (run, name, output) => void steps.set(stepKey(run, name), output),
      clear: async (run) => {
        for (const key of steps.keys()) if (key.startsWith(stepKey(run, ''))) steps.delete(key);
      },
    },
    artifacts: {
      find: async (hashes) => new Map(hashes.flatMap((hash) => pair(hash, artifacts.get(hash)))),
      save: async (artifact) => void artifacts.set(artifact.requestHash, artifact),
    },
    close: async () => undefined,
  };
}

const stepKey = (run: string, name: string): string => `${run}\n${name}`;
const pair = <T>(key: string, value: T | undefined): [string, T][] => (value === undefined ? [] : [[key, value]]);

function memoryRuns(): RunLedger {
  const runs = new Map<string, RunRow>();
  const assets = new Map<string, Map<number, ManifestAsset>>();
  const update = (id: string, change: Partial<RunRow>): void => {
    const run = runs.get(id);
    if (run) runs.set(id, { ...run, ...change });
  };
  return {
    async start(run) {
      const number = [...runs.values()].filter((other) => other.pack === run.pack).length + 1;
      const row: RunRow = { ...run, id: `${run.pack}-${number}`, status: 'running' };
      runs.set(row.id, row);
      return row;
    },
    get: async (id) => runs.get(id),
    async list({ pack, out, packFile, statuses, limit }) {
      const fits = (run: RunRow): boolean =>
        (pack === undefined || run.pack === pack) &&
        (out === undefined || run.out === out) &&
        (packFile === undefined || run.packFile === packFile) &&
        (statuses === undefined || statuses.includes(run.status));
      return [...runs.values()].reverse().filter(fits).slice(0, limit);
    },
    finish: async (id, end) => update(id, end),
    async reopen(id) {
      const run = runs.get(id);
      if (!run) return;
      const { finishedAt: _finishedAt, ...open } = run;
      runs.set(id, { ...open, status: 'running' });
    },
    async saveAsset(run, position, entry) {
      const known = assets.get(run) ?? new Map<number, ManifestAsset>();
      assets.set(run, known.set(position, entry));
    },
    async assets(run, { after, limit }) {
      const rows: AssetRow[] = [...(assets.get(run) ?? [])].map(([position, entry]) => ({ position, entry }));
      return rows
        .filter(({ position }) => position > after)
        .sort((a, b) => a.position - b.position)
        .slice(0, limit);
    },
  };
}

function memoryCalls(): CallLedger {
  const calls = new Map<string, CallRow>();
  return {
    async claim(claim) {
      const known = calls.get(claim.id);
      if (known) return { outcome: 'exists', call: known };
      const refusal = overBudget([...calls.values()], claim);
      if (refusal) return refusal;
      const { caps: _caps, ...row } = claim;
      calls.set(claim.id, { ...row, state: 'claimed', polls: 0 });
      return { outcome: 'claimed' };
    },
    async change(id, from, change) {
      const call = calls.get(id);
      if (!call || !from.includes(call.state)) return false;
      calls.set(id, { ...call, ...change, state: change.state ?? call.state, polls: change.polls ?? call.polls });
      return true;
    },
    get: async (id) => calls.get(id),
    async list({ run, asset, states, limit }) {
      const fits = (call: CallRow): boolean =>
        (run === undefined || call.run === run) &&
        (asset === undefined || call.asset === asset) &&
        (states === undefined || states.includes(call.state));
      return [...calls.values()].filter(fits).slice(0, limit);
    },
  };
}

function overBudget(calls: readonly CallRow[], claim: CallClaim): ClaimResult | undefined {
  if (claim.estimatedUsd <= 0) return undefined;
  const { runUsd, dayUsd, dayStartsAt } = claim.caps;
  const spent = (counts: (call: CallRow) => boolean): number =>
    calls
      .filter((call) => call.state !== 'refused' && counts(call))
      .reduce((sum, call) => sum + (call.usd ?? call.estimatedUsd), 0);
  const inRun = spent((call) => call.run === claim.run);
  if (runUsd !== undefined && inRun + claim.estimatedUsd > runUsd) {
    return { outcome: 'over-budget', cap: 'run', capUsd: runUsd, spentUsd: inRun };
  }
  const today = spent((call) => call.claimedAt >= dayStartsAt);
  if (dayUsd !== undefined && today + claim.estimatedUsd > dayUsd) {
    return { outcome: 'over-budget', cap: 'day', capUsd: dayUsd, spentUsd: today };
  }
  return undefined;
}
