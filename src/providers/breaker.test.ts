import { expect, test } from 'vitest';
import { LimnerError } from '../errors.ts';
import { createBreaker } from './breaker.ts';

const { signal } = new AbortController();

function scene() {
  const time = { now: 0 };
  const sleep = async (ms: number): Promise<void> => void (time.now += ms);
  const breaker = createBreaker({ provider: 'x', restMs: 1000, now: () => time.now, sleep });
  return { breaker, time };
}

const broken = new LimnerError('LIMNER_WORKER_BROKEN', 'A worker of x has lost its ComfyUI.');
const threw = (id: string) => new LimnerError('LIMNER_CALL_FAILED', `x brought nothing for limner-${id}.`);

test('nothing is sent while broken workers have time to stop, each time for longer', async () => {
  const { breaker, time } = scene();
  for (const rest of [1000, 2000, 4000]) {
    breaker.failed(broken);
    // What had been sent before the rest began says nothing new.
    breaker.failed(broken);
    const from = time.now;
    await breaker.pass(signal);
    expect(time.now - from).toBe(rest);
  }
  breaker.worked();
  breaker.failed(broken);
  expect(breaker.restsMs).toBe(1000);
});

test('workers that stay broken are given up', async () => {
  const { breaker } = scene();
  for (let times = 0; times < 5; times += 1) {
    breaker.failed(broken);
    await breaker.pass(signal);
  }
  breaker.failed(broken);
  await expect(breaker.pass(signal)).rejects.toMatchObject({ code: 'LIMNER_WORKER_BROKEN', refused: true });
  expect(breaker.restsMs).toBeUndefined();
});

test('six failures alike are believed, and doubted by one job every half minute', async () => {
  const { breaker, time } = scene();
  for (const id of ['a1', 'b2', 'c3', 'd4', 'e5']) breaker.failed(threw(id));
  await breaker.pass(signal);
  breaker.failed(threw('f6'));
  await expect(breaker.pass(signal)).rejects.toMatchObject({ code: 'LIMNER_CALL_FAILED', refused: true });
  time.now += 30_000;
  await breaker.pass(signal);
  await expect(breaker.pass(signal)).rejects.toThrow('The last 6 jobs on x failed alike');
  breaker.worked();
  await breaker.pass(signal);
});

test('jobs that vanish together are one failure, those that vanish one after the other are believed', async () => {
  const { breaker, time } = scene();
  const gone = (id: string) => new LimnerError('LIMNER_RESULT_GONE', `x does not know the job limner-${id} any more.`);
  for (let job = 0; job < 100; job += 1) breaker.failed(gone(`a${job}`));
  await breaker.pass(signal);
  for (let job = 0; job < 5; job += 1) {
    time.now += 3000;
    breaker.failed(gone(`b${job}`));
  }
  await expect(breaker.pass(signal)).rejects.toMatchObject({ code: 'LIMNER_RESULT_GONE', refused: true });
});

test('failures of many kinds do not add up', async () => {
  const { breaker } = scene();
  for (let times = 0; times < 20; times += 1) {
    breaker.failed(times % 2 === 0 ? threw('a') : new LimnerError('LIMNER_OUT_OF_MEMORY', 'x ran out of memory.'));
  }
  await breaker.pass(signal);
});

test('an outage that lasts is believed, a short one that meets many at once is not', async () => {
  const { breaker, time } = scene();
  const away = new LimnerError('LIMNER_ENDPOINT_NOT_FOUND', 'x cannot be reached.', { retryable: true, refused: true });
  for (let job = 0; job < 100; job += 1) breaker.notSent(away);
  await breaker.pass(signal);
  for (let times = 1; times < 6; times += 1) {
    time.now += 2000;
    breaker.notSent(away);
  }
  await expect(breaker.pass(signal)).rejects.toMatchObject({
    code: 'LIMNER_ENDPOINT_NOT_FOUND',
    refused: true,
    retryable: false,
  });
});

test('submissions that were refused for reasons of their own stop nobody', async () => {
  const { breaker, time } = scene();
  for (let job = 0; job < 10; job += 1) {
    time.now += 3000;
    breaker.notSent(new LimnerError('LIMNER_TOO_LARGE', 'The request is larger than x takes.', { refused: true }));
    breaker.notSent(new TypeError('fetch failed'));
  }
  await breaker.pass(signal);
});
