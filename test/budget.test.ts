import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type GenerateOptions, generate } from '../src/generate.ts';
import { createSqliteLedger } from '../src/ledger/sqlite/index.ts';
import type { Pack } from '../src/pack/pack.ts';
import { parsePack } from '../src/pack/parse-pack.ts';
import { pause } from '../src/providers/pause.ts';
import type { ImageProvider, Quote } from '../src/providers/provider.ts';
import type { Manifest } from '../src/report/manifest.ts';
import { createMemoryBlobs, createMemoryStore } from '../src/store/memory.ts';
import { createScriptedProvider } from '../src/testing/scripted-provider.ts';
import { freshFolder } from './run-limner.ts';

function packOf(count: number, budget: string): Pack {
  const assets = Array.from(
    { length: count },
    (_, i) => `  - { id: a${i}, type: entity, description: thing ${i}, width: 32, height: 32 }`,
  );
  const text = `pack: p\nproviders: { default: scripted }\nbudget: ${budget}\nassets:\n${assets.join('\n')}\n`;
  const parsed = parsePack(text.replace('scripted', 'painter'), { file: 'p', format: 'yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.pack;
}

const NOON = new Date(2026, 5, 1, 12).getTime();

/** A service that charges `usd` a job, all of it when it ends, and keeps count of what it charged and of what it has in hand. */
function scene(usd: number, quote: Partial<Quote> = {}) {
  const scripted = createScriptedProvider({ usd, pollsNeeded: 3, pollAfterMs: 2, concurrency: 16 });
  const seen = { charged: 0, inHand: 0, mostInHand: 0, held: [] as number[] };
  const ended = new Set<string>();
  const provider: ImageProvider = {
    ...scripted,
    name: 'painter',
    quote: (job) => ({ ...scripted.quote(job), ...quote }),
    async submit(job, context) {
      seen.held.push(context.mostUsd ?? 0);
      seen.inHand += 1;
      seen.mostInHand = Math.max(seen.mostInHand, seen.inHand);
      return scripted.submit(job, context);
    },
    async poll(ticket, context) {
      const state = await scripted.poll(ticket, context);
      if (state.phase === 'done' && !ended.has(ticket.remoteId)) {
        ended.add(ticket.remoteId);
        seen.inHand -= 1;
        seen.charged += state.usd;
      }
      return state;
    },
  };
  const ledger = createSqliteLedger(join(freshFolder(), 'ledger.sqlite'));
  const store = createMemoryStore();
  const startedAt = Date.now();
  const options = {
    // Around noon, so that no day ends between two runs.
    clock: { now: () => NOON + Date.now() - startedAt, sleep: pause },
    providers: [provider],
    ledger,
    blobs: createMemoryBlobs(),
    store,
    out: '/out',
    concurrency: 16,
  } satisfies GenerateOptions;
  const manifest = (): Manifest => JSON.parse(new TextDecoder().decode(store.files.get('manifest.json'))) as Manifest;
  return { options, seen, ledger, manifest };
}

describe('a budget under 16 jobs at once', () => {
  test('is not overspent by the count of the service; what was made is kept, and more money makes the rest alone', async () => {
    const { options, seen, ledger, manifest } = scene(0.05);
    const summary = await generate(packOf(40, '{ run: 0.50 }'), options);
    expect(summary).toMatchObject({ made: 10, refused: 30, overBudget: 30, exitCode: 1, cost: { usd: 0.5 } });
    expect(seen.charged).toBeCloseTo(0.5, 9);
    const spent = (await ledger.calls.spending({ run: summary.run })).reduce((sum, { usd }) => sum + usd, 0);
    expect(manifest().cost.usd).toBeCloseTo(spent, 9);
    expect(await generate(packOf(40, '{ run: 5 }'), options)).toMatchObject({ made: 30, cached: 10, exitCode: 0 });
    expect(seen.charged).toBeCloseTo(2, 9);
  });

  test('has the most that a job may cost held back, waits for what comes free, and is used to its end', async () => {
    const { options, seen } = scene(0.02, { mostUsd: 0.2, leastUsd: 0.05 });
    const summary = await generate(packOf(40, '{ run: 0.50 }'), options);
    expect(seen.mostInHand).toBe(2);
    // The last one is sent while at least 0.05 are left.
    expect(summary).toMatchObject({ made: 23, overBudget: 17, exitCode: 1 });
    expect(seen.charged).toBeLessThanOrEqual(0.5);
    expect(Math.max(...seen.held)).toBeCloseTo(0.2, 9);
    expect(Math.min(...seen.held)).toBeCloseTo(0.06, 9);
  });

  test('that is too small for any job refuses all of them before anything is sent', async () => {
    const { options, seen } = scene(0.02, { mostUsd: 0.2, leastUsd: 0.05 });
    expect(await generate(packOf(3, '{ run: 0.04 }'), options)).toMatchObject({ made: 0, overBudget: 3, exitCode: 3 });
    expect(seen.held).toEqual([]);
  });

  test('of a day counts what other runs spent, and what is not known of them', async () => {
    const { options, ledger, seen } = scene(0.05);
    const claim = {
      id: 'lost',
      run: 'other-1',
      asset: 'x',
      provider: 'p',
      owner: 'o',
      estimatedUsd: 0.1,
      claimedAt: options.clock.now(),
      caps: { dayStartsAt: 0 },
    };
    await ledger.calls.claim(claim);
    await ledger.calls.change(claim, ['claimed'], { state: 'unknown' });
    await generate(packOf(4, '{ day: 0.50 }'), options);
    expect(await generate(packOf(12, '{ day: 0.50 }'), options)).toMatchObject({ made: 4, cached: 4, overBudget: 4 });
    expect(seen.charged).toBeCloseTo(0.4, 9);
  });

  test('that is spent refuses a thousand assets without a word to the service', async () => {
    const { options, seen } = scene(0.05);
    const events: string[] = [];
    const summary = await generate(packOf(1000, '{ run: 0.10 }'), {
      ...options,
      onEvent: ({ type }) => void events.push(type),
    });
    expect(summary).toMatchObject({ made: 2, overBudget: 998 });
    expect(seen.held).toHaveLength(2);
    expect(events.filter((type) => type === 'call-start')).toHaveLength(2);
  });
});

test('a failed call that was charged keeps its price in ledger and manifest', async () => {
  const { options, ledger, manifest } = scene(0.05);
  const [provider] = options.providers;
  if (!provider) throw new Error('no provider');
  const failing: ImageProvider = {
    ...provider,
    poll: async () => ({ phase: 'failed', error: new Error('boom'), usd: 0.03 }),
  };
  expect(await generate(packOf(2, '{}'), { ...options, providers: [failing] })).toMatchObject({
    failed: 2,
    cost: { usd: 0.06 },
  });
  expect(manifest().cost.usd).toBeCloseTo(0.06, 9);
  expect((await ledger.calls.spending({})).map(({ state, usd }) => [state, usd])).toEqual([
    ['failed', 0.03],
    ['failed', 0.03],
  ]);
});
