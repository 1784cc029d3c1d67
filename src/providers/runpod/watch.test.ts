import { expect, test } from 'vitest';
import type { RemoteJob } from './remote-job.ts';
import { createWatch } from './watch.ts';

const { signal } = new AbortController();

/** A service that takes `takesMs` for a job; its clock moves with the questions and the pauses. */
function scene({
  takesMs,
  longPoll,
}: {
  readonly takesMs: number;
  readonly longPoll: 'holds' | 'answers' | 'missing';
}) {
  const time = { now: 0 };
  const asked: string[] = [];
  const job = (): RemoteJob => ({ id: 'a', status: time.now >= takesMs ? 'COMPLETED' : 'IN_PROGRESS' });
  const client = {
    status: async () => {
      asked.push('status');
      time.now += 20;
      return job();
    },
    waitFor: async (_id: string, waitMs: number) => {
      asked.push('wait');
      if (longPoll === 'missing') return undefined;
      time.now += longPoll === 'holds' ? Math.min(waitMs, Math.max(20, takesMs - time.now)) : 20;
      return job();
    },
  };
  const sleep = async (ms: number): Promise<void> => void (time.now += ms);
  const watch = createWatch({ client, now: () => time.now, sleep });
  const follow = async (): Promise<string> => {
    for (;;) {
      const sight = await watch.look('a', 600_000, signal);
      if (sight.job === 'gone') return 'gone';
      if (sight.hasEnded) return sight.job.status;
      await watch.rest(sight.lookAgainMs, signal);
    }
  };
  return { follow, asked, time };
}

test('a long poll needs a question or two a job', async () => {
  const quick = scene({ takesMs: 4000, longPoll: 'holds' });
  expect(await quick.follow()).toBe('COMPLETED');
  expect(quick.asked).toEqual(['wait']);
  const slow = scene({ takesMs: 60_000, longPoll: 'holds' });
  await slow.follow();
  expect(slow.asked).toHaveLength(3);
});

test.each(['answers', 'missing'] as const)(
  'a service whose long poll %s is asked again and again, with pauses',
  async (longPoll) => {
    const at = scene({ takesMs: 30_000, longPoll });
    expect(await at.follow()).toBe('COMPLETED');
    expect(at.asked.filter((what) => what === 'wait').length).toBeLessThanOrEqual(2);
    expect(at.asked.length).toBeLessThan(16);
    // Found out soon after it had ended all the same.
    expect(at.time.now).toBeLessThan(36_000);
  },
);

test('a job is gone once the service has said so three times', async () => {
  let asked = 0;
  const lost = (comesBackAt: number) => async (): Promise<RemoteJob | undefined> => {
    asked += 1;
    return asked >= comesBackAt ? { id: 'a', status: 'COMPLETED' } : undefined;
  };
  const watchOf = (comesBackAt: number) => {
    asked = 0;
    const client = { status: lost(comesBackAt), waitFor: lost(comesBackAt) };
    return createWatch({ client, now: () => 0, sleep: async () => undefined });
  };
  expect(await watchOf(99).look('a', 1000, signal)).toEqual({ job: 'gone' });
  expect(asked).toBe(4);
  expect(await watchOf(4).look('a', 1000, signal)).toMatchObject({ hasEnded: true });
});
