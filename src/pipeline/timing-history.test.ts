import { expect, test } from 'vitest';
import { createMemoryLedger } from '../ledger/memory.ts';
import { sampleClaim } from '../testing/spending-tests.ts';
import { readTimings } from './timing-history.ts';

test('knows how long jobs of a making took at a provider: three in four took no longer', async () => {
  const ledger = createMemoryLedger();
  for (const [at, seconds] of [9, 1, 2, 40, 3, 4, 5, 6].entries()) {
    const claim = { ...sampleClaim(`c${at}`), provider: 'far', claimedAt: at };
    await ledger.calls.claim(claim);
    const result = { images: [], warnings: [], timing: { making: 'entity/flux', seconds } };
    await ledger.calls.change(claim, ['claimed'], { state: 'done', result });
  }
  await ledger.calls.claim(sampleClaim('open'));
  const history = await readTimings(ledger);
  expect(history('far', 'entity/flux')).toBe(6);
  expect(history('far', 'sheet/flux')).toBeUndefined();
  expect(history('near', 'entity/flux')).toBeUndefined();
});
