import { expect, test } from 'vitest';
import { createPace } from './pace.ts';

test('complaints halve the jobs, calm gives them back', () => {
  const time = { now: 0 };
  const pace = createPace(() => time.now);
  expect(pace.limit(12)).toBe(12);
  pace.busy();
  pace.busy();
  expect(pace.limit(12)).toBe(6);
  time.now += 2000;
  pace.busy();
  expect([pace.limit(12), pace.limit(1)]).toEqual([3, 1]);
  time.now += 2000;
  pace.busy();
  expect(pace.limit(12)).toBe(3);
  time.now += 10_000;
  expect(pace.limit(12)).toBe(6);
  time.now += 60_000;
  expect(pace.limit(12)).toBe(12);
});
