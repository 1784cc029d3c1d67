import { expect, test } from 'vitest';
import { RateGate } from './rate-limit.ts';

test('the window slides: who comes after it is let in', () => {
  const gate = new RateGate({ run: { per10s: 2 } });
  expect([gate.enter('run', 0), gate.enter('run', 4000)].map((entry) => typeof entry)).toEqual([
    'function',
    'function',
  ]);
  expect(gate.enter('run', 5000)).toEqual({ retryAfterSeconds: 5 });
  expect(typeof gate.enter('run', 10_000)).toBe('function');
  expect(gate.enter('run', 10_001)).toEqual({ retryAfterSeconds: 4 });
});

test('as many as allowed are under way at once', () => {
  const gate = new RateGate({ run: { per10s: 100, concurrent: 1 } });
  const leave = gate.enter('run', 0);
  expect(gate.enter('run', 1)).toEqual({ retryAfterSeconds: 1 });
  if (typeof leave === 'function') leave();
  expect(typeof gate.enter('run', 2)).toBe('function');
});

test('operations without a limit are free', () => {
  const gate = new RateGate({ run: { per10s: 0 } });
  expect(typeof gate.enter('health', 0)).toBe('function');
  expect(gate.enter('run', 0)).toEqual({ retryAfterSeconds: 10 });
});
