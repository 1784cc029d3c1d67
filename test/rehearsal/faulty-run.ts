import type { CanvasPolicy } from '../../src/guide/canvas.ts';
import type { ImageProvider } from '../../src/providers/provider.ts';
import type { RunSummary } from '../../src/pipeline/events.ts';
import type { CallRow } from '../../src/ledger/ledger.ts';
import { type GenerateOptions, generate } from '../../src/generate.ts';
import { createMemoryLedger } from '../../src/ledger/memory.ts';
import { parsePack } from '../../src/pack/parse-pack.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { pause } from '../../src/providers/pause.ts';
import { createRunpod } from '../../src/providers/runpod/index.ts';
import type { RunpodOptions } from '../../src/providers/runpod/options.ts';
import type { ManifestAsset } from '../../src/report/manifest.ts';
import { createComfyEngine } from '../../src/rehearsal/comfy/create-engine.ts';
import { CAPABILITY_PRESETS } from '../../src/rehearsal/presets.ts';
import type { Counts } from '../../src/rehearsal/runpod/counters.ts';
import type { FaultRule } from '../../src/rehearsal/faults/fault-book.ts';
import type { EndpointOptions } from '../../src/rehearsal/runpod/options.ts';
import { type RunpodServer, startRunpodServer } from '../../src/rehearsal/runpod/server.ts';
import { createMemoryBlobs, createMemoryStore } from '../../src/store/memory.ts';
import { validateAsServer } from '../../src/workflow/validate/validate-as-server.ts';

/** A rehearsed endpoint in a hurry: workers start and stop within milliseconds. */
export function startHastyEndpoint(workersMax = 3, options: Partial<EndpointOptions> = {}): Promise<RunpodServer> {
  const catalogue = CAPABILITY_PRESETS.custom();
  return startRunpodServer({
    endpoints: {
      hasty: {
        catalogue,
        makeEngine: () => createComfyEngine({ catalogue, validate: validateAsServer, metadata: false }),
        workersMax,
        coldStartMs: 2,
        idleTimeoutMs: 40,
        poisonedMs: 5,
        ...options,
      },
    },
  });
}

export interface FaultyRun {
  readonly summary: RunSummary;
  readonly assets: readonly ManifestAsset[];
  readonly calls: readonly CallRow[];
  /** Beyond what the probe before it took. */
  readonly counts: Pick<Counts, 'submitsAccepted' | 'executions' | 'statusCalls' | 'faults'>;
  /** By code, for the assets that failed. */
  readonly codes: readonly (string | undefined)[];
}

/** A run of a pack of some icons while these faults strike, from after the first probe on. */
export async function runUnder(
  server: RunpodServer,
  faults: readonly FaultRule[],
  {
    count = 2,
    budget = {},
    pack = packOf(count),
    ...options
  }: Partial<GenerateOptions> & {
    readonly count?: number;
    readonly budget?: Pack['budget'];
    /** In the place of so many icons. */
    readonly pack?: Pack;
    readonly provider?: Partial<RunpodOptions>;
  } = {},
): Promise<FaultyRun> {
  const timeouts = { ...HASTE.timeouts, ...options.provider?.timeouts };
  const provider = onSmallCanvas(createRunpod({ ...HASTE, baseUrl: server.baseUrl, ...options.provider, timeouts }));
  await provider.probe({ signal: new AbortController().signal });
  const before = server.admin.counters().total;
  server.admin.setFaults(faults);
  const ledger = options.ledger ?? createMemoryLedger();
  const summary = await generate(
    { ...pack, budget },
    {
      providers: [provider],
      route: { flags: { default: 'comfyui-custom' } },
      ledger,
      blobs: createMemoryBlobs(),
      store: createMemoryStore(),
      callDeadlineMs: 120_000,
      clock: HASTY_CLOCK,
      ...options,
    },
  );
  server.admin.setFaults([]);
  const after = server.admin.counters().total;
  const rows = await ledger.runs.assets(summary.run, { after: -1, limit: count });
  const assets = rows.map(({ entry }) => entry);
  return {
    summary,
    assets,
    calls: await ledger.calls.list({ limit: 100_000 }),
    counts: {
      submitsAccepted: after.submitsAccepted - before.submitsAccepted,
      executions: after.executions - before.executions,
      statusCalls: after.statusCalls - before.statusCalls,
      faults: after.faults,
    },
    codes: assets.flatMap(({ error }) => (error ? [error.code] : [])),
  };
}

const SMALL: CanvasPolicy = { multipleOf: 16, minSide: 64, maxSide: 256 };

/** The same provider, which has small pictures painted: a model's usual ones would take this machine a second each. */
export function onSmallCanvas(provider: ImageProvider): ImageProvider {
  return {
    ...provider,
    async probe(context) {
      const { makings = {}, ...capabilities } = await provider.probe(context);
      const small = Object.entries(makings).map(([type, making]) => [type, { ...making, canvas: SMALL }]);
      return { ...capabilities, canvas: SMALL, makings: Object.fromEntries(small) };
    },
  };
}

/** The pipeline's pauses shortened, the deadlines as they are. */
export const HASTY_CLOCK = { now: Date.now, sleep: (ms: number, signal: AbortSignal) => pause(ms / 50, signal) };

/** Short pauses. What waits for something to happen is as patient as ever: who wants it to give up says so. */
export const HASTE: Omit<RunpodOptions, 'baseUrl'> = {
  name: 'comfyui-custom',
  endpointId: 'hasty',
  apiKey: 'a-secret-of-ours',
  timeouts: { settleMs: 60, restMs: 80 },
};

function packOf(count: number) {
  const assets = Array.from(
    { length: count },
    (_, index) => `  - { id: icon${index}, type: entity, description: a gem number ${index}, width: 32, height: 32 }`,
  );
  const parsed = parsePack(`pack: faulty\nstyle: pixel\nassets:\n${assets.join('\n')}\n`, {
    file: 'limner.yaml',
    format: 'yaml',
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.pack;
}
