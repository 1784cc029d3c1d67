import { expect, test } from 'vitest';
import type { JobState } from '../providers/provider.ts';
import { watchPhases } from './watch-phases.ts';

test('what a question answers holds until the next one, and the last brings the pictures', async () => {
  let now = 0;
  const { ask, watched } = watchPhases({ now: () => now, sleep: async () => undefined });
  const look = (at: number, phase: 'queued' | 'starting' | 'running', tookMs = 10): Promise<JobState> =>
    ask(async () => {
      now = at + tookMs;
      return { phase, pollAfterMs: 0 };
    });
  await look(0, 'queued');
  await look(1000, 'starting');
  await look(4000, 'running');
  now = 9000;
  await look(9000, 'running', 250);
  expect(watched()).toEqual({ queuedMs: 1000, startingMs: 3000, fetchMs: 250 });
});
