import { expect, test } from 'vitest';
import { holdTime } from '../../testing/held-time.ts';
import { RunpodRig, WORKFLOW } from '../../testing/runpod-rig.ts';

test('an endpoint starts with no worker and starts as many as it needs and may', async () => {
  using time = holdTime();
  await using rig = await RunpodRig.start({ workersMax: 2, coldStartMs: 5, executionMs: 50 });
  expect((await rig.call('GET', 'health')).json).toMatchObject({ workers: { ready: 0, initializing: 0 } });
  const ids = await Promise.all([1, 2, 3, 4].map(() => rig.run()));
  await time.pass(5);
  expect((await rig.call('GET', 'health')).json).toMatchObject({ jobs: { inProgress: 2, inQueue: 2 } });
  await time.pass(100);
  const ends = await Promise.all(ids.map((id) => rig.end(id)));
  expect(new Set(ends.map(({ json }) => json['workerId'])).size).toBe(2);
  expect(rig.engines).toHaveLength(2);
});

test('a cold start is part of the delay', async () => {
  using time = holdTime();
  await using rig = await RunpodRig.start({ coldStartMs: 400 });
  const cold = await rig.run();
  await time.pass(400);
  expect((await rig.end(cold)).json['delayTime']).toBe(400);
  const warm = await rig.run();
  await time.pass(1);
  expect((await rig.end(warm)).json['delayTime']).toBe(0);
});

test('a worker has one job at a time', async () => {
  using time = holdTime();
  await using rig = await RunpodRig.start({ workersMax: 1, coldStartMs: 5, executionMs: 60 });
  const [first, second] = [await rig.run(), await rig.run()];
  await time.pass(64);
  expect((await rig.call('GET', 'health')).json).toMatchObject({ jobs: { inProgress: 1, inQueue: 1 } });
  await time.pass(61);
  const { json: before } = await rig.end(first);
  const { json: after } = await rig.end(second);
  expect(before).toMatchObject({ status: 'COMPLETED', delayTime: 5, executionTime: 60 });
  expect(after).toMatchObject({ status: 'COMPLETED', delayTime: 65, workerId: before['workerId'] });
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
  using time = holdTime();
  await using rig = await RunpodRig.start({ coldStartMs: 100, idleTimeoutMs: 1500 });
  const billed = (): number => rig.server.admin.counters().total.billedSeconds;
  const id = await rig.run();
  await time.pass(1599);
  expect((await rig.end(id)).json['status']).toBe('COMPLETED');
  expect([rig.engines[0]?.isStopped, billed()]).toEqual([false, 2]);
  await time.pass(60_000);
  expect([rig.engines[0]?.isStopped, billed()]).toEqual([true, 2]);
  expect((await rig.call('GET', 'health')).json).toMatchObject({ workers: { ready: 0 } });
  await rig.run();
  await time.pass(100);
  expect(rig.engines).toHaveLength(2);
  expect(billed()).toBe(3);
});

test('a worker bills its cold start, its executions and its idle tail', async () => {
  using time = holdTime();
  await using rig = await RunpodRig.start({
    coldStartMs: 400,
    executionMs: 400,
    idleTimeoutMs: 400,
    usdPerGpuSecond: 0.25,
  });
  await rig.run();
  await time.pass(800);
  expect(rig.server.admin.counters().total).toMatchObject({ executions: 1, billedSeconds: 1 });
  await time.pass(400);
  expect(rig.engines[0]?.isStopped).toBe(true);
  expect(rig.server.admin.counters().total).toMatchObject({ executions: 1, billedSeconds: 2, usd: 0.5 });
});

test('a slow start by a fault is billed like any other', async () => {
  using time = holdTime();
  await using rig = await RunpodRig.start({ coldStartMs: 1 });
  const id = await rig.run('cold-start=1200');
  await time.pass(1201);
  expect((await rig.end(id)).json['status']).toBe('COMPLETED');
  // One second for the worker that was replaced, and two for the one that took so long.
  expect(rig.server.admin.counters().total.billedSeconds).toBe(3);
});

test('workers that are always kept are there before the first job and stay', async () => {
  using time = holdTime();
  await using rig = await RunpodRig.start({ workersMin: 1, coldStartMs: 5, idleTimeoutMs: 10 });
  await time.pass(5);
  expect((await rig.call('GET', 'health')).json).toMatchObject({ workers: { idle: 1 } });
  await time.pass(60_000);
  const id = await rig.run();
  await time.pass(1);
  expect((await rig.end(id)).json['delayTime']).toBe(0);
  expect(rig.engines).toHaveLength(1);
});

test('with no worker allowed a job waits for ever', async () => {
  using time = holdTime();
  await using rig = await RunpodRig.start({ workersMax: 0 });
  const id = await rig.run();
  await time.pass(3_600_000);
  expect((await rig.call('GET', `status/${id}`)).json).toEqual({ id, status: 'IN_QUEUE' });
});

test('a job of low priority starts no worker but takes one that is there', async () => {
  using time = holdTime();
  await using rig = await RunpodRig.start();
  const low = await rig.run(undefined, { workflow: WORKFLOW }, { lowPriority: true });
  await time.pass(3_600_000);
  expect((await rig.call('GET', `status/${low}`)).json['status']).toBe('IN_QUEUE');
  await rig.run();
  await time.pass(1000);
  expect((await rig.end(low)).json['status']).toBe('COMPLETED');
});
