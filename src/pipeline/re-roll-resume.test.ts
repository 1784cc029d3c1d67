import { describe, expect, test } from 'vitest';
import { LimnerError } from '../errors.ts';
import { type GenerateOptions, generate } from '../generate.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { createMemoryLedger } from '../ledger/memory.ts';
import { parsePack } from '../pack/parse-pack.ts';
import type { Pack } from '../pack/pack.ts';
import { candidateSeed } from '../plan/re-roll.ts';
import type { Manifest } from '../report/manifest.ts';
import { createMemoryBlobs, createMemoryStore } from '../store/memory.ts';
import { type Script, createScriptedProvider } from '../testing/scripted-provider.ts';
import type { RunEvent } from './events.ts';

const SEED = 5;

function packOf(retries: number): Pack {
  const text = `pack: p\nproviders: painter\nretries: ${retries}\nassets:\n  - { id: cave, type: background, description: a cave, width: 64, height: 32, seed: ${SEED} }\n`;
  const parsed = parsePack(text, { file: 'p', format: 'yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.pack;
}

function scene(script: Script) {
  const scripted = createScriptedProvider(script);
  const options = {
    providers: [{ ...scripted, name: 'painter' }],
    ledger: createMemoryLedger(),
    blobs: createMemoryBlobs(),
    store: createMemoryStore(),
    concurrency: 1,
    out: '/out',
    clock: { now: () => 1_800_000_000_000, sleep: async (_ms: number, signal: AbortSignal) => signal.throwIfAborted() },
  } satisfies GenerateOptions;
  const manifest = (): Manifest =>
    JSON.parse(new TextDecoder().decode(options.store.files.get('manifest.json'))) as Manifest;
  return { options, manifest, seeds: () => scripted.service.taken.map(({ seed }) => seed) };
}

/** The ledger of a process that dies after so many writes: none is kept after that. `hasDied` tells whether it came to that. */
function mortal(ledger: Ledger, writes: number): { readonly ledger: Ledger; readonly hasDied: () => boolean } {
  let left = writes;
  const live = (): void => {
    left -= 1;
    if (left < 0) throw new LimnerError('LIMNER_STATE_UNREADABLE', 'The process was killed.');
  };
  const { runs, steps, calls, artifacts } = ledger;
  const dying: Ledger = {
    ...ledger,
    runs: {
      ...runs,
      saveAsset: async (...entry) => (live(), runs.saveAsset(...entry)),
      finish: async (...end) => (live(), runs.finish(...end)),
    },
    steps: { ...steps, put: async (...output) => (live(), steps.put(...output)) },
    calls: {
      ...calls,
      claim: async (claim) => (live(), calls.claim(claim)),
      change: async (...change) => (live(), calls.change(...change)),
    },
    artifacts: { ...artifacts, save: async (artifact) => (live(), artifacts.save(artifact)) },
  };
  return { ledger: dying, hasDied: () => left < 0 };
}

/** Everything but how long it took to get there, and how often a claim was given back on the way. */
function timeless({ assets, ...manifest }: Manifest): unknown {
  return { ...manifest, assets: assets.map(({ timings: _timings, attempts: _attempts, ...entry }) => entry) };
}

const THIRD_IS_GOOD: Script = { blanks: 2 };
const THREE_SEEDS = [SEED, candidateSeed(SEED, 2), candidateSeed(SEED, 3)];

describe('a run that dies while a gate has an asset painted again', () => {
  test('pays for nothing twice and loses nothing, whichever write was its last', async () => {
    const whole = scene(THIRD_IS_GOOD);
    await generate(packOf(4), whole.options);
    expect(whole.seeds()).toEqual(THREE_SEEDS);

    let deaths = 0;
    for (let writes = 0; ; writes += 1) {
      const { options, manifest, seeds } = scene(THIRD_IS_GOOD);
      const { ledger, hasDied } = mortal(options.ledger, writes);
      await generate(packOf(4), { ...options, ledger }).catch(() => undefined);
      if (!hasDied()) break;
      deaths += 1;
      expect(await generate(packOf(4), options)).toMatchObject({ run: 'p-1', status: 'done', exitCode: 0 });
      expect({ writes, seeds: seeds() }).toEqual({ writes, seeds: THREE_SEEDS });
      expect({ writes, made: timeless(manifest()) }).toEqual({ writes, made: timeless(whole.manifest()) });
      expect([...options.store.files.keys()].toSorted()).toEqual([...whole.options.store.files.keys()].toSorted());
    }
    expect(deaths).toBeGreaterThan(20);
  });

  test('does the same when it is stopped, at whichever event', async () => {
    const events: RunEvent[] = [];
    await generate(packOf(4), { ...scene(THIRD_IS_GOOD).options, onEvent: (event) => void events.push(event) });
    for (const at of events.keys()) {
      const { options, manifest, seeds } = scene(THIRD_IS_GOOD);
      const stop = new AbortController();
      let told = 0;
      const onEvent = (): void => {
        if (told === at) stop.abort(new Error('stop'));
        told += 1;
      };
      await generate(packOf(4), { ...options, signal: stop.signal, onEvent });
      await generate(packOf(4), options);
      expect({ at, seeds: seeds() }).toEqual({ at, seeds: THREE_SEEDS });
      expect(manifest().assets[0]?.candidates).toHaveLength(3);
    }
  });

  test('does not try a candidate again that failed before it died', async () => {
    const { options, manifest, seeds } = scene({ ends: ['brings-a-blank', 'breaks', 'done'] });
    const save = async (): Promise<never> => {
      throw new LimnerError('LIMNER_STATE_UNREADABLE', 'The process was killed.');
    };
    const ledger = { ...options.ledger, artifacts: { ...options.ledger.artifacts, save } };
    await expect(generate(packOf(4), { ...options, ledger })).rejects.toThrow('killed');
    expect(seeds()).toEqual(THREE_SEEDS.slice(0, 2));
    expect(await generate(packOf(4), options)).toMatchObject({ run: 'p-1', made: 1, cost: { usd: 0.02 } });
    expect(seeds()).toEqual(THREE_SEEDS.slice(0, 2));
    expect(manifest().assets[0]?.gates.at(-1)?.message).toContain('Candidate 2 could not be made');
    // A new run may try it once more.
    expect(await generate(packOf(4), options)).toMatchObject({ run: 'p-2', made: 1, cost: { usd: 0.01 } });
    expect(manifest().assets[0]?.seed).toBe(candidateSeed(SEED, 2));
  });
});
