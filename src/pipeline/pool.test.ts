import { expect, test } from 'vitest';
import { workThrough } from './pool.ts';

test('has at most so many items under way, and does them all', async () => {
  let [active, most] = [0, 0];
  const done: number[] = [];
  await workThrough([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    active += 1;
    most = Math.max(most, active);
    await new Promise((resolve) => setTimeout(resolve, 1));
    active -= 1;
    done.push(item);
  });
  expect(most).toBe(3);
  expect(done.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('starts nothing new after a failure, and throws it when the others have ended', async () => {
  const started: number[] = [];
  let ended = 0;
  const working = workThrough([1, 2, 3, 4], 2, async (item) => {
    started.push(item);
    if (item === 1) throw new Error('first');
    await new Promise((resolve) => setTimeout(resolve, 5));
    ended += 1;
  });
  await expect(working).rejects.toThrow('first');
  expect(started).toEqual([1, 2]);
  expect(ended).toBe(1);
});

test('takes items only as it gets to them', async () => {
  let taken = 0;
  function* items(): Generator<number> {
    for (;;) yield (taken += 1);
  }
  await expect(
    workThrough(items(), 1, async (item) => {
      if (item === 3) throw new Error('enough');
    }),
  ).rejects.toThrow('enough');
  expect(taken).toBe(3);
});
