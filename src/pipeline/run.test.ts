import { describe, expect, test } from 'vitest';
import { LimnerError } from '../errors.ts';
import { generate, plan } from '../generate.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { parsePack } from '../pack/parse-pack.ts';
import type { Pack } from '../pack/pack.ts';
import { createMemoryBlobs } from '../store/memory.ts';
import { runScene } from '../../test/run-scene.ts';
import type { Script } from '../testing/scripted-provider.ts';
import type { RunEvent } from './events.ts';

function packOf(count: number, head = ''): Pack {
  const assets = Array.from(
    { length: count },
    (_, i) => `  - { id: a${i}, type: entity, description: thing ${i}, width: 32, height: 32 }`,
  );
  const parsed = parsePack(`pack: p\nproviders: { default: painter }\n${head}\nassets:\n${assets.join('\n')}\n`, {
    file: 'p',
    format: 'yaml',
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.pack;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function scene(script: Script = {}) {
  const { events, ...rest } = runScene(script, { concurrency: 2 });
  const types = (): readonly string[] => events.map(({ type }) => type);
  return { ...rest, events, types };
}

test('makes a pack, and says so from the first event to the last', async () => {
  const { options, events, types, manifest } = scene();
  const summary = await generate(packOf(3), options);
  expect(summary).toEqual({
    run: 'p-1',
    status: 'done',
    made: 3,
    cached: 0,
    failed: 0,
    refused: 0,
    calls: 3,
    cost: { usd: 0.03 },
    exitCode: 0,
  });
  expect(types()[0]).toBe('run-start');
  expect(events.at(-1)).toEqual({ at: '2027-01-15T08:00:00.000Z', type: 'run-done', ...summary });
  expect(types().filter((type) => type === 'asset-done')).toHaveLength(3);
  expect(manifest().assets.map(({ id, status }) => [id, status])).toEqual([
    ['a0', 'done'],
    ['a1', 'done'],
    ['a2', 'done'],
  ]);
  expect([...options.store.files.keys()].at(-1)).toBe('manifest.json');
});

test('makes nothing twice', async () => {
  const { options, service } = scene();
  await generate(packOf(3), options);
  const again = await generate(packOf(3), options);
  expect(again).toMatchObject({ run: 'p-2', made: 0, cached: 3, calls: 0, cost: { usd: 0 } });
  const one = await generate({ ...packOf(3), assets: packOf(4).assets }, options);
  expect(one).toMatchObject({ made: 1, cached: 3, calls: 1 });
  expect(service.taken).toHaveLength(4);
});

test('what the provider remarks is told once, and stays with the picture', async () => {
  const { options, events, manifest } = scene({ warnings: ['It has six fingers. Ask again.'] });
  const told = () => events.filter((event) => event.type === 'warning' && /fingers/.test(event.message));
  await generate(packOf(1), options);
  expect(told()).toMatchObject([{ id: 'a0', message: 'It has six fingers. Ask again.' }]);
  await generate(packOf(1), options);
  expect(told()).toHaveLength(1);
  expect(manifest().assets[0]).toMatchObject({
    cached: true,
    gates: expect.arrayContaining([{ name: 'provider', status: 'warn', message: 'It has six fingers. Ask again.' }]),
  });
});

test('one asset that fails does not stop the others, and is tried again the next time', async () => {
  const { options, manifest, service } = scene({ ends: ['done', 'fails'] });
  const summary = await generate(packOf(3), { ...options, concurrency: 1 });
  expect(summary).toMatchObject({ status: 'failed', made: 2, failed: 1, exitCode: 1 });
  expect(manifest().assets[1]).toMatchObject({
    status: 'failed',
    error: { code: 'LIMNER_CALL_FAILED', message: 'The worker ran out of memory.' },
    files: [],
  });
  expect(await generate(packOf(3), options)).toMatchObject({ made: 1, cached: 2, exitCode: 0 });
  expect(service.taken).toHaveLength(4);
});

test('stops before the budget breaks, keeps what was made, and a higher cap makes the rest only', async () => {
  const { options, service, manifest } = scene({ usd: 0.25 });
  const summary = await generate(packOf(8, 'budget: { run: 0.50 }'), { ...options, concurrency: 8 });
  expect(summary).toMatchObject({ made: 2, refused: 6, overBudget: 6, exitCode: 1, cost: { usd: 0.5 } });
  expect(manifest().assets.find(({ status }) => status === 'refused')?.error?.code).toBe('LIMNER_BUDGET_EXCEEDED');
  expect(await generate(packOf(8, 'budget: { run: 5 }'), options)).toMatchObject({ made: 6, cached: 2, exitCode: 0 });
  expect(service.taken).toHaveLength(8);
});

describe('a run that is broken off', () => {
  test('ends as interrupted and is taken up under the same name', async () => {
    const { options, service, manifest } = scene();
    const stop = new AbortController();
    const onEvent = (event: RunEvent): void => {
      if (event.type === 'asset-done' && event.id === 'a2') stop.abort(new Error('stop'));
    };
    const summary = await generate(packOf(6), { ...options, concurrency: 1, onEvent, signal: stop.signal });
    expect(summary).toMatchObject({ run: 'p-1', status: 'interrupted', made: 3, exitCode: 4 });
    expect(options.store.files.has('manifest.json')).toBe(false);
    const resumed = await generate(packOf(6), options);
    expect(resumed).toMatchObject({ run: 'p-1', status: 'done', made: 6, cached: 0, calls: 6, exitCode: 0 });
    expect(manifest().assets.every(({ cached }) => !cached)).toBe(true);
    expect(service.taken).toHaveLength(6);
  });

  test('is superseded when the pack has changed', async () => {
    const { options } = scene();
    const stop = AbortSignal.abort(new Error('stop'));
    expect(await generate(packOf(2), { ...options, signal: stop })).toMatchObject({
      run: 'p-1',
      status: 'interrupted',
    });
    expect(await generate(packOf(3), options)).toMatchObject({ run: 'p-2', made: 3 });
    expect((await options.ledger.runs.get('p-1'))?.status).toBe('superseded');
  });

  test('leaves runs into other places alone', async () => {
    const { options } = scene();
    await generate(packOf(2), { ...options, out: '/one', signal: AbortSignal.abort(new Error('stop')) });
    await generate(packOf(3), { ...options, out: '/two' });
    expect((await options.ledger.runs.get('p-1'))?.status).toBe('interrupted');
  });
});

test('a store that cannot be written ends the run, and what was paid is used the next time', async () => {
  const { options, service, events } = scene();
  const full = {
    ...options.store,
    put: async () => {
      throw new LimnerError('LIMNER_STORE_FAILED', 'The disk is full.');
    },
  };
  await expect(generate(packOf(3), { ...options, store: full, concurrency: 1 })).rejects.toThrow('The disk is full.');
  expect(events.at(-1)).toMatchObject({ type: 'run-done', status: 'interrupted', exitCode: 1 });
  expect(service.taken).toHaveLength(1);
  expect(await generate(packOf(3), options)).toMatchObject({ status: 'done', made: 3, calls: 3 });
  expect(service.taken).toHaveLength(3);
});

test('a ledger that cannot be written ends the run, also for who waits for the call of another asset', async () => {
  const { options, service } = scene();
  const twins = packOf(2).assets.map((asset) => ({ ...asset, description: 'a slime', seed: 1 }));
  const change: Ledger['calls']['change'] = async (claim, from, to) => {
    // The mark that something is being sent still goes through.
    if (to.state === undefined) return options.ledger.calls.change(claim, from, to);
    throw new LimnerError('LIMNER_STORE_FAILED', 'The ledger cannot be written.');
  };
  const clock = {
    ...options.clock,
    sleep: (_ms: number, signal: AbortSignal) => options.clock.sleep(1, signal).then(nextTurn),
  };
  const calls = { ...options.ledger.calls, change };
  const full = { ...options, clock, ledger: { ...options.ledger, calls } };
  await expect(generate({ ...packOf(2), assets: twins }, full)).rejects.toThrow('The ledger cannot be written.');
  expect(service.taken).toHaveLength(1);
});

test('a store that refuses to be written is asked before anybody is paid', async () => {
  const { options, events, service } = scene();
  const check = async (): Promise<void> => {
    throw new LimnerError('LIMNER_STORE_UNAVAILABLE', 'There is no such bucket.');
  };
  const refused = generate(packOf(1), { ...options, store: { ...options.store, check } });
  await expect(refused).rejects.toThrow('There is no such bucket.');
  expect([events, service.submissions]).toEqual([[], 0]);
});

test('the manifest says where everybody can read the files, of those of earlier runs too', async () => {
  const { options, manifest } = scene();
  await generate(packOf(2), options);
  const publicUrl = (path: string): string => `https://assets.example.com/${path}`;
  await generate(packOf(2), { ...options, only: ['a1'], store: { ...options.store, publicUrl } });
  const urls = manifest().assets.flatMap(({ files }) => files.map(({ url }) => url));
  expect(urls).toEqual(['https://assets.example.com/a0.png', 'https://assets.example.com/a1.png']);
});

test('a file that cannot be looked up ends the run, and is not taken for gone', async () => {
  const { options, manifest } = scene();
  await generate(packOf(2), options);
  const head = async (path: string) => {
    if (path === 'a0.png') throw new LimnerError('LIMNER_STORE_FAILED', 'The bucket does not answer.');
    return options.store.head(path);
  };
  const partial = generate(packOf(2), { ...options, only: ['a1'], store: { ...options.store, head } });
  await expect(partial).rejects.toThrow('The bucket does not answer.');
  expect(manifest().assets.map(({ id }) => id)).toEqual(['a0', 'a1']);
});

test('the report is written from what was just made here, not from a store that is far away', async () => {
  const { options } = scene();
  const fetched: string[] = [];
  const get = async (path: string) => {
    fetched.push(path);
    return options.store.get(path);
  };
  await generate(packOf(2), { ...options, store: { ...options.store, get } });
  expect(fetched).toEqual([]);
});

test('a plan writes nothing', async () => {
  const { options, service } = scene();
  expect((await plan(packOf(2), options)).assets.map(({ action }) => action)).toEqual(['make', 'make']);
  expect(service.submissions).toBe(0);
  expect(options.store.files.size).toBe(0);
  expect(await options.ledger.runs.list({ limit: 1 })).toEqual([]);
});

test('an artifact whose blobs were cleared away is planned anew', async () => {
  const { options } = scene();
  await generate(packOf(1), options);
  expect((await plan(packOf(1), options)).assets[0]?.action).toBe('cached');
  expect((await plan(packOf(1), { ...options, blobs: createMemoryBlobs() })).assets[0]?.action).toBe('make');
});

test('a picture whose words were changed and changed back is the first picture again', async () => {
  const { options, service } = scene();
  const withWords = (description: string): Pack => {
    const pack = packOf(1);
    return { ...pack, assets: pack.assets.map((asset) => ({ ...asset, description, seed: description.length })) };
  };
  const bytes = async (description: string): Promise<Uint8Array | undefined> => {
    await generate(withWords(description), options);
    return options.store.files.get('a0.png');
  };
  const first = await bytes('a slime');
  const second = await bytes('a big slime');
  expect(second).not.toEqual(first);
  expect(await bytes('a slime')).toEqual(first);
  expect(service.taken).toHaveLength(2);
});

test('a provider has no more jobs under way than it takes, however many assets are', async () => {
  const { options } = scene({ concurrency: 2 });
  const [provider] = options.providers;
  if (!provider) throw new Error('a provider was set up');
  let [active, most] = [0, 0];
  const watched = {
    ...provider,
    poll: async (...args: Parameters<typeof provider.poll>) => {
      active += 1;
      most = Math.max(most, active);
      await new Promise((resolve) => setTimeout(resolve, 1));
      active -= 1;
      return provider.poll(...args);
    },
  };
  expect(await generate(packOf(8), { ...options, providers: [watched], concurrency: 6 })).toMatchObject({ made: 8 });
  expect(most).toBe(2);
});

describe('a listener that throws', () => {
  const broken = (type: RunEvent['type']) => (event: RunEvent) => {
    if (event.type === type) throw new Error(`no room for ${event.type}`);
  };

  test.each(['run-start', 'call-start', 'call-end', 'asset-done', 'run-done'] as const)(
    'stops nothing that is paid for, and is heard at the end: %s',
    async (type) => {
      const { options, manifest, service } = scene();
      await expect(generate(packOf(3), { ...options, onEvent: broken(type) })).rejects.toThrow(`no room for ${type}`);
      expect(service.taken).toHaveLength(3);
      expect(manifest().assets.map(({ status }) => status)).toEqual(['done', 'done', 'done']);
      expect(await options.ledger.runs.get('p-1')).toMatchObject({ status: 'done' });
    },
  );
});

test('an asset that has moved in the pack is not recorded twice', async () => {
  const { options } = scene();
  const stop = new AbortController();
  const onEvent = (event: RunEvent): void => {
    if (event.type === 'asset-done') stop.abort(new Error('stop'));
  };
  const [a, b, c] = packOf(3).assets;
  if (!a || !b || !c) throw new Error('three assets were asked for');
  const only = ['a1', 'a2'];
  await generate({ ...packOf(3), assets: [b, c] }, { ...options, only, concurrency: 1, onEvent, signal: stop.signal });
  const summary = await generate({ ...packOf(3), assets: [a, b, c] }, { ...options, only });
  const rows = await options.ledger.runs.assets(summary.run, { after: -1, limit: 9 });
  expect(rows.map(({ entry }) => entry.id)).toEqual(['a1', 'a2']);
});

test('a provider that cannot be asked is asked again, and no bug of limner', async () => {
  const { options } = scene({ breaks: { probe: 4 } });
  expect(await generate(packOf(1), options)).toMatchObject({ made: 1 });
  const lasting = scene({ breaks: { probe: 5 } });
  expect(await generate(packOf(1), lasting.options)).toMatchObject({ made: 0, refused: 1, exitCode: 3 });
  expect(lasting.manifest().assets[0]?.error).toMatchObject({
    code: 'LIMNER_CALL_FAILED',
    message: 'a0 cannot be made: painter could not say what it can do: fetch failed.',
  });
});
