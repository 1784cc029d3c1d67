import type { GenerateOptions } from '../src/generate.ts';
import { createMemoryLedger } from '../src/ledger/memory.ts';
import type { RunEvent } from '../src/pipeline/events.ts';
import type { Manifest } from '../src/report/manifest.ts';
import { createMemoryBlobs, createMemoryStore } from '../src/store/memory.ts';
import { type Script, createScriptedProvider } from '../src/testing/scripted-provider.ts';

/** For tests of whole runs: a scripted provider in the painter's place, everything else in memory, and a clock that stands still. */
export function runScene(script: Script, { concurrency }: { readonly concurrency: number }) {
  const scripted = createScriptedProvider(script);
  const events: RunEvent[] = [];
  const options = {
    providers: [{ ...scripted, name: 'painter' }],
    ledger: createMemoryLedger(),
    blobs: createMemoryBlobs(),
    store: createMemoryStore(),
    concurrency,
    out: '/out',
    onEvent: (event: RunEvent) => void events.push(event),
    clock: { now: () => 1_800_000_000_000, sleep: async (_ms: number, signal: AbortSignal) => signal.throwIfAborted() },
  } satisfies GenerateOptions;
  const text = (path: string): string => new TextDecoder().decode(options.store.files.get(path));
  const manifest = (): Manifest => JSON.parse(text('manifest.json')) as Manifest;
  return { options, events, text, manifest, service: scripted.service };
}
