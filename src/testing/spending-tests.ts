import { expect, test } from 'vitest';
import type { CallClaim, Ledger } from '../ledger/ledger.ts';

/** The part of a ledger's contract that money hangs on. */
export function spendingTests(ledger: () => Ledger): void {
  test('refuses a claim that would break the cap of the run, and counts actual costs over estimates', async () => {
    const caps = { runUsd: 1, dayStartsAt: 0 };
    expect(await ledger().calls.claim({ ...sampleClaim('c1'), estimatedUsd: 0.75, caps })).toMatchObject({
      outcome: 'claimed',
    });
    expect(await ledger().calls.claim({ ...sampleClaim('c2'), estimatedUsd: 0.5, caps })).toEqual({
      outcome: 'over-budget',
      cap: 'run',
      capUsd: 1,
      spentUsd: 0.75,
      pendingUsd: 0.75,
    });
    await ledger().calls.change(sampleClaim('c1'), ['claimed'], { state: 'done', usd: 0.25 });
    expect(await ledger().calls.claim({ ...sampleClaim('c2'), estimatedUsd: 0.5, caps })).toMatchObject({
      outcome: 'claimed',
    });
  });

  test('counts the cap of a day over all runs since the day began', async () => {
    const caps = { dayUsd: 1, dayStartsAt: 100 };
    await ledger().calls.claim({ ...sampleClaim('old'), run: 'a-1', estimatedUsd: 5, claimedAt: 99 });
    await ledger().calls.claim({ ...sampleClaim('c1'), run: 'a-1', estimatedUsd: 0.75, claimedAt: 100 });
    const result = await ledger().calls.claim({
      ...sampleClaim('c2'),
      run: 'b-1',
      estimatedUsd: 0.5,
      claimedAt: 101,
      caps,
    });
    expect(result).toEqual({ outcome: 'over-budget', cap: 'day', capUsd: 1, spentUsd: 0.75, pendingUsd: 0.75 });
  });

  test('counts calls of every state but refused, and says how much of it may come free', async () => {
    const states = ['claimed', 'submitted', 'unknown', 'failed', 'done', 'refused'] as const;
    for (const [at, state] of states.entries()) {
      const one = { ...sampleClaim(state), estimatedUsd: 2 ** at, claimedAt: 10 + at };
      await ledger().calls.claim(one);
      await ledger().calls.change(one, ['claimed'], { state, ...(state === 'failed' ? { usd: 0.5 } : {}) });
    }
    const ask = (caps: CallClaim['caps']) =>
      ledger().calls.claim({ ...sampleClaim('next'), estimatedUsd: 1, claimedAt: 20, caps });
    const spent = { outcome: 'over-budget', capUsd: 1, spentUsd: 1 + 2 + 4 + 0.5 + 16 };
    const run = { runUsd: 1, dayStartsAt: 0 };
    expect(await ask(run)).toEqual({ ...spent, cap: 'run', pendingUsd: 3 });
    expect(await ask({ ...run, pendingSince: 11 })).toEqual({ ...spent, cap: 'run', pendingUsd: 2 });
    expect(await ask({ dayUsd: 1, dayStartsAt: 12 })).toMatchObject({ cap: 'day', spentUsd: 20.5, pendingUsd: 0 });
    await ledger().calls.change({ id: 'submitted', claimedAt: 11 }, ['submitted'], { owner: '' });
    expect(await ask(run)).toEqual({ ...spent, cap: 'run', pendingUsd: 1 });
  });

  test('fills a cap to the cent, though the prices have no exact sum', async () => {
    const caps = { runUsd: 0.3, dayStartsAt: 0 };
    for (const id of ['c1', 'c2', 'c3'])
      expect(await ledger().calls.claim({ ...sampleClaim(id), estimatedUsd: 0.1, caps })).toMatchObject({
        outcome: 'claimed',
      });
    expect(await ledger().calls.claim({ ...sampleClaim('c4'), estimatedUsd: 0.1, caps })).toMatchObject({ cap: 'run' });
  });

  test('sums what calls came to, by run, asset, provider and state', async () => {
    await ledger().calls.claim({ ...sampleClaim('c1'), estimatedUsd: 1, claimedAt: 1 });
    await ledger().calls.claim({ ...sampleClaim('c2'), estimatedUsd: 2, claimedAt: 2 });
    await ledger().calls.claim({ ...sampleClaim('c3'), estimatedUsd: 4, claimedAt: 3 });
    await ledger().calls.change({ id: 'c3', claimedAt: 3 }, ['claimed'], { state: 'failed', usd: 0.5 });
    await ledger().calls.claim({ ...sampleClaim('c4'), estimatedUsd: 8, claimedAt: 4 });
    await ledger().calls.change({ id: 'c4', claimedAt: 4 }, ['claimed'], { state: 'refused' });
    await ledger().calls.claim({
      ...sampleClaim('c5'),
      run: 'b-1',
      asset: 'bat',
      provider: 'other',
      estimatedUsd: 1,
      claimedAt: 5,
    });
    const slime = { run: 'a-1', asset: 'slime', provider: 'painter' };
    const held = { ...slime, state: 'claimed', calls: 2, usd: 3 };
    const lost = { ...slime, state: 'failed', calls: 1, usd: 0.5 };
    const bat = { run: 'b-1', asset: 'bat', provider: 'other', state: 'claimed', calls: 1, usd: 1 };
    expect(await ledger().calls.spending({})).toEqual([held, lost, bat]);
    expect(await ledger().calls.spending({ run: 'a-1' })).toEqual([held, lost]);
    expect(await ledger().calls.spending({ since: 2 })).toEqual([{ ...held, calls: 1, usd: 2 }, lost, bat]);
    expect(await ledger().calls.spending({ run: 'b-1', since: 6 })).toEqual([]);
  });

  test('gives refused calls their money back, and lets free calls pass any cap', async () => {
    const caps = { runUsd: 1, dayUsd: 1, dayStartsAt: 0 };
    await ledger().calls.claim({ ...sampleClaim('c1'), estimatedUsd: 1, caps });
    await ledger().calls.change(sampleClaim('c1'), ['claimed'], { state: 'refused' });
    expect(await ledger().calls.claim({ ...sampleClaim('c2'), estimatedUsd: 1, caps })).toMatchObject({
      outcome: 'claimed',
    });
    expect(await ledger().calls.claim({ ...sampleClaim('free'), estimatedUsd: 0, caps })).toMatchObject({
      outcome: 'claimed',
    });
  });
}

/** A call that costs nothing, of the run `a-1`. */
export function sampleClaim(id: string): CallClaim {
  return {
    id,
    run: 'a-1',
    asset: 'slime',
    provider: 'painter',
    owner: 'p',
    estimatedUsd: 0,
    claimedAt: 1,
    caps: { dayStartsAt: 0 },
  };
}
