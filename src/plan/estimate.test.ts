import { describe, expect, test } from 'vitest';
import { parsePack } from '../pack/parse-pack.ts';
import type { Quote } from '../providers/provider.ts';
import { estimatePlan } from './estimate.ts';
import { makePlan } from './make-plan.ts';
import type { Plan } from './plan.ts';

/** One quote an asset. */
function planOf(quotes: readonly Partial<Quote>[], budget = '{}'): Plan {
  const assets = quotes.map((_, at) => `  - { id: a${at}, type: entity, description: a${at}, width: 16, height: 16 }`);
  const text = `pack: p\nbudget: ${budget}\nassets:\n${assets.join('\n')}\n`;
  const parsed = parsePack(text, { file: 'p.yaml', format: 'yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const capabilities = {
    canvas: { multipleOf: 16, minSide: 16, maxSide: 4096 },
    alpha: 'native',
    cannot: {},
    concurrency: 1,
    version: '1',
  } as const;
  const quote = ({ subject }: { readonly subject: string }): Quote => ({
    usd: 0.1,
    seconds: 1,
    calls: 1,
    ...quotes[Number(subject.replace(/\D/g, ''))],
  });
  const offers = new Map([['painter', { family: 'painter', capabilities, quote } as const]]);
  return makePlan({ pack: parsed.pack, offers, imageHashes: new Map() });
}

describe('an estimate', () => {
  test('sums what is expected and what it can come to', () => {
    const estimate = estimatePlan(planOf([{ basis: 'live' }, { mostUsd: 0.5, basis: 'history' }, {}]), 0);
    expect(estimate.usd).toBeCloseTo(0.3, 9);
    expect(estimate.mostUsd).toBeCloseTo(0.7, 9);
    expect(estimate.basis).toEqual({ live: 1, history: 1, assumption: 1 });
    expect(estimate).not.toHaveProperty('budget');
  });

  test('tells once what its dollars take for granted', () => {
    const assumes = 'A unit is assumed to cost $1.';
    expect(estimatePlan(planOf([{ assumes }, {}, { assumes }]), 0).assumes).toEqual([assumes]);
  });

  test('has no more machines start than there are jobs, nor than the provider has', () => {
    const standby = { machines: 2, usdEach: 1 };
    expect(estimatePlan(planOf([{ standby }]), 0)).toMatchObject({ standby: { machines: 1, usd: 1 } });
    expect(estimatePlan(planOf([{ standby }, { standby }, { standby }]), 0)).toMatchObject({
      standby: { machines: 2, usd: 2 },
      usd: expect.closeTo(2.3, 9) as number,
    });
    expect(estimatePlan(planOf([{ standby, calls: 5 }]), 0).standby.machines).toBe(2);
  });

  test('of free pictures goes by nothing, and fits into any budget', () => {
    const free = { usd: 0, seconds: 0 };
    expect(estimatePlan(planOf([free, free], '{ run: 0 }'), 0)).toMatchObject({ basis: {}, budget: { affords: 2 } });
  });
});

describe('a budget', () => {
  const three = [{}, { usd: 0.3 }, {}];

  test.each([
    ['{ run: 0.5 }', 0, 3],
    ['{ run: 0.49 }', 0, 2],
    ['{ run: 0.2 }', 0, 2],
    ['{ run: 0.05 }', 0, 0],
    ['{ day: 1 }', 0.5, 3],
    ['{ day: 1 }', 0.8, 2],
    ['{ run: 0.1, day: 1 }', 0.8, 1],
  ])('%s of which %f is spent suffices for %i', (budget, spent, affords) => {
    expect(estimatePlan(planOf(three, budget), spent).budget).toMatchObject({ affords, spentTodayUsd: spent });
  });

  test('leaves room for what has to be held back', () => {
    const slow = { mostUsd: 5, leastUsd: 0.25 };
    expect(estimatePlan(planOf([slow, slow, slow], '{ run: 0.4 }'), 0).budget?.affords).toBe(2);
  });
});
