import { describe, expect, test } from 'vitest';
import { createMemoryLedger } from '../ledger/memory.ts';
import type { ManifestAsset } from '../report/manifest.ts';
import { findEarlierFailures, sumOf } from './earlier-failures.ts';

const requests = { upload: 1, generate: 2, download: 3, store: 4, total: 10 };

function entryOf(change: Partial<ManifestAsset> = {}): ManifestAsset {
  return {
    id: 'slime',
    type: 'entity',
    status: 'failed',
    cached: false,
    provider: 'scenario',
    seed: 7,
    prompt: 'a slime',
    negativePrompt: '',
    attempts: 3,
    calls: 1,
    polls: 5,
    requests,
    cost: { usd: 0.25 },
    timings: {},
    gates: [],
    files: [],
    ...change,
  };
}

/** A ledger with one run after the other, each of one asset; gives the name of the last. */
async function runsOf(...runs: readonly { readonly entry: ManifestAsset; readonly out?: string }[]) {
  const ledger = createMemoryLedger();
  let last = '';
  for (const [index, { entry, out = '/out/scenario/run-1' }] of runs.entries()) {
    const row = { pack: 'p', packFile: '/p.yaml', out, planHash: 'h', snapshot: {}, startedAt: index };
    last = (await ledger.runs.start(row)).id;
    await ledger.runs.saveAsset(last, 0, entry);
    await ledger.runs.finish(last, { status: entry.status, finishedAt: index, summary: {} });
  }
  return { ledger, last };
}

describe('an asset that was made at last', () => {
  const made = entryOf({ status: 'done' });

  test('has failed in every run before it that asked for the same, the oldest first', async () => {
    const { ledger, last } = await runsOf({ entry: entryOf() }, { entry: entryOf({ attempts: 1 }) }, { entry: made });
    const failures = (await findEarlierFailures(last, ledger))(made);
    expect(failures.map(({ run, entry }) => [run, entry.attempts])).toEqual([
      ['p-1', 3],
      ['p-2', 1],
    ]);
  });

  test('also where another seed than the first was kept in the end', async () => {
    const kept = entryOf({
      status: 'done',
      seed: 8,
      candidates: [7, 8].map((seed) => ({
        number: seed - 6,
        seed,
        chosen: seed === 8,
        cost: { usd: 0 },
        gates: [],
        files: [],
      })),
    });
    const { ledger, last } = await runsOf({ entry: entryOf() }, { entry: kept });
    expect((await findEarlierFailures(last, ledger))(kept)).toHaveLength(1);
  });

  test.each([
    ['into another folder', { entry: entryOf(), out: '/out/scenario/run-2' }],
    ['for other words', { entry: entryOf({ prompt: 'a bat' }) }],
    ['with another seed', { entry: entryOf({ seed: 8 }) }],
    ['of another asset', { entry: entryOf({ id: 'bat' }) }],
    ['that the money did not suffice for', { entry: entryOf({ status: 'refused' }) }],
    ['that succeeded', { entry: made }],
  ])('has nothing to do with a run %s', async (_what, other) => {
    const { ledger, last } = await runsOf(other, { entry: made });
    expect((await findEarlierFailures(last, ledger))(made)).toEqual([]);
  });

  test('has nothing to do with what fails after it', async () => {
    const { ledger } = await runsOf({ entry: made }, { entry: entryOf() });
    expect((await findEarlierFailures('p-1', ledger))(made)).toEqual([]);
  });
});

test('a sum has what was tried, asked and paid', () => {
  const { requests: _, ...bare } = entryOf();
  expect(sumOf([entryOf(), bare, entryOf()])).toEqual({
    attempts: 9,
    calls: 3,
    polls: 15,
    requests: { upload: 2, generate: 4, download: 6, store: 8, total: 20 },
    usd: 0.75,
  });
});
