import { array, assert, integer, nat, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Rates, createBill, mostUsd, secondsWithin } from './bill.ts';
import type { RemoteJob } from './remote-job.ts';

/** A dollar a second, so that dollars are seconds. */
const RATES: Rates = { usdPerSecond: 1, coldStartSeconds: 30, idleSeconds: 5 };
const LIMIT_MS = 60_000;

function scene() {
  const time = { now: 1_000_000 };
  const bill = createBill(RATES, () => time.now);
  let count = 0;
  /** A job that ends at this second of the scene. */
  const end = (atSeconds: number, job: Partial<RemoteJob> = {}): number => {
    time.now = 1_000_000 + atSeconds * 1000;
    count += 1;
    return bill.charge(
      { id: `job-${count}`, status: 'COMPLETED', delayMs: 100_000, executionMs: 4000, workerId: 'w', ...job },
      LIMIT_MS,
    ).usd;
  };
  return { bill, end, time };
}

describe('a job', () => {
  test('that is the first of its worker pays for its start, its idle tail and the rounding', () => {
    expect(scene().end(10)).toBe(4 + 30 + 5 + 1);
    expect(scene().end(10, { delayMs: 2000 })).toBe(4 + 2 + 5 + 1);
  });

  test('that follows another pays for the time since, up to the idle time', () => {
    const { end } = scene();
    end(10);
    expect(end(14)).toBe(4);
    expect(end(20)).toBe(4 + 2);
    expect(end(30), 'the worker had stopped meanwhile').toBe(4 + 30 + 5 + 1);
    expect(end(30, { workerId: 'another' })).toBe(4 + 30 + 5 + 1);
  });

  test('costs the same however often it is looked at', () => {
    const { bill, time } = scene();
    const job = { id: 'j', status: 'COMPLETED', executionMs: 4000, workerId: 'w' };
    const usd = bill.charge(job, LIMIT_MS).usd;
    time.now += 60_000;
    expect(bill.charge(job, LIMIT_MS).usd).toBe(usd);
  });

  test('that failed is paid for like any other', () => {
    expect(scene().end(10, { status: 'FAILED' })).toBe(4 + 30 + 5 + 1);
  });

  test('that says nothing of its time may have run until it was stopped', () => {
    const { bill } = scene();
    expect(bill.charge({ id: 'j', status: 'TIMED_OUT' }, LIMIT_MS).usd).toBe(60 + 30 + 5 + 1);
    expect(bill.charge({ id: 'k', status: 'FAILED', delayMs: 1000 }, LIMIT_MS).usd).toBe(60 + 1 + 5 + 1);
  });

  test('that nobody took costs nothing', () => {
    expect(scene().bill.charge({ id: 'j', status: 'CANCELLED' }, LIMIT_MS).usd).toBe(0);
  });
});

const Jobs = array(
  record({ worker: nat(3), waits: integer({ min: 0, max: 9000 }), runs: integer({ min: 1, max: 20_000 }) }),
);

test('jobs together pay at least what their workers are billed for, and none more than was held back for it', () => {
  assert(
    property(Jobs, (jobs) => {
      let now = 0;
      const bill = createBill(RATES, () => now);
      const workers = new Map<number, { billedMs: number; endedAt: number }>();
      let paid = 0;
      jobs.forEach(({ worker, waits, runs }, index) => {
        const before = workers.get(worker);
        const isWarm = before !== undefined && waits <= RATES.idleSeconds * 1000;
        const startedAt = before === undefined ? waits : before.endedAt + waits;
        now = startedAt + runs;
        const beside = isWarm ? waits : (RATES.coldStartSeconds + RATES.idleSeconds) * 1000 + 999;
        workers.set(worker, { billedMs: (before?.billedMs ?? 0) + beside + runs, endedAt: now });
        const { usd, standbyUsd, isFirst } = bill.charge(
          { id: `${index}`, status: 'COMPLETED', executionMs: runs, workerId: `${worker}` },
          LIMIT_MS,
        );
        expect(usd).toBeLessThanOrEqual(mostUsd(runs / 1000, RATES) + 1e-9);
        expect(standbyUsd).toBeCloseTo(usd - runs / 1000, 9);
        expect(isFirst).toBe(!isWarm);
        paid += usd;
      });
      const billed = [...workers.values()].reduce((sum, { billedMs }) => sum + billedMs / 1000, 0);
      expect(paid).toBeGreaterThanOrEqual(billed - 1e-6);
    }),
  );
});

describe('a probe', () => {
  const probe: RemoteJob = { id: 'p', status: 'FAILED', delayMs: 9000, executionMs: 500, workerId: 'w' };

  test('is paid for by the next call, which finds its worker awake', () => {
    const { bill, end } = scene();
    bill.carry(probe);
    expect(end(4, { delayMs: 10 })).toBe(4 + (9 + 0.5 + 5 + 1));
    expect(end(8)).toBe(4);
  });

  test('never makes a call dearer than what was held back for it', () => {
    const { bill, end } = scene();
    for (let n = 0; n < 9; n += 1) bill.carry({ ...probe, id: `${n}`, workerId: `${n}` });
    const most = mostUsd(LIMIT_MS / 1000, RATES);
    expect([end(4), end(8)]).toEqual([most, 9 * 15.5 + 44 - most]);
  });

  test('waits for a call that costs something', () => {
    const { bill, end } = scene();
    bill.carry(probe);
    expect(bill.charge({ id: 'j', status: 'CANCELLED' }, LIMIT_MS).usd).toBe(0);
    expect(end(4)).toBeGreaterThan(15);
  });
});

test('what is held back says how long a job may run', () => {
  expect(secondsWithin(mostUsd(17, RATES), RATES)).toBeCloseTo(17, 9);
  expect(secondsWithin(1, { ...RATES, usdPerSecond: 0 })).toBe(Infinity);
});
