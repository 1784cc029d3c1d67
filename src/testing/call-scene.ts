import { createMemoryLedger } from '../ledger/memory.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Call } from '../pipeline/call.ts';
import type { RunNews } from '../pipeline/events.ts';
import { createLimiter } from '../pipeline/limiter.ts';
import { createPromises } from '../pipeline/promises.ts';
import type { StageContext } from '../pipeline/stage.ts';
import type { ImageJob } from '../providers/provider.ts';
import { createMemoryBlobs, createMemoryStore } from '../store/memory.ts';
import { type Script, createScriptedProvider } from './scripted-provider.ts';

const JOB: ImageJob = {
  type: 'entity',
  prompt: 'a slime',
  negativePrompt: '',
  seed: 1,
  canvas: { width: 64, height: 64, scale: 1, content: { x: 0, y: 0, width: 64, height: 64 } },
  style: { name: 'flat', words: '' },
  theme: '',
  subject: 'slime',
  transparent: true,
  composition: { kind: 'subject' },
};

const STARTS_AT = 1_000_000;
const DAY_MS = 86_400_000;

export interface CallScene {
  readonly call: Call;
  readonly context: StageContext;
  readonly service: ReturnType<typeof createScriptedProvider>['service'];
  readonly ledger: Ledger;
  readonly time: { now: number };
  readonly news: readonly RunNews[];
  readonly states: () => Promise<readonly string[]>;
}

/** A call and all it needs, at a scripted service. Its clock moves only when somebody sleeps. */
export function callScene(
  script: Script = {},
  overrides: Partial<StageContext> = {},
  ledger: Ledger = createMemoryLedger(),
): CallScene {
  const provider = createScriptedProvider(script);
  const news: RunNews[] = [];
  const time = { now: STARTS_AT };
  const clock = {
    now: () => time.now,
    sleep: async (ms: number, signal: AbortSignal) => {
      signal.throwIfAborted();
      time.now += ms;
      if (time.now > STARTS_AT + DAY_MS) throw new Error('Whoever waits for a day waits for ever.');
    },
  };
  const ports = {
    providers: new Map([[provider.name, provider]]),
    ledger,
    blobs: createMemoryBlobs(),
    store: createMemoryStore(),
    clock,
  };
  const context: StageContext = {
    step: { do: (_name, work) => work() },
    ports,
    provider,
    emit: (event) => void news.push(event),
    signal: new AbortController().signal,
    owner: 'me',
    caps: {},
    promises: createPromises(),
    attempts: 3,
    callDeadlineMs: 60_000,
    limiter: createLimiter(8),
    rasters: new Map(),
    ...overrides,
  };
  const call: Call = { run: 'r-1', asset: 'slime', job: JOB, version: '1', estimatedUsd: 0.01 };
  return { call, context, service: provider.service, ledger, time, news, states: () => statesOf(ledger) };
}

async function statesOf(ledger: Ledger): Promise<readonly string[]> {
  return (await ledger.calls.list({ limit: 1000 })).map((row) => row.state);
}
