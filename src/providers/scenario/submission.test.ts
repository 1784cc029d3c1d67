import { expect, test } from 'vitest';
import { createCrowd } from './busy.ts';
import { DEFAULT_TIMEOUTS } from './options.ts';
import { readRemoteJob } from './remote-job.ts';
import { sendPaid } from './submission.ts';

const { signal } = new AbortController();
const BUSY = { status: 429, text: '', body: { reason: 'too many', details: { actionLimit: 1 } } };

/** Sends at a service that is busy so many times; the clock moves only in pauses. */
async function send({ busyTimes, startedAt = 0 }: { readonly busyTimes: number; readonly startedAt?: number }) {
  const job = readRemoteJob({ jobId: 'job_1' });
  if (!job) throw new Error('no job');
  const seen = { now: 100_000, sent: 0, announced: 0 };
  const crowd = createCrowd(4, () => seen.now);
  const sending = {
    provider: 'scenario',
    api: { generate: async () => ((seen.sent += 1) <= busyTimes ? BUSY : { job }) },
    crowd,
    timeouts: DEFAULT_TIMEOUTS,
    now: () => seen.now,
    sleep: async (ms: number) => void (seen.now += ms),
  };
  const beforeSend = async (): Promise<void> => void (seen.announced += 1);
  const began = seen.now - startedAt;
  const outcome = await sendPaid({ path: '/x', body: {}, beforeSend, startedAt: began }, sending, signal).catch(
    (error: unknown) => error,
  );
  return { outcome, ...seen, limit: crowd.limit(), tookMs: seen.now - began };
}

test('a 429 is waited out, each request is announced, and fewer are sent from then on', async () => {
  const { outcome, sent, announced, limit } = await send({ busyTimes: 2 });
  expect(outcome).toMatchObject({ job: { id: 'job_1' } });
  expect([sent, announced, limit]).toEqual([3, 3, 1]);
});

test('a service that stays busy is left before anybody takes the sender for dead', async () => {
  const { outcome, tookMs } = await send({ busyTimes: 1000 });
  expect(outcome).toMatchObject({ refused: true, retryable: true });
  expect(tookMs + DEFAULT_TIMEOUTS.submitMs).toBeLessThan(120_000);
});

test('after an upload that took too long nothing is sent', async () => {
  const { outcome, sent } = await send({ busyTimes: 0, startedAt: 80_000 });
  expect(outcome).toMatchObject({ refused: true, retryable: true });
  expect(sent).toBe(0);
});
