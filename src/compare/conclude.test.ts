import { assert, array, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_REQUESTS } from '../report/manifest.ts';
import type { Comparison, Criterion, Sample } from './comparison.ts';
import { conclude } from './conclude.ts';
import { DEFAULT_THRESHOLDS } from './thresholds.ts';

const METRICS = [
  { name: 'sharpness', title: '', unit: '', range: [0, 1], better: 'more', about: '', source: '' },
] as const;

function sample(change: Partial<Sample>): Sample {
  return {
    id: 'slime',
    type: 'entity',
    provider: 'scenario',
    number: 1,
    run: 'x-1',
    seed: 7,
    status: 'done',
    cached: false,
    attempts: 2,
    calls: 2,
    polls: 4,
    requests: { ...NO_REQUESTS, total: 6 },
    usd: 0.1,
    standbyUsd: 0,
    phases: { runMs: 8000, ownMs: 100, totalMs: 9000 },
    gates: [{ name: 'blank', status: 'pass', message: 'It shows something.' }],
    measures: { sharpness: 0.5 },
    files: [{ path: 'a.png', role: 'image', bytes: 9, sha256: `${change.provider}${change.id}${change.number}` }],
    ...change,
  };
}

/** Four samples of each provider. */
function pairs(change: Partial<Sample> = {}): readonly Sample[] {
  return [1, 2, 3, 4].flatMap((number) => [
    sample({ number }),
    sample({ number, provider: 'comfyui-custom', usd: 0.004, ...change }),
  ]);
}

function comparison(samples: readonly Sample[], change: Partial<Parameters<typeof conclude>[0]> = {}): Comparison {
  return conclude(
    {
      limner: '0',
      pack: 'x',
      packFile: '../x.yaml',
      state: '../.limner',
      startedAt: '',
      finishedAt: '',
      providers: ['scenario', 'comfyui-custom'].map((name) => ({ name, isRehearsed: false, runs: [] })),
      palette: [],
      thresholds: DEFAULT_THRESHOLDS,
      samples,
      ...change,
    },
    { metrics: METRICS, sets: () => ({}), votes: [] },
  );
}

const outcomes = ({ verdict }: Comparison, type = 'entity'): Partial<Record<Criterion['name'], string>> =>
  Object.fromEntries(verdict.criteria.filter((one) => one.type === type).map(({ name, outcome }) => [name, outcome]));

describe('a provider that is as good, fast enough and cheap enough', () => {
  const found = comparison(pairs());

  test('holds every criterion but the one that people decide', () => {
    expect(outcomes(found)).toEqual({
      works: 'pass',
      speed: 'pass',
      cost: 'pass',
      gates: 'pass',
      judged: 'not-enough-evidence',
    });
    expect(outcomes(found, 'all')).toEqual(outcomes(found));
  });

  test('is suggested, and it is said that nobody has judged it', () => {
    expect(found.verdict.routes).toEqual([
      {
        type: 'entity',
        provider: 'comfyui-custom',
        because:
          'comfyui-custom holds every criterion at $0.0040 a kept asset, but has not been judged by people enough.',
      },
    ]);
  });
});

describe('a provider stays where it is', () => {
  test.each<[string, Partial<Sample>, Criterion['name'], RegExp]>([
    [
      'fails an asset',
      { status: 'failed', error: { code: 'LIMNER_CALL_FAILED', message: '' } },
      'works',
      /0 of 4.*CALL_F/,
    ],
    ['is slow', { phases: { ownMs: 1, totalMs: 31_000 } }, 'speed', /at most 31 s/],
    ['is only half as dear', { usd: 0.05 }, 'cost', /\$0\.0500 instead of \$0\.10: 50 % less/],
    ['fails the gates', { gates: [{ name: 'blank', status: 'fail', message: '' }] }, 'gates', /0 % pass/],
  ])('where the other %s', (_, change, name, because) => {
    const found = comparison(pairs(change));
    const broken = found.verdict.criteria.find((one) => one.type === 'entity' && one.name === name);
    expect(broken).toMatchObject({ outcome: 'fail', because: expect.stringMatching(because) });
    expect(found.verdict.routes).toMatchObject([
      { provider: 'scenario', because: expect.stringContaining('Stay with scenario') },
    ]);
  });

  test('where there is too little to tell', () => {
    const found = comparison([sample({}), sample({ provider: 'comfyui-custom', usd: 0.001 })]);
    expect(outcomes(found)).toMatchObject({ works: 'not-enough-evidence', cost: 'not-enough-evidence' });
    expect(found.verdict.routes).toMatchObject([{ provider: 'scenario' }]);
  });
});

test('of several that might take over, each is told what keeps it from it', () => {
  const third = pairs({ provider: 'painter', phases: { ownMs: 1, totalMs: 90_000 } });
  const failed = pairs({ status: 'failed', error: { code: 'LIMNER_OUT_OF_MEMORY', message: '' } });
  const providers = ['scenario', 'comfyui-custom', 'painter'].map((name) => ({ name, isRehearsed: false, runs: [] }));
  const { verdict } = comparison([...failed, ...third.filter(({ provider }) => provider === 'painter')], { providers });
  expect(verdict.routes).toMatchObject([
    {
      provider: 'scenario',
      because: expect.stringMatching(/comfyui-custom fails “is it made.*painter fails “is it fast/),
    },
  ]);
});

test('what the money did not suffice for says nothing about whether it works', () => {
  const error = { code: 'LIMNER_BUDGET_EXCEEDED', message: '' };
  const poor = sample({ provider: 'comfyui-custom', id: 'bat', status: 'refused', error, usd: 0 });
  expect(outcomes(comparison([...pairs(), poor])).works).toBe('pass');
});

test('what failed is paid for by what was kept', () => {
  const bad = { provider: 'comfyui-custom', usd: 0.004 } as const;
  const found = comparison([
    ...pairs(),
    sample({ ...bad, id: 'a', status: 'failed' }),
    sample({ ...bad, id: 'b', gates: [{ name: 'halo', status: 'fail', message: '' }] }),
  ]);
  const group = found.groups.find(({ type, provider }) => type === 'entity' && provider === 'comfyui-custom');
  expect(group?.cost).toMatchObject({
    usd: 0.024,
    failedUsd: 0.004,
    perAssetUsd: 0.004,
    perKeptUsd: 0.006,
    saving: 0.94,
  });
});

test('a month is reckoned by what a kept asset costs', () => {
  const { groups } = comparison(pairs(), { volume: 1000 });
  expect(groups.map(({ cost }) => cost.monthlyUsd)).toEqual([100, 100, 4, 4]);
});

test('cold starts are told apart from warm assets, and only these are held against the line', () => {
  const cold = { phases: { coldMs: 60_000, ownMs: 1, totalMs: 70_000 } };
  const samples = pairs().map((one) =>
    one.provider === 'comfyui-custom' && one.number === 1 ? { ...one, ...cold } : one,
  );
  const found = comparison(samples);
  expect(outcomes(found).speed).toBe('pass');
  const group = found.groups.find(({ provider, type }) => provider === 'comfyui-custom' && type === 'entity');
  expect(group?.speed).toMatchObject({ cold: { samples: 1, late: 1 }, warm: { samples: 3, late: 0 } });
});

test('sums agree with the samples, whatever these are', () => {
  const Samples = array(
    record({
      type: constantFrom('entity', 'background', 'sheet'),
      provider: constantFrom('scenario', 'comfyui-custom'),
      status: constantFrom('done', 'failed', 'refused'),
      cents: integer({ min: 0, max: 500 }),
      calls: integer({ min: 0, max: 9 }),
    }),
    { maxLength: 30 },
  );
  assert(
    property(Samples, (drawn) => {
      const samples = drawn.map(({ cents, ...rest }, index) => sample({ ...rest, id: `${index}`, usd: cents / 100 }));
      const { groups, verdict } = comparison(samples);
      for (const provider of ['scenario', 'comfyui-custom']) {
        const own = samples.filter((one) => one.provider === provider);
        const all = groups.find((group) => group.provider === provider && group.type === 'all');
        const parts = groups.filter((group) => group.provider === provider && group.type !== 'all');
        expect(all?.works.samples).toBe(own.length);
        for (const pick of [(g: typeof all) => g?.works.calls ?? 0, (g: typeof all) => g?.cost.usd ?? 0])
          expect(parts.reduce((sum, part) => sum + pick(part), 0)).toBeCloseTo(pick(all), 9);
        expect(all?.cost.usd).toBeCloseTo(
          own.reduce((sum, { usd }) => sum + usd, 0),
          9,
        );
      }
      for (const { because } of [...verdict.criteria, ...verdict.routes]) expect(because).toMatch(/\.$/);
      expect(JSON.stringify(groups)).not.toMatch(/null/);
    }),
  );
});
