import { expect, test } from 'vitest';
import { createLimiter } from './limiter.ts';

function jobs() {
  const ends: (() => void)[] = [];
  const started: number[] = [];
  const job = (id: number) => () => {
    started.push(id);
    return new Promise<number>((resolve) => ends.push(() => resolve(id)));
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve, 1));
  return { started, ends, job, settle };
}

test('lets so many be under way at once, in the order they came', async () => {
  const { started, ends, job, settle } = jobs();
  const limiter = createLimiter(2);
  const results = [1, 2, 3].map((id) => limiter.run(job(id)));
  await settle();
  expect(started).toEqual([1, 2]);
  ends[1]?.();
  await settle();
  expect(started).toEqual([1, 2, 3]);
  for (const end of ends) end();
  expect(await Promise.all(results)).toEqual([1, 2, 3]);
});

test('gives the turn on when the work fails', async () => {
  const limiter = createLimiter(1);
  const failing = limiter.run(() => Promise.reject(new Error('no')));
  const next = limiter.run(async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
});

test('starts more at once when the limit grows, and none until it is kept when it shrinks', async () => {
  const { started, ends, job, settle } = jobs();
  const limiter = createLimiter(1);
  const results = [1, 2, 3, 4].map((id) => limiter.run(job(id)));
  limiter.limit = 3;
  await settle();
  expect(started).toEqual([1, 2, 3]);
  limiter.limit = 1;
  ends[0]?.();
  ends[1]?.();
  await settle();
  expect(started).toEqual([1, 2, 3]);
  ends[2]?.();
  await settle();
  expect(started).toEqual([1, 2, 3, 4]);
  ends[3]?.();
  await Promise.all(results);
});

test('lets one work at a time when a limit makes no sense', async () => {
  expect(await createLimiter(0).run(async () => 'done')).toBe('done');
});
