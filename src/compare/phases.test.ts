import { array, assert, integer, option, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallRow } from '../ledger/ledger.ts';
import type { CallResult } from '../pipeline/call.ts';
import { phasesOf } from './phases.ts';

function call(times: Partial<CallRow>, result: Partial<CallResult> = {}): CallRow {
  const row = { id: 'c', run: 'r', asset: 'a', provider: 'p', owner: '', estimatedUsd: 0, state: 'done' } as const;
  return { ...row, claimedAt: 0, polls: 1, attempts: 1, result: { images: [], warnings: [], ...result }, ...times };
}

describe('the phases of an asset', () => {
  test('are all its own where no service was asked', () => {
    expect(phasesOf({ timings: { guideMs: 2, paintMs: 30, storeMs: 1 } }, [])).toEqual({ ownMs: 33, totalMs: 33 });
  });

  test('are told by the service where it tells them', () => {
    const timing = { seconds: 4, queueMs: 0, coldMs: 20_000 };
    const row = call({ submittedAt: 500, finishedAt: 25_000 }, { timing });
    const timings = { guideMs: 10, paintMs: 25_000, finishMs: 40, checkMs: 5, storeMs: 5 };
    expect(phasesOf({ timings }, [row])).toEqual({
      queueMs: 0,
      coldMs: 20_000,
      runMs: 4000,
      transferMs: 1000,
      ownMs: 60,
      totalMs: 25_060,
    });
  });

  test('are told by the service also where one question waits for all of it', () => {
    const [timing, watched] = [
      { seconds: 4.471, queueMs: 7585, coldMs: 0 },
      { queuedMs: 6803, startingMs: 0, fetchMs: 6797 },
    ];
    const row = call({ submittedAt: 0, finishedAt: 12_248 }, { timing, watched });
    expect(phasesOf({ timings: { paintMs: 12_248 } }, [row])).toMatchObject({
      queueMs: 7585,
      runMs: 4471,
      transferMs: 192,
    });
  });

  test('are what polls saw where it does not, and the last poll brought the pictures', () => {
    const watched = { queuedMs: 3000, startingMs: 0, fetchMs: 700 };
    const row = call({ submittedAt: 0, finishedAt: 10_000 }, { watched });
    expect(phasesOf({ timings: { paintMs: 10_000 } }, [row])).toMatchObject({
      queueMs: 3000,
      runMs: 6300,
      transferMs: 700,
    });
  });

  test('of calls one after the other add up, and of calls side by side are counted once', () => {
    const first = call({ submittedAt: 0, finishedAt: 4000 });
    const second = call({ claimedAt: 4000, submittedAt: 4000, finishedAt: 9000 });
    const beside = call({ submittedAt: 1000, finishedAt: 5000 });
    expect(phasesOf({ timings: { paintMs: 9000 } }, [first, second])).toMatchObject({ runMs: 9000, queueMs: 0 });
    expect(phasesOf({ timings: { paintMs: 5000 } }, [first, beside])).toMatchObject({ runMs: 5000, queueMs: 0 });
  });

  test('have what nothing explains as waiting for a turn', () => {
    const row = call({ claimedAt: 2000, submittedAt: 2000, finishedAt: 6000 });
    expect(phasesOf({ timings: { paintMs: 6000 } }, [row])).toMatchObject({ queueMs: 2000, runMs: 4000 });
  });

  test('count cutting out as its own work where no call did it', () => {
    const row = call({ submittedAt: 0, finishedAt: 4000 });
    const later = call({ claimedAt: 4000, submittedAt: 4000, finishedAt: 6000 });
    const timings = { paintMs: 4000, cutMs: 2000 };
    expect(phasesOf({ timings }, [row])).toMatchObject({ runMs: 4000, ownMs: 2000, queueMs: 0 });
    expect(phasesOf({ timings }, [row, later])).toMatchObject({ runMs: 6000, ownMs: 0, queueMs: 0 });
  });

  test('are not known of an asset that was broken off and taken up again', () => {
    const row = call({ submittedAt: 100, finishedAt: 9000 });
    expect(phasesOf({ timings: { guideMs: 1, paintMs: 800, storeMs: 2 } }, [row])).toBeUndefined();
    expect(phasesOf({ timings: { guideMs: 1, paintMs: 0, cutMs: 0, storeMs: 2 } }, [row])).toBeUndefined();
  });

  test('never come to more than the time there was', () => {
    const ms = integer({ min: 0, max: 9000 });
    const phase = { queue: ms, cold: ms, fetch: ms, run: option(ms, { nil: undefined }) };
    const Calls = array(record({ claimed: ms, sent: ms, took: ms, ...phase }), { maxLength: 6 });
    assert(
      property(Calls, (calls) => {
        const rows = calls.map(({ claimed, sent, took, queue, cold, fetch, run }) => {
          const watched = { queuedMs: queue, startingMs: cold, fetchMs: fetch };
          return call(
            { claimedAt: claimed, submittedAt: claimed + sent, finishedAt: claimed + sent + took },
            { watched, ...(run === undefined ? {} : { timing: { seconds: run / 1000 } }) },
          );
        });
        const paintMs = Math.max(0, ...rows.map(({ finishedAt = 0 }) => finishedAt));
        const { totalMs = Number.NaN, ...parts } = phasesOf({ timings: { paintMs } }, rows) ?? {};
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(totalMs);
        expect(Math.min(...Object.values(parts))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
