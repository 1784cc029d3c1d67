import { expect, test } from 'vitest';
import { RunpodRig, WORKFLOW } from '../../testing/runpod-rig.ts';

test('an endpoint starts with no worker and starts as many as it needs and may', async () => {
  await using rig = await RunpodRig.start({ workersMax: 2, executionMs: 50 });
  expect((await rig.call('GET', 'health')).json).toMatchObject({ workers: { ready: 0, initializing: 0 } });
  const ids = await Promise.all([1, 2, 3, 4].map(() => rig.run()));
  const ends = await Promise.all(ids.map((id) => rig.end(id)));
  expect(new Set(ends.map(({ json }) => json['workerId'])).size).toBe(2);
  expect(rig.engines).toHaveLength(2);
});

test('a cold start is part of the delay', async () => {
  await using rig = await RunpodRig.start({ coldStartMs: 400 });
  const cold = await rig.end(await rig.run());
  expect(cold.json['delayTime']).toBeGreaterThanOrEqual(399);
  expect((await rig.end(await rig.run())).json['delayTime']).toBeLessThan(399);
});

test('a worker has one job at a time', async () => {
  await using rig = await RunpodRig.start({ workersMax: 1, executionMs: 60 });
  const ids = [await rig.run(), await rig.run()];
  const delays = await Promise.all(ids.map(async (id) => Number((await rig.end(id)).json['delayTime'])));
  expect((delays[1] ?? 0) - (delays[0] ?? 0)).toBeGreaterThan(40);
});

test('a warm worker keeps its files: a job finds what an earlier one uploaded', async () => {
  await using rig = await RunpodRig.start({ workersMax: 1 });
  const images = [{ name: 'guide.png', image: 'QUJD' }];
  await rig.end(await rig.run(undefined, { workflow: WORKFLOW, images }));
  const { json } = await rig.end(await rig.run());
  expect(rig.engines).toHaveLength(1);
  expect(rig.engines[0]?.uploads.has('guide.png')).toBe(true);
  expect(JSON.stringify(json['output'])).toContain('slime_00003_.png');
});

test('an idle worker stops, and is paid for until then', async () => {
  await using rig = await RunpodRig.start({ idleTimeoutMs: 30 });
  await rig.end(await rig.run());
  await expect.poll(() => rig.engines[0]?.isStopped).toBe(true);
  expect((await rig.call('GET', 'health')).json).toMatchObject({ workers: { ready: 0 } });
  await rig.end(await rig.run());
  expect(rig.engines).toHaveLength(2);
  expect(rig.server.admin.counters().total.billedSeconds).toBe(2);
});

test('a worker bills its cold start, its executions and its idle tail', async () => {
  await using rig = await RunpodRig.start({
    coldStartMs: 400,
    executionMs: 400,
    idleTimeoutMs: 400,
    usdPerGpuSecond: 0.25,
  });
  await rig.end(await rig.run());
  await expect.poll(() => rig.engines[0]?.isStopped).toBe(true);
  expect(rig.server.admin.counters().total).toMatchObject({ executions: 1, billedSeconds: 2, usd: 0.5 });
});

test('a slow start by a fault is billed like any other', async () => {
  await using rig = await RunpodRig.start({ coldStartMs: 1 });
  await rig.end(await rig.run('cold-start=1200'));
  // One second for the worker that was replaced, and two for the one that took so long.
  expect(rig.server.admin.counters().total.billedSeconds).toBe(3);
});

test('workers that are always kept are there before the first job and stay', async () => {
  await using rig = await RunpodRig.start({ workersMin: 1, idleTimeoutMs: 10 });
  await expect
    .poll(() => rig.call('GET', 'health'), { interval: 20 })
    .toMatchObject({ json: { workers: { idle: 1 } } });
  await new Promise((resolve) => setTimeout(resolve, 40));
  await rig.end(await rig.run());
  expect(rig.engines).toHaveLength(1);
});

test('with no worker allowed a job waits for ever', async () => {
  await using rig = await RunpodRig.start({ workersMax: 0 });
  const id = await rig.run();
  expect((await rig.call('GET', `status-sync/${id}?wait=50`)).json).toEqual({ id, status: 'IN_QUEUE' });
});

test('a job of low priority starts no worker but takes one that is there', async () => {
  await using rig = await RunpodRig.start();
  const low = await rig.run(undefined, { workflow: WORKFLOW }, { lowPriority: true });
  expect((await rig.call('GET', `status-sync/${low}?wait=50`)).json['status']).toBe('IN_QUEUE');
  await rig.end(await rig.run());
  expect((await rig.end(low)).json['status']).toBe('COMPLETED');
});
