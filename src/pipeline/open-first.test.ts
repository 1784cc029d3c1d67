import { expect, test } from 'vitest';
import { type GenerateOptions, generate } from '../generate.ts';
import { createMemoryLedger } from '../ledger/memory.ts';
import { parsePack } from '../pack/parse-pack.ts';
import { createMemoryBlobs, createMemoryStore } from '../store/memory.ts';
import { createScriptedProvider } from '../testing/scripted-provider.ts';
import type { RunEvent } from './events.ts';

const ASSETS = [1, 2, 3].map((n) => `{ id: a${n}, type: entity, description: thing ${n}, width: 32, height: 32 }`);

test('a run that is taken up again fetches what was sent before it sends more', async () => {
  const parsed = parsePack(`pack: p\nassets: [${ASSETS.join(', ')}]`, { file: 'p', format: 'yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  // The first two are refused for now, the third is under way when the run is stopped.
  const scripted = createScriptedProvider({ receptions: ['refuses', 'refuses'], pollsNeeded: 2 });
  const stop = new AbortController();
  const options = {
    providers: [{ ...scripted, name: 'painter' }],
    ledger: createMemoryLedger(),
    blobs: createMemoryBlobs(),
    store: createMemoryStore(),
    concurrency: 1,
    out: '/out',
  } satisfies GenerateOptions;
  const onEvent = (event: RunEvent): void => {
    if (event.type === 'progress') stop.abort(new Error('stop'));
  };
  expect(await generate(parsed.pack, { ...options, signal: stop.signal, onEvent })).toMatchObject({ exitCode: 4 });
  const starts: string[] = [];
  const summary = await generate(parsed.pack, {
    ...options,
    onEvent: (event) => void (event.type === 'asset-start' && starts.push(event.id)),
  });
  expect(summary).toMatchObject({ run: 'p-1', made: 3 });
  expect(starts).toEqual(['a3', 'a1', 'a2']);
  expect([...options.store.files.keys()]).toContain('a1.png');
  expect(scripted.service.taken).toHaveLength(3);
});
