import { describe, expect, test } from 'vitest';
import { LimnerError } from '../../errors.ts';
import { countArrivals } from './arrivals.ts';
import type { RunpodClient } from './client.ts';
import { type RemoteJob, readHealth } from './remote-job.ts';

const { signal } = new AbortController();
type Fate = 'taken' | 'lost-after' | 'lost-before' | 'refused';

/** An endpoint that counts what arrives, and loses answers on the way as it is told. */
function scene() {
  const jobs = new Map<string, RemoteJob>();
  const time = { now: 0 };
  let foreign = 0;
  let health: unknown;
  const during: (() => void)[] = [];
  const arrive = (id: string, status = 'IN_QUEUE'): RemoteJob => {
    const job = { id, status };
    jobs.set(id, job);
    return job;
  };
  const client: RunpodClient = {
    async run(_call, fate) {
      if (fate === 'refused') throw new LimnerError('LIMNER_CALL_FAILED', 'busy', { refused: true });
      if (fate === 'lost-before') throw new LimnerError('LIMNER_CALL_FAILED', 'cut');
      const job = arrive(`job-${jobs.size}`);
      if (fate === 'lost-after') throw new LimnerError('LIMNER_CALL_FAILED', 'cut');
      return job;
    },
    status: async (id) => jobs.get(id),
    waitFor: async (id) => jobs.get(id),
    cancel: async (id) => {
      jobs.delete(id);
      return undefined;
    },
    retry: async () => false,
    health: async () => {
      if (health !== undefined) return readHealth(health);
      const count = (...states: string[]) => [...jobs.values()].filter(({ status }) => states.includes(status)).length;
      const workers = { idle: 0, running: 0, initializing: 0, ready: 0, throttled: 0, unhealthy: 0 };
      return {
        jobs: { inQueue: count('IN_QUEUE') + foreign, inProgress: 0, ended: 40 + count('COMPLETED', 'FAILED') },
        isWhole: true,
        workers,
      };
    },
    download: async () => new Uint8Array(),
  };
  const sleep = async (ms: number): Promise<void> => {
    time.now += ms;
    for (const happens of during.splice(0)) happens();
  };
  const arrivals = countArrivals(client, { now: () => time.now, sleep, settleMs: 5000 });
  const send = async (call: string, fate: Fate): Promise<string> => {
    const job = await arrivals.client.run(call, fate, signal).catch(() => undefined);
    return job?.id ?? '';
  };
  const end = async (id: string, status = 'COMPLETED'): Promise<void> => {
    arrive(id, status);
    await arrivals.client.status(id, signal);
  };
  return {
    arrivals,
    send,
    end,
    time,
    jobs,
    arrive,
    during,
    sayOfHealth: (body: unknown) => void (health = body),
    addForeign: (count: number) => void (foreign += count),
    neverArrived: (call: string) => arrivals.neverArrived(call, signal),
  };
}

describe('a lost submission', () => {
  test('never arrived when the endpoint has counted nothing but what was answered', async () => {
    const { send, end, neverArrived } = scene();
    const first = await send('a', 'taken');
    await send('b', 'taken');
    await end(first);
    await send('c', 'refused');
    await send('lost', 'lost-before');
    expect(await neverArrived('lost')).toBe(true);
    await send('d', 'taken');
    await send('lost', 'lost-before');
    expect(await neverArrived('lost')).toBe(true);
  });

  test.each(['IN_QUEUE', 'COMPLETED', 'FAILED'])(
    'may run when the endpoint has one more that is %s',
    async (status) => {
      const { send, neverArrived, arrive } = scene();
      await send('a', 'taken');
      await send('lost', 'lost-after');
      arrive('job-1', status);
      expect(await neverArrived('lost')).toBe(false);
      // Nor is it forgotten what was not known then.
      expect(await neverArrived('lost')).toBe(false);
    },
  );

  test('may be counted late', async () => {
    const { send, neverArrived, arrive, during } = scene();
    await send('a', 'taken');
    await send('lost', 'lost-before');
    during.push(() => void arrive('late'));
    expect(await neverArrived('lost')).toBe(false);
  });

  test('is no proof when something has left the counters', async () => {
    for (const leaves of ['CANCELLED', 'TIMED_OUT', 'gone'] as const) {
      const { send, neverArrived, arrive, arrivals, jobs } = scene();
      const id = await send('a', 'taken');
      await send('lost', 'lost-after');
      // It has run meanwhile: nobody is at work, and one more has ended in the place of the one that left.
      arrive('job-1', 'COMPLETED');
      if (leaves === 'gone') jobs.delete(id);
      else arrive(id, leaves);
      await arrivals.client.status(id, signal);
      expect(await neverArrived('lost')).toBe(false);
    }
  });

  test('is no proof after a cancellation of ours', async () => {
    const { send, neverArrived, arrivals, arrive } = scene();
    const id = await send('a', 'taken');
    await send('lost', 'lost-after');
    arrive('job-1', 'COMPLETED');
    await arrivals.client.cancel(id, signal);
    expect(await neverArrived('lost')).toBe(false);
  });

  test('is no proof while others are at work, nor when the first count is old', async () => {
    const shared = scene();
    shared.addForeign(1);
    await shared.send('a', 'taken');
    await shared.send('lost', 'lost-after');
    shared.arrive('job-1', 'COMPLETED');
    shared.addForeign(-1);
    expect(await shared.neverArrived('lost')).toBe(false);
    const late = scene();
    await late.send('a', 'taken');
    await late.send('lost', 'lost-before');
    late.time.now += 10 * 60_000;
    expect(await late.neverArrived('lost')).toBe(false);
  });

  test.each([{}, '<html>Sign in</html>', { jobs: {} }, { jobs: { inQueue: 0, inProgress: 0 }, workers: { idle: 1 } }])(
    'is no proof when the endpoint does not count: %j',
    async (body) => {
      const { send, neverArrived, sayOfHealth } = scene();
      sayOfHealth(body);
      await send('lost', 'lost-after');
      expect(await neverArrived('lost')).toBe(false);
    },
  );

  test('of another process is unknown here', async () => {
    expect(await scene().neverArrived('somebody-elses')).toBe(false);
  });

  test('holds others back until its fate is known', async () => {
    const { send, neverArrived, during, jobs } = scene();
    await send('a', 'taken');
    await send('lost', 'lost-before');
    let other: Promise<string> | undefined;
    during.push(() => void (other = send('b', 'taken')));
    expect(await neverArrived('lost')).toBe(true);
    await other;
    expect(jobs.size).toBe(2);
  });

  test('is judged by itself: one that arrived speaks against none that comes after it', async () => {
    const { send, neverArrived } = scene();
    await send('a', 'taken');
    await send('arrived', 'lost-after');
    await send('lost', 'lost-before');
    expect(await neverArrived('lost')).toBe(true);
    expect(await neverArrived('arrived')).toBe(false);
  });

  test('is not made unprovable by what is asked of other jobs meanwhile', async () => {
    const { send, neverArrived, during, arrivals } = scene();
    await send('a', 'taken');
    await send('lost', 'lost-before');
    let asked: Promise<unknown> | undefined;
    during.push(() => void (asked = arrivals.client.status('of-long-ago', signal)));
    expect(await neverArrived('lost')).toBe(true);
    expect(await asked).toBeUndefined();
  });
});
