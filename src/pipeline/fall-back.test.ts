import { describe, expect, test } from 'vitest';
import { LimnerError } from '../errors.ts';
import { type GenerateOptions, generate } from '../generate.ts';
import { createMemoryLedger } from '../ledger/memory.ts';
import type { Pack } from '../pack/pack.ts';
import { parsePack } from '../pack/parse-pack.ts';
import { createPainter } from '../providers/painter/index.ts';
import type { ImageProvider } from '../providers/provider.ts';
import type { Manifest } from '../report/manifest.ts';
import { createMemoryBlobs, createMemoryStore } from '../store/memory.ts';
import { type Script, createScriptedProvider } from '../testing/scripted-provider.ts';
import type { RunEvent } from './events.ts';

function packOf(count: number, head = ''): Pack {
  const assets = Array.from(
    { length: count },
    (_, i) => `  - { id: a${i}, type: entity, description: thing ${i}, width: 32, height: 32 }`,
  );
  const text = `pack: p\nproviders: comfyui-custom\nfallback: [scenario, painter]\n${head}\nassets:\n${assets.join('\n')}\n`;
  const parsed = parsePack(text, { file: 'p', format: 'yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.pack;
}

/** A run with three services in a row, as the pack routes them. */
function scene(scripts: { readonly first?: Script; readonly second?: Script; readonly third?: Script } = {}) {
  const { first = {}, second = {}, third = {} } = scripts;
  const events: RunEvent[] = [];
  const named = (name: string, script: Script) => ({ ...createScriptedProvider(script), name });
  const providers = [named('comfyui-custom', first), named('scenario', second), named('painter', third)] as const;
  const options = {
    providers,
    ledger: createMemoryLedger(),
    blobs: createMemoryBlobs(),
    store: createMemoryStore(),
    concurrency: 1,
    out: '/out',
    onEvent: (event: RunEvent) => void events.push(event),
    clock: { now: () => 1_800_000_000_000, sleep: async (_ms: number, signal: AbortSignal) => signal.throwIfAborted() },
  } satisfies GenerateOptions;
  const manifest = (): Manifest =>
    JSON.parse(new TextDecoder().decode(options.store.files.get('manifest.json'))) as Manifest;
  const taken = (): readonly number[] => providers.map(({ service }) => service.taken.length);
  return { options, events, manifest, taken };
}

const REFUSES: Script = { receptions: Array.from({ length: 50 }, () => 'refuses') };
const BUSY: Script = { receptions: Array.from({ length: 50 }, () => 'refuses-for-now') };
const stopAt = (isIt: (event: RunEvent) => boolean) => {
  const stop = new AbortController();
  const onEvent = (event: RunEvent): void => {
    if (isIt(event)) stop.abort(new Error('stop'));
  };
  return { signal: stop.signal, onEvent };
};

describe('an asset whose provider fails', () => {
  test.each([
    ['refuses it', REFUSES, 'The service refused the job'],
    ['stays busy', BUSY, 'The service is busy'],
    ['ends it badly', { ends: ['fails'] } satisfies Script, 'The worker ran out of memory'],
    [
      'brings nothing to the end',
      { ends: ['brings-nothing', 'brings-nothing', 'brings-nothing'] } satisfies Script,
      'brought no picture',
    ],
    ['cannot be polled', { breaks: { poll: 99 } } satisfies Script, 'comfyui-custom could not say how'],
  ])('which %s is made by the next, and everybody is told', async (_how, first, reason) => {
    const { options, events, manifest, taken } = scene({ first });
    const summary = await generate(packOf(1), options);
    expect(summary).toMatchObject({ status: 'done', made: 1, exitCode: 0 });
    expect(summary.fallbacks).toMatchObject([{ from: 'comfyui-custom', to: 'scenario', assets: 1 }]);
    const told = events.filter(({ type }) => type === 'fallback');
    expect(told).toMatchObject([{ id: 'a0', from: 'comfyui-custom', to: 'scenario' }]);
    const [entry] = manifest().assets;
    expect(entry).toMatchObject({ status: 'done', provider: 'scenario', fallback: { from: 'comfyui-custom' } });
    expect(entry?.fallback?.reason).toContain(reason);
    expect(taken().slice(1)).toEqual([1, 0]);
    expect(new TextDecoder().decode(options.store.files.get('report.html'))).toContain(
      'Made by scenario instead of comfyui-custom',
    );
  });

  test('goes on down the list, and fails with the last error and the whole story', async () => {
    const { options, manifest, taken } = scene({ first: REFUSES, second: REFUSES, third: { ends: ['fails'] } });
    expect(await generate(packOf(1), options)).toMatchObject({ failed: 1, exitCode: 1 });
    expect(manifest().assets[0]).toMatchObject({
      status: 'failed',
      provider: 'painter',
      error: { message: 'The worker ran out of memory.' },
      fallback: {
        from: 'comfyui-custom',
        reason: 'The service refused the job',
        also: [{ from: 'scenario', reason: 'The service refused the job' }],
      },
    });
    expect(taken()).toEqual([0, 0, 1]);
  });

  test('counts what was paid in vain, and the others stay where they were', async () => {
    const { options, manifest } = scene({
      first: { ends: ['done', 'brings-nothing', 'brings-nothing', 'brings-nothing'] },
    });
    await generate(packOf(3), options);
    expect(manifest().assets.map(({ provider, calls }) => [provider, calls])).toEqual([
      ['comfyui-custom', 1],
      ['scenario', 4],
      ['comfyui-custom', 1],
    ]);
  });

  test('is not paid for again where it began, when all is well there by then', async () => {
    const { options, manifest, taken } = scene({ first: { ends: Array.from({ length: 3 }, () => 'brings-nothing') } });
    await generate(packOf(1), options);
    expect(taken()).toEqual([3, 1, 0]);
    expect(await generate(packOf(1), options)).toMatchObject({ cached: 1, calls: 0 });
    expect(manifest().assets[0]).toMatchObject({
      cached: true,
      provider: 'scenario',
      fallback: { from: 'comfyui-custom' },
    });
    expect(taken()).toEqual([3, 1, 0]);
    await generate(packOf(1), { ...options, route: { flags: { entity: 'comfyui-custom' } } });
    expect(taken()).toEqual([4, 1, 0]);
  });

  test('is asked for anew where it began, when what took over cost nothing', async () => {
    const { options, manifest, taken } = scene({ first: { receptions: ['refuses'] }, second: { usd: 0 } });
    await generate(packOf(1), options);
    expect(manifest().assets[0]).toMatchObject({ provider: 'scenario' });
    await generate(packOf(1), options);
    expect(manifest().assets[0]).toMatchObject({ cached: false, provider: 'comfyui-custom' });
    expect(taken()).toEqual([1, 1, 0]);
  });

  test('is asked for anew where it began, though the first was paid in vain before a makeshift took over', async () => {
    const { options, manifest, taken } = scene({
      first: { ends: Array.from({ length: 3 }, () => 'brings-nothing') },
      second: { usd: 0 },
    });
    await generate(packOf(1), options);
    expect(manifest().assets[0]).toMatchObject({ provider: 'scenario', cost: { usd: 0.03 } });
    await generate(packOf(1), options);
    expect(manifest().assets[0]).toMatchObject({ cached: false, provider: 'comfyui-custom' });
    expect(taken()).toEqual([4, 1, 0]);
  });
});

describe('nobody takes over', () => {
  test('while a call of unknown fate may be paid for', async () => {
    const { options, manifest, taken, events } = scene({
      first: { receptions: ['takes-it-but-answer-is-lost'], reconciles: false },
    });
    expect(await generate(packOf(2), options)).toMatchObject({ made: 1, failed: 1, exitCode: 1 });
    expect(manifest().assets[0]?.error).toMatchObject({
      code: 'LIMNER_CALL_UNKNOWN',
      next: expect.stringMatching(/limner calls.*limner resume/),
    });
    expect(taken()).toEqual([2, 0, 0]);
    expect(events.some(({ type }) => type === 'fallback')).toBe(false);
  });

  test('for a store that cannot be written', async () => {
    const { options, taken } = scene();
    const put = async () => {
      throw new LimnerError('LIMNER_STORE_FAILED', 'The disk is full.');
    };
    await expect(generate(packOf(1), { ...options, store: { ...options.store, put } })).rejects.toThrow('full');
    expect(taken()).toEqual([1, 0, 0]);
  });

  test('for a run that is stopped', async () => {
    const { options, taken } = scene({ first: BUSY });
    const { signal, onEvent } = stopAt(({ type }) => type === 'call-end');
    expect(await generate(packOf(1), { ...options, signal, onEvent })).toMatchObject({ status: 'interrupted' });
    expect(taken()).toEqual([0, 0, 0]);
  });
});

describe('an asset that would break the budget', () => {
  test('is made by the next that is cheaper and fits', async () => {
    const { options, manifest, taken } = scene({ first: { usd: 0.3 }, second: { usd: 0.3 }, third: { usd: 0 } });
    const summary = await generate(packOf(2, 'budget: { run: 0.5 }'), options);
    expect(summary).toMatchObject({ made: 2, exitCode: 0, cost: { usd: 0.3 } });
    expect(taken()).toEqual([1, 0, 1]);
    expect(manifest().assets[1]).toMatchObject({
      provider: 'painter',
      fallback: { from: 'comfyui-custom', also: [{ from: 'scenario', reason: 'it costs as much' }] },
    });
  });

  test('is refused where nobody is cheaper', async () => {
    const { options, taken } = scene({ first: { usd: 0.3 }, second: { usd: 0.3 }, third: { usd: 0.4 } });
    expect(await generate(packOf(2, 'budget: { run: 0.5 }'), options)).toMatchObject({
      refused: 1,
      overBudget: 1,
      exitCode: 1,
    });
    expect(taken()).toEqual([1, 0, 0]);
  });
});

test('who fell back stays there when the run is taken up again, although the first provider is well by then', async () => {
  const { options, manifest, taken } = scene({ first: { receptions: ['refuses'] } });
  const { signal, onEvent } = stopAt((event) => event.type === 'call-start' && event.provider === 'scenario');
  expect(await generate(packOf(2), { ...options, signal, onEvent })).toMatchObject({ status: 'interrupted' });
  expect(await generate(packOf(2), options)).toMatchObject({ run: 'p-1', status: 'done', made: 2 });
  expect(taken()).toEqual([1, 1, 0]);
  expect(manifest().assets.map(({ provider }) => provider)).toEqual(['scenario', 'comfyui-custom']);
  expect(manifest().assets[0]?.fallback).toEqual({ from: 'comfyui-custom', reason: 'The service refused the job' });
});

describe('a set of which one layer fails', () => {
  const set = (): Pack => {
    const pack = packOf(1);
    const text = `pack: p\nassets:\n  - { id: a0, type: parallax, description: hills, width: 64, height: 32, layers: [sky, hills, grass] }\n`;
    const parsed = parsePack(text, { file: 'p', format: 'yaml' });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return { ...pack, assets: parsed.pack.assets, fallback: ['painter'] };
  };
  const inLayers = (first: Script) => {
    const { options, ...rest } = scene({ first });
    const [custom] = options.providers;
    const layered: ImageProvider = {
      ...custom,
      family: 'comfyui',
      probe: async (context) => ({ ...(await custom.probe(context)), layers: 'each' }),
      poll: async (...question) => {
        const state = await custom.poll(...question);
        if (state.phase !== 'done') return state;
        return { ...state, images: state.images.map((image) => ({ ...image, role: 'layer', layer: 0 })) };
      },
    };
    return { ...rest, options: { ...options, providers: [layered, createPainter()] } };
  };

  test('is made anew by the next provider, whole', async () => {
    const { options, manifest, taken } = inLayers({ receptions: ['takes-it', 'refuses', 'takes-it'] });
    expect(await generate(set(), options)).toMatchObject({ made: 1, exitCode: 0 });
    expect(taken()[0]).toBe(2);
    const [entry] = manifest().assets;
    expect(entry).toMatchObject({ provider: 'painter', calls: 3, fallback: { from: 'comfyui-custom' } });
    const alone = scene();
    await generate({ ...set(), providers: { default: 'painter' } }, { ...alone.options, providers: [createPainter()] });
    expect(entry?.files).toEqual(alone.manifest().assets[0]?.files);
  });

  test('is left alone while another layer is of unknown fate', async () => {
    const { options, manifest, events } = inLayers({
      receptions: ['refuses', 'takes-it', 'takes-it-but-answer-is-lost'],
      reconciles: false,
    });
    expect(await generate(set(), options)).toMatchObject({ made: 0, failed: 1, exitCode: 1 });
    expect(manifest().assets[0]).toMatchObject({ provider: 'comfyui-custom', error: { code: 'LIMNER_CALL_UNKNOWN' } });
    expect(events.some(({ type }) => type === 'fallback')).toBe(false);
  });
});

test('a run warns of a fallback that is not set up', async () => {
  const { options, events } = scene();
  const providers: readonly ImageProvider[] = options.providers.filter(({ name }) => name !== 'scenario');
  await generate(packOf(1), { ...options, providers });
  expect(events).toContainEqual(
    expect.objectContaining({
      type: 'warning',
      message: 'The fallback scenario is not set up, so it cannot take over.',
    }),
  );
});

describe('what gates fail', () => {
  const cave = (retries: number): Pack => {
    const text = `pack: p\nassets:\n  - { id: cave, type: background, description: a cave, width: 64, height: 32 }\n`;
    const parsed = parsePack(text, { file: 'p', format: 'yaml' });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return { ...packOf(1), assets: parsed.pack.assets, retries };
  };

  test('is painted again by who took over, also when the first provider is well by then', async () => {
    const { options, manifest, taken } = scene({ first: { receptions: ['refuses'] }, second: { blanks: 1 } });
    const { signal, onEvent } = stopAt(({ type }) => type === 're-roll');
    expect(await generate(cave(2), { ...options, signal, onEvent })).toMatchObject({ status: 'interrupted' });
    expect(await generate(cave(2), options)).toMatchObject({ run: 'p-1', made: 1, reRolled: 1, calls: 2 });
    expect(taken()).toEqual([0, 2, 0]);
    const [entry] = manifest().assets;
    expect(entry).toMatchObject({ provider: 'scenario', fallback: { from: 'comfyui-custom' } });
    expect(entry?.candidates?.map(({ chosen }) => chosen)).toEqual([false, true]);
  });

  test('is painted again in a later run where it was paid for', async () => {
    const { options, manifest, taken } = scene({ first: { receptions: ['refuses'] }, second: { blanks: 1 } });
    await generate(cave(0), options);
    expect(await generate(cave(2), options)).toMatchObject({ run: 'p-2', made: 1, reRolled: 1, calls: 1 });
    expect(taken()).toEqual([0, 2, 0]);
    expect(manifest().assets[0]).toMatchObject({ provider: 'scenario', fallback: { from: 'comfyui-custom' } });
    expect(await generate(cave(2), options)).toMatchObject({ cached: 1, calls: 0 });
  });

  test('goes to nobody else when the retries are used up', async () => {
    const { options, events, manifest, taken } = scene({ first: { blanks: 9 } });
    expect(await generate(cave(2), options)).toMatchObject({ made: 1, calls: 3, exitCode: 0 });
    expect(taken()).toEqual([3, 0, 0]);
    expect(manifest().assets[0]).toMatchObject({ provider: 'comfyui-custom' });
    expect(events.some(({ type }) => type === 'fallback')).toBe(false);
  });

  test('goes to the next provider when nothing can be cut out of any candidate, and stays there', async () => {
    const { options, manifest, taken } = scene({ first: { blanks: 2 } });
    const { signal, onEvent } = stopAt((event) => event.type === 'call-start' && event.provider === 'scenario');
    const pack = { ...packOf(1), retries: 1 };
    expect(await generate(pack, { ...options, signal, onEvent })).toMatchObject({ status: 'interrupted' });
    expect(await generate(pack, options)).toMatchObject({ run: 'p-1', made: 1, calls: 3 });
    expect(taken()).toEqual([2, 1, 0]);
    expect(manifest().assets[0]).toMatchObject({ provider: 'scenario', fallback: { from: 'comfyui-custom' } });
  });

  test('goes to nobody else when another candidate cannot be had', async () => {
    const { options, events, taken } = scene({ first: { blanks: 1, receptions: ['takes-it', 'refuses'] } });
    expect(await generate(cave(2), options)).toMatchObject({ made: 1, failed: 0, exitCode: 0 });
    expect(taken()).toEqual([1, 0, 0]);
    expect(events.some(({ type }) => type === 'fallback')).toBe(false);
  });
});
