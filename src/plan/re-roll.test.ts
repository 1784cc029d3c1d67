import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePack } from '../pack/parse-pack.ts';
import type { GateResult } from '../report/manifest.ts';
import { describePlan } from './describe-plan.ts';
import { makePlan } from './make-plan.ts';
import type { MakePlan, Plan } from './plan.ts';
import { asCandidate, candidateSeed, curableFailures, retriesLeft } from './re-roll.ts';

const gate = (name: string, status: GateResult['status']): GateResult => ({ name, status, message: `${name}.` });

function planOf(fields: { readonly pack?: string; readonly asset?: string }, retries?: number): Plan {
  const asset = `{ id: a, type: entity, description: a, width: 16, height: 16${fields.asset ?? ''} }`;
  const parsed = parsePack(`pack: p\n${fields.pack ?? ''}\nassets:\n  - ${asset}\n`, { file: 'p', format: 'yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const offer = {
    family: 'painter',
    capabilities: {
      canvas: { multipleOf: 16, minSide: 16, maxSide: 4096 },
      alpha: 'native',
      cannot: {},
      concurrency: 1,
      version: '1',
    },
    quote: () => ({ usd: 0.1, mostUsd: 0.3, seconds: 1, calls: 1 }),
  } as const;
  const offers = new Map([['painter', offer]]);
  return makePlan({
    pack: parsed.pack,
    offers,
    imageHashes: new Map(),
    ...(retries === undefined ? {} : { retries }),
  });
}

function plannedIn({ assets: [planned] }: Plan): MakePlan {
  if (!planned || planned.action === 'refuse') throw new Error('nothing is planned');
  return planned;
}

describe('what another seed may cure', () => {
  test('is a failed gate, not a warning', () => {
    expect(curableFailures([gate('size', 'pass'), gate('blank', 'fail'), gate('cells', 'warn')])).toEqual([
      gate('blank', 'fail'),
    ]);
    expect(curableFailures([gate('size', 'pass'), gate('cells', 'warn')])).toEqual([]);
  });

  test('is nothing where a wrong size would fail the next picture as well', () => {
    expect(curableFailures([gate('size', 'fail'), gate('blank', 'fail')])).toEqual([]);
  });
});

describe('the seed of a candidate', () => {
  test('is the same everywhere', () => {
    expect([2, 3].map((number) => candidateSeed(7, number))).toEqual([920341306, 62348012]);
  });

  test('is a seed, and another one for each number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2147483647 }), (seed) => {
        const seeds = Array.from({ length: 10 }, (_, index) => candidateSeed(seed, index + 2));
        expect(new Set([seed, ...seeds]).size).toBe(11);
        expect(seeds.every((each) => Number.isInteger(each) && each >= 0 && each <= 2147483647)).toBe(true);
      }),
    );
  });

  test('is all that differs from what was planned', () => {
    const planned = plannedIn(planOf({}));
    const { request } = planned;
    expect(asCandidate(planned, 1)).toBe(planned);
    const job = { ...request.job, seed: candidateSeed(request.job.seed, 2) };
    expect(asCandidate(planned, 2)).toEqual({ ...planned, request: { ...request, job } });
  });
});

describe('what is kept with a failed gate', () => {
  const gates = [gate('blank', 'fail')];
  const candidate = { number: 1, seed: 1, chosen: true, cost: { usd: 0 }, gates, files: [] };

  test.each([
    [0, 1, 0],
    [2, 1, 2],
    [2, 2, 1],
    [2, 3, 0],
    [1, 3, 0],
  ])('with %i retries and %i candidates may be painted %i times more', (retries, count, left) => {
    const candidates = Array.from({ length: count }, () => candidate);
    expect(retriesLeft(retries, { gates, ...(count > 1 ? { candidates } : {}) })).toBe(left);
  });

  test('is left alone when all gates let it pass', () => {
    expect(retriesLeft(10, { gates: [gate('blank', 'warn')] })).toBe(0);
  });
});

describe('retries', () => {
  test('are none unless told; the asset beats the pack, and what the caller says beats both', () => {
    const retriesOf = (...input: Parameters<typeof planOf>) => plannedIn(planOf(...input)).retries;
    expect(retriesOf({})).toBe(0);
    expect(retriesOf({ pack: 'retries: 2' })).toBe(2);
    expect(retriesOf({ pack: 'retries: 2', asset: ', retries: 0' })).toBe(0);
    expect(retriesOf({ pack: 'retries: 2', asset: ', retries: 3' }, 1)).toBe(1);
    expect(retriesOf({ asset: ', retries: 3' }, 0)).toBe(0);
  });

  test('change no request: what was made with other retries is not made again', () => {
    const hashes = [planOf({}), planOf({ pack: 'retries: 2', asset: ', retries: 3' }), planOf({}, 4)].map(
      (plan) => plannedIn(plan).requestHash,
    );
    expect(new Set(hashes).size).toBe(1);
    expect(plannedIn(planOf({ asset: ', retries: 3' })).request.asset).not.toHaveProperty('retries');
  });

  test('add to the most that a plan can come to, and not to what is expected', () => {
    expect(describePlan(planOf({}))).toMatchObject({ usd: 0.1, mostUsd: 0.3, retries: 0 });
    const report = describePlan(planOf({ pack: 'retries: 2' }));
    expect(report).toMatchObject({ usd: 0.1, mostUsd: 0.9, retries: 2, calls: 1, seconds: 1 });
    expect(report.assets[0]).toMatchObject({ usd: 0.1, mostUsd: 0.9, retries: 2 });
  });

  test('are counted from what there is, where it is to be painted again', () => {
    const plan = planOf({ pack: 'retries: 3' });
    const again: MakePlan = { ...plannedIn(plan), action: 're-roll', candidates: 2 };
    const report = describePlan({ ...plan, assets: [again] });
    expect(report).toMatchObject({ toMake: 0, toReRoll: 1, usd: 0.1, mostUsd: 0.6, retries: 1 });
  });
});
