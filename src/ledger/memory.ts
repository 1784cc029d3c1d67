import type { ManifestAsset } from '../report/manifest.ts';
import { copyJson } from './copy-json.ts';
import type { Artifact, AssetRow, Ledger, RunLedger, RunRow } from './ledger.ts';
import { memoryCalls } from './memory-calls.ts';
import { memoryVotes } from './memory-votes.ts';

/** A ledger that lasts as long as the process: for tests, and for one-off use as a library. */
export function createMemoryLedger(): Ledger {
  const steps = new Map<string, unknown>();
  const artifacts = new Map<string, Artifact>();
  return {
    runs: memoryRuns(),
    calls: memoryCalls(),
    steps: {
      get: async (run, name) => copyKnown(steps.get(stepKey(run, name))),
      put: async (run, name, output) => void steps.set(stepKey(run, name), copyJson(output)),
      clear: async (run) => {
        for (const key of steps.keys()) if (key.startsWith(stepKey(run, ''))) steps.delete(key);
      },
    },
    artifacts: {
      find: async (hashes) => new Map(hashes.flatMap((hash) => pair(hash, copyKnown(artifacts.get(hash))))),
      save: async (artifact) => void artifacts.set(artifact.requestHash, copyJson(artifact)),
    },
    votes: memoryVotes(),
    close: async () => undefined,
  };
}

const stepKey = (run: string, name: string): string => `${run}\n${name}`;
const copyKnown = <T>(value: T | undefined): T | undefined => (value === undefined ? value : copyJson(value));
const pair = <T>(key: string, value: T | undefined): [string, T][] => (value === undefined ? [] : [[key, value]]);

function memoryRuns(): RunLedger {
  const runs = new Map<string, RunRow>();
  const assets = new Map<string, Map<number, ManifestAsset>>();
  const update = (id: string, change: Partial<RunRow>): void => {
    const run = runs.get(id);
    if (run) runs.set(id, { ...run, ...copyJson(change) });
  };
  return {
    async start(run) {
      const number = [...runs.values()].filter((other) => other.pack === run.pack).length + 1;
      const row: RunRow = { ...run, id: `${run.pack}-${number}`, status: 'running' };
      runs.set(row.id, copyJson(row));
      return row;
    },
    get: async (id) => copyKnown(runs.get(id)),
    async list({ pack, out, packFile, statuses, limit }) {
      const fits = (run: RunRow): boolean =>
        (pack === undefined || run.pack === pack) &&
        (out === undefined || run.out === out) &&
        (packFile === undefined || run.packFile === packFile) &&
        (statuses === undefined || statuses.includes(run.status));
      return [...runs.values()].reverse().sort(byStart).filter(fits).slice(0, limit).map(copyJson);
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
      assets.set(run, known.set(position, copyJson(entry)));
    },
    async assets(run, { after, limit }) {
      const rows: AssetRow[] = [...(assets.get(run) ?? [])].map(([position, entry]) => ({ position, entry }));
      return rows
        .filter(({ position }) => position > after)
        .sort((a, b) => a.position - b.position)
        .slice(0, limit)
        .map(copyJson);
    },
  };
}

const byStart = (a: RunRow, b: RunRow): number => b.startedAt - a.startedAt;
