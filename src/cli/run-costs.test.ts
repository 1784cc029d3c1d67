import { expect, test } from 'vitest';
import type { CallState } from '../ledger/ledger.ts';
import { createMemoryLedger } from '../ledger/memory.ts';
import type { ManifestAsset } from '../report/manifest.ts';
import { sampleClaim } from '../testing/spending-tests.ts';
import { addCosts, costOf, mergeParts, readRunCosts, usdPerKept } from './run-costs.ts';

const entry = (id: string, change: Partial<ManifestAsset> = {}): ManifestAsset => ({
  id,
  type: 'entity',
  status: 'done',
  cached: false,
  provider: 'far',
  seed: 1,
  prompt: '',
  negativePrompt: '',
  attempts: 1,
  calls: 1,
  polls: 1,
  cost: { usd: 0 },
  timings: {},
  gates: [],
  files: [],
  ...change,
});

test('tells what runs cost, and counts what no later run made anew as kept', async () => {
  const ledger = createMemoryLedger();
  const start = (startedAt: number) =>
    ledger.runs.start({ pack: 'a', packFile: '', out: '', planHash: '', snapshot: {}, startedAt });
  let count = 0;
  const spend = async (run: string, asset: string, state: CallState, usd: number) => {
    count += 1;
    const claim = { ...sampleClaim(`c${count}`), run, asset, provider: 'far', estimatedUsd: usd * 2 };
    await ledger.calls.claim(claim);
    await ledger.calls.change(claim, ['claimed'], { state, ...(state === 'unknown' ? {} : { usd }) });
  };
  const first = (await start(1)).id;
  await ledger.runs.saveAsset(first, 0, entry('slime'));
  await ledger.runs.saveAsset(first, 1, entry('bat'));
  await ledger.runs.saveAsset(first, 2, entry('gem', { status: 'failed' }));
  await spend(first, 'slime', 'done', 1);
  await spend(first, 'bat', 'failed', 0.5);
  await spend(first, 'bat', 'done', 1);
  await spend(first, 'gem', 'unknown', 2);
  const second = (await start(2)).id;
  await ledger.runs.saveAsset(second, 0, entry('slime'));
  await ledger.runs.saveAsset(second, 1, entry('bat', { cached: true }));
  await spend(second, 'slime', 'done', 3);

  const costs = await readRunCosts(await ledger.runs.list({ limit: 9 }), ledger);
  const far = { provider: 'far', type: 'entity' };
  const earlier = { calls: 4, usd: 2.5, failedUsd: 0.5, heldUsd: 4 };
  const later = { calls: 1, usd: 3, failedUsd: 0, heldUsd: 0 };
  expect(costs).toEqual([
    { run: second, made: 1, kept: 1, ...later, parts: [{ ...far, ...later }] },
    { run: first, made: 2, kept: 1, ...earlier, parts: [{ ...far, ...earlier }] },
  ]);
  expect(mergeParts(costs)).toEqual([{ ...far, calls: 5, usd: 5.5, failedUsd: 0.5, heldUsd: 4 }]);
  expect(addCosts(costs)).toMatchObject({ usd: 5.5 });
  expect(usdPerKept({ usd: 5.5, kept: 2 })).toBe(2.75);
  expect(usdPerKept({ usd: 1, kept: 0 })).toBeUndefined();
});

test('sums prices as a person would, so that all commands round them alike', () => {
  // Binary fractions leave a little at the end of such a sum, now above and now below half a cent.
  const calls = [...Array.from({ length: 14 }, () => 0.1075), ...Array.from({ length: 10 }, () => 0.03), 0.08];
  const spending = calls.map((usd, index) => ({
    provider: 'far',
    run: 'r',
    asset: `a${index}`,
    state: 'done' as const,
    calls: 1,
    usd,
  }));
  expect(costOf(spending).usd).toBe(1.885);
  expect(addCosts(spending.map((one) => costOf([one]))).usd).toBe(1.885);
});
