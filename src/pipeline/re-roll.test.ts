import { describe, expect, test } from 'vitest';
import { generate, plan } from '../generate.ts';
import { parsePack } from '../pack/parse-pack.ts';
import type { Pack } from '../pack/pack.ts';
import { candidateSeed } from '../plan/re-roll.ts';
import type { ImageJob, WaitContext } from '../providers/provider.ts';
import type { Manifest, ManifestAsset } from '../report/manifest.ts';
import { createMemoryStore } from '../store/memory.ts';
import { runScene } from '../../test/run-scene.ts';
import type { End, Script } from '../testing/scripted-provider.ts';
import type { RunEvent } from './events.ts';

const CAVE = '{ id: cave, type: background, description: a cave, width: 64, height: 32 }';
const SEED = 5;

function packOf(head = '', asset = CAVE): Pack {
  const text = `pack: p\nproviders: painter\n${head}\nassets:\n  - ${asset.replace(/ }$/, `, seed: ${SEED} }`)}\n`;
  const parsed = parsePack(text, { file: 'p', format: 'yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.pack;
}

function scene(script: Script = {}) {
  const { options, events, text, manifest, service } = runScene(script, { concurrency: 1 });
  const entry = (): ManifestAsset => {
    const [first] = manifest().assets;
    if (!first) throw new Error('the manifest is empty');
    return first;
  };
  const of = <T extends RunEvent['type']>(type: T) =>
    events.filter((event): event is Extract<RunEvent, { type: T }> => event.type === type);
  const seeds = (): readonly number[] => service.taken.map(({ seed }) => seed);
  return { options, events, of, manifest, entry, text, seeds, service };
}

const NO_BLANK_LEFT: readonly End[] = ['brings-a-blank', 'done'];
const ALL_BLANK: readonly End[] = Array.from({ length: 20 }, () => 'brings-a-blank');

describe('an asset whose gate fails', () => {
  test('is kept as it is, unless told: nobody pays for a second picture unasked', async () => {
    const { options, entry, of, seeds } = scene({ ends: ALL_BLANK });
    const summary = await generate(packOf(), options);
    expect(summary).toMatchObject({ made: 1, calls: 1, exitCode: 0 });
    expect(summary).not.toHaveProperty('reRolled');
    expect(seeds()).toEqual([SEED]);
    expect(entry()).not.toHaveProperty('candidates');
    expect(of('re-roll')).toEqual([]);
    expect(of('warning').length).toBeGreaterThan(0);
  });

  test('is painted again with the next seed, and everybody is told', async () => {
    const { options, entry, of, seeds, text } = scene({ ends: NO_BLANK_LEFT });
    const summary = await generate(packOf('retries: 3'), options);
    const next = candidateSeed(SEED, 2);
    expect(seeds()).toEqual([SEED, next]);
    expect(summary).toMatchObject({ made: 1, reRolled: 1, calls: 2, cost: { usd: 0.02 }, exitCode: 0 });
    expect(of('re-roll')).toMatchObject([
      { id: 'cave', number: 2, seed: next, because: expect.stringContaining('The picture is blank') as string },
    ]);
    const { seed, calls, attempts, polls, cost, gates, files, candidates, requests } = entry();
    expect({ seed, calls, attempts, polls, cost }).toEqual({
      seed: next,
      calls: 2,
      attempts: 2,
      polls: 2,
      cost: { usd: 0.02 },
    });
    expect(requests).toMatchObject({ generate: 2, store: 1 });
    expect(gates.every(({ status }) => status === 'pass')).toBe(true);
    expect(candidates).toMatchObject([
      { number: 1, seed: SEED, chosen: false, cost: { usd: 0.01 }, files: [{ path: 'candidates/cave/1/cave.png' }] },
      { number: 2, seed: next, chosen: true, cost: { usd: 0.01 }, gates, files },
    ]);
    expect(text('report.html')).toContain('2 candidates');
  });

  test('has all its candidates on disk, and no other files', async () => {
    const { options, entry } = scene({ ends: NO_BLANK_LEFT });
    await generate(packOf('retries: 1'), options);
    expect([...options.store.files.keys()].toSorted()).toEqual([
      'candidates/cave/1/cave.png',
      'cave.png',
      'manifest.json',
      'report.html',
    ]);
    for (const { files } of entry().candidates ?? [])
      for (const { path, sha256 } of files) expect(await options.store.head(path)).toMatchObject({ sha256 });
  });

  test('has the addresses of all its candidates where everybody can read them', async () => {
    const { options, text } = scene({ ends: NO_BLANK_LEFT });
    const store = { ...options.store, publicUrl: (path: string) => `https://assets.example.com/${path}` };
    await generate(packOf('retries: 1'), { ...options, store });
    const { assets } = JSON.parse(text('manifest.json')) as Manifest;
    expect(assets[0]?.candidates?.flatMap(({ files }) => files.map(({ url }) => url))).toEqual([
      'https://assets.example.com/candidates/cave/1/cave.png',
      'https://assets.example.com/cave.png',
    ]);
  });

  test('is told of by the warnings of the candidate that is kept alone', async () => {
    const { options, of } = scene({ ends: NO_BLANK_LEFT });
    await generate(packOf('retries: 1'), options);
    expect(of('warning')).toEqual([]);
  });

  test('is painted again with the retries of its own, and with those of the caller above all', async () => {
    const own = CAVE.replace('}', ', retries: 1 }');
    const first = scene({ ends: ALL_BLANK });
    await generate(packOf('retries: 5', own), first.options);
    expect(first.seeds()).toHaveLength(2);
    const second = scene({ ends: ALL_BLANK });
    await generate(packOf('retries: 5', own), { ...second.options, retries: 0 });
    expect(second.seeds()).toHaveLength(1);
  });
});

describe('a picture of which nothing can be cut out', () => {
  const SLIME = '{ id: slime, type: entity, description: a slime, width: 32, height: 32 }';

  test('fails its asset, with the way out, when nobody spoke of retries', async () => {
    const { options, entry, seeds } = scene({ blanks: 9 });
    expect(await generate(packOf('', SLIME), options)).toMatchObject({ failed: 1, calls: 1, exitCode: 1 });
    expect(seeds()).toEqual([SEED]);
    expect(entry().error).toMatchObject({
      code: 'LIMNER_PICTURE_UNUSABLE',
      next: expect.stringContaining('--retries') as string,
    });
  });

  test('is painted again, also by a later run that does not pay for the first one again', async () => {
    const { options, entry, of, seeds } = scene({ blanks: 2 });
    await generate(packOf('', SLIME), options);
    expect(await generate(packOf('retries: 2', SLIME), options)).toMatchObject({ made: 1, reRolled: 1, exitCode: 0 });
    expect(seeds()).toEqual([SEED, candidateSeed(SEED, 2), candidateSeed(SEED, 3)]);
    expect(of('re-roll').map(({ because }) => because)).toEqual(
      Array.from({ length: 2 }, () => 'The picture is empty: every pixel is transparent.'),
    );
    expect(entry().candidates?.map(({ chosen, cost, files }) => [chosen, cost.usd, files.length])).toEqual([
      [false, 0, 0],
      [false, 0.01, 0],
      [true, 0.01, 1],
    ]);
    expect(await generate(packOf('retries: 2', SLIME), options)).toMatchObject({ cached: 1, calls: 0 });
  });

  test('fails its asset when there is no money for another one, and says so', async () => {
    const { options, entry, of, seeds } = scene({ blanks: 9 });
    await generate(packOf('retries: 2\nbudget: { run: 0.015 }', SLIME), options);
    expect(seeds()).toEqual([SEED]);
    expect(entry().error?.code).toBe('LIMNER_PICTURE_UNUSABLE');
    expect(of('warning').at(-1)?.message).toMatch(/^Candidate 2 could not be made: .*budget/);
  });

  test('fails its asset when none of the retries brings a better one, and costs nothing when asked for again', async () => {
    const { options, entry, seeds } = scene({ blanks: 9 });
    const summary = await generate(packOf('retries: 1', SLIME), options);
    expect(summary).toMatchObject({ failed: 1, calls: 2, cost: { usd: 0.02 } });
    expect(entry().error?.code).toBe('LIMNER_PICTURE_UNUSABLE');
    expect(await generate(packOf('retries: 1', SLIME), options)).toMatchObject({ failed: 1, calls: 0 });
    expect(seeds()).toHaveLength(2);
  });
});

describe('a candidate that cannot be had', () => {
  test('for want of money leaves the one that is there, with a warning', async () => {
    const { options, entry, of, seeds } = scene({ ends: NO_BLANK_LEFT });
    const summary = await generate(packOf('retries: 2\nbudget: { run: 0.015 }'), options);
    expect(summary).toMatchObject({ made: 1, refused: 0, cost: { usd: 0.01 }, exitCode: 0 });
    expect(seeds()).toEqual([SEED]);
    expect(entry()).not.toHaveProperty('candidates');
    expect(entry().gates.at(-1)).toMatchObject({ name: 're-roll', status: 'warn' });
    const warning = of('warning').at(-1)?.message ?? '';
    expect(warning).toMatch(/^Candidate 2 could not be made, so candidate 1 is kept: .*budget of the run/);
    // With more money only what is missing is painted.
    await generate(packOf('retries: 2'), options);
    expect(seeds()).toEqual([SEED, candidateSeed(SEED, 2)]);
    expect(entry().gates.every(({ status }) => status === 'pass')).toBe(true);
  });

  test.each([
    ['it is refused', { receptions: ['takes-it', 'refuses'] }, 1, 'The service refused the job.'],
    ['it fails', { ends: ['brings-a-blank', 'fails'] }, 2, 'The worker ran out of memory.'],
  ] satisfies readonly (readonly [string, Script, number, string])[])(
    'because %s leaves the one that is there, with a warning',
    async (_why, script, taken, message) => {
      const { options, entry, of, seeds } = scene({ ends: ['brings-a-blank'], ...script });
      expect(await generate(packOf('retries: 2'), options)).toMatchObject({ made: 1, failed: 0, exitCode: 0 });
      expect(seeds()).toHaveLength(taken);
      expect(entry()).toMatchObject({ seed: SEED, calls: taken, status: 'done' });
      expect(of('warning').at(-1)?.message).toBe(`Candidate 2 could not be made, so candidate 1 is kept: ${message}`);
    },
  );

  test('and was paid in vain is in the sums', async () => {
    const { options, entry } = scene({ ends: ['brings-a-blank', 'breaks'] });
    const summary = await generate(packOf('retries: 1'), options);
    expect(summary).toMatchObject({ made: 1, calls: 2, cost: { usd: 0.02 } });
    expect(entry()).toMatchObject({ calls: 2, cost: { usd: 0.02 } });
    expect(entry()).not.toHaveProperty('candidates');
  });

  test('since nobody knows its fate is asked after and never asked for twice', async () => {
    const script: Script = {
      receptions: ['takes-it', 'takes-it-but-answer-is-lost'],
      ends: NO_BLANK_LEFT,
      breaks: { reconcile: 5 },
    };
    const { options, entry, of, seeds } = scene(script);
    expect(await generate(packOf('retries: 3'), options)).toMatchObject({ made: 1, openCalls: { calls: 1 } });
    expect(seeds()).toHaveLength(2);
    expect(entry()).toMatchObject({ seed: SEED });
    expect(of('warning').at(-1)?.message).toContain('may or may not have taken');
    // By now the service can be asked: its picture is fetched, and nothing is paid.
    expect(await generate(packOf('retries: 3'), options)).toMatchObject({ made: 1, reRolled: 1 });
    expect(seeds()).toHaveLength(2);
    expect(entry()).toMatchObject({ seed: candidateSeed(SEED, 2) });
  });
});

describe('what is kept with a failed gate', () => {
  test('is served from the cache when it is not to be painted again', async () => {
    const { options, entry, seeds } = scene({ ends: ALL_BLANK });
    await generate(packOf('retries: 1'), options);
    expect(await generate(packOf('retries: 1'), options)).toMatchObject({ made: 0, cached: 1, calls: 0 });
    expect(await generate(packOf(), options)).toMatchObject({ made: 0, cached: 1, calls: 0 });
    expect(seeds()).toHaveLength(2);
    expect(entry()).toMatchObject({ cached: true, cost: { usd: 0 } });
    expect(entry().candidates?.map(({ number, cost }) => [number, cost.usd])).toEqual([
      [1, 0.01],
      [2, 0.01],
    ]);
  });

  test('is painted again by a later run with more retries, beginning where the last one ended', async () => {
    const { options, entry, seeds } = scene({ ends: ['brings-a-blank', 'brings-a-blank', 'done'] });
    await generate(packOf(), options);
    const planned = await plan(packOf('retries: 1'), options);
    expect(planned.assets[0]).toMatchObject({ action: 're-roll', candidates: 1, quote: { usd: 0.01 } });
    expect(await generate(packOf('retries: 1'), options)).toMatchObject({ made: 1, calls: 1, cost: { usd: 0.01 } });
    expect(entry()).toMatchObject({ seed: SEED, cached: false, cost: { usd: 0.01 } });
    expect(entry().candidates?.map(({ chosen }) => chosen)).toEqual([true, false]);
    expect(await generate(packOf('retries: 5'), options)).toMatchObject({ made: 1, calls: 1, reRolled: 1 });
    expect(seeds()).toEqual([SEED, candidateSeed(SEED, 2), candidateSeed(SEED, 3)]);
    expect(entry().candidates?.map(({ chosen, files }) => [chosen, files[0]?.path])).toEqual([
      [false, 'candidates/cave/1/cave.png'],
      [false, 'candidates/cave/2/cave.png'],
      [true, 'cave.png'],
    ]);
    for (const { files } of entry().candidates ?? [])
      for (const { path, sha256 } of files) expect(await options.store.head(path)).toMatchObject({ sha256 });
    expect(await generate(packOf('retries: 5'), options)).toMatchObject({ cached: 1, calls: 0 });
  });

  test('comes with its candidates into another place, without those of which the picture is lost', async () => {
    const { options, entry } = scene({ ends: NO_BLANK_LEFT });
    await generate(packOf('retries: 1'), options);
    const store = createMemoryStore();
    await generate(packOf('retries: 1'), { ...options, store, out: '/elsewhere' });
    expect([...store.files.keys()]).toContain('candidates/cave/1/cave.png');
    const gone = entry().candidates?.[0]?.files[0]?.sha256 ?? '';
    const blobs = {
      ...options.blobs,
      has: async (sha256: string) => sha256 !== gone && options.blobs.has(sha256),
      get: async (sha256: string) => options.blobs.get(sha256 === gone ? 'gone' : sha256),
    };
    const third = createMemoryStore();
    expect(await generate(packOf('retries: 1'), { ...options, blobs, store: third, out: '/third' })).toMatchObject({
      cached: 1,
      calls: 0,
    });
    expect([...third.files.keys()].toSorted()).toEqual(['cave.png', 'manifest.json', 'report.html']);
  });

  test('has no more candidates when the next one cannot be had, and stays cached', async () => {
    const { options, entry, of } = scene({ ends: ['brings-a-blank', 'breaks'] });
    await generate(packOf(), options);
    expect(await generate(packOf('retries: 1'), options)).toMatchObject({ cached: 1, calls: 1, cost: { usd: 0.01 } });
    expect(entry()).toMatchObject({ cached: true, calls: 1, cost: { usd: 0.01 } });
    expect(of('warning').at(-1)?.message).toContain('Candidate 2 could not be made');
  });
});

/** A provider that paints each layer with a call of its own, one after the other. */
function layerScene(ends: readonly End[]) {
  const whole = scene({ ends, concurrency: 1 });
  const providers = whole.options.providers.map((provider) => ({
    ...provider,
    family: 'comfyui' as const,
    probe: async (context: WaitContext) => ({ ...(await provider.probe(context)), layers: 'each' as const }),
    quote: (job: ImageJob) => ({ ...provider.quote(job), usd: 0.02, calls: 2 }),
  }));
  return { ...whole, options: { ...whole.options, providers } };
}

describe('a set', () => {
  const HILLS = '{ id: hills, type: parallax, description: hills, width: 64, height: 32, layers: [sky, hills] }';
  const GEMS = `{ id: gems, type: sheet, kind: variation, description: gems, layout: { type: grid, columns: 2, rows: 1, cellWidth: 16, cellHeight: 16 }, variants: [{ key: red }, { key: blue }] }`;

  test('of layers that each take a call is painted again as a whole', async () => {
    const { options, entry, seeds } = layerScene(['done', 'brings-a-blank']);
    const pack = packOf('retries: 1', HILLS);
    expect(await generate(pack, options)).toMatchObject({ calls: 4, reRolled: 1 });
    const next = candidateSeed(SEED, 2);
    expect(seeds()).toEqual([SEED, SEED, next, next]);
    const { files, candidates } = entry();
    const names = ['hills-layer-0.png', 'hills-layer-1.png', 'hills.json'];
    expect(files.map(({ path }) => path)).toEqual(names);
    expect(candidates).toMatchObject([
      {
        seed: SEED,
        chosen: false,
        cost: { usd: 0.02 },
        files: names.map((name) => ({ path: `candidates/hills/1/${name}` })),
      },
      { seed: next, chosen: true, cost: { usd: 0.02 } },
    ]);
  });

  test('of which no candidate passes is the one with the fewest faults, and told of by its warnings', async () => {
    const ends: readonly End[] = [
      'done',
      'brings-a-blank',
      'brings-a-blank',
      'done',
      'brings-a-blank',
      'brings-a-blank',
    ];
    const { options, entry, of, seeds } = layerScene(ends);
    expect(await generate(packOf('retries: 2', HILLS), options)).toMatchObject({ made: 1, reRolled: 1, exitCode: 0 });
    expect(seeds()).toHaveLength(6);
    const { seed, candidates, gates } = entry();
    expect(seed).toBe(candidateSeed(SEED, 2));
    const failed = candidates?.map((candidate) => candidate.gates.filter(({ status }) => status === 'fail').length);
    expect(failed).toEqual([2, 1, 3]);
    expect(candidates?.map(({ chosen }) => chosen)).toEqual([false, true, false]);
    expect(of('re-roll').map(({ number }) => number)).toEqual([2, 3]);
    expect(of('warning').map(({ message }) => message)).toEqual(
      gates.flatMap(({ status, message }) => (status === 'pass' ? [] : [message])),
    );
  });

  test('is not begun again when the money does not suffice for all of it', async () => {
    const { options, entry, seeds } = layerScene(['done', 'brings-a-blank']);
    await generate(packOf('retries: 1\nbudget: { run: 0.03 }', HILLS), options);
    expect(seeds()).toEqual([SEED, SEED]);
    expect(entry()).toMatchObject({ status: 'done', calls: 2 });
  });

  test('of cells comes with the metadata of each candidate', async () => {
    const { options, text } = scene({ ends: NO_BLANK_LEFT });
    await generate(packOf('retries: 1', GEMS), options);
    expect([...options.store.files.keys()]).toEqual(
      expect.arrayContaining(['gems.png', 'gems.json', 'candidates/gems/1/gems.png', 'candidates/gems/1/gems.json']),
    );
    expect(text('candidates/gems/1/gems.json')).toBe(text('gems.json'));
  });
});
