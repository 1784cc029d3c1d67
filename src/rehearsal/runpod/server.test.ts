import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { holdTime } from '../../testing/held-time.ts';
import { RunpodRig, WORKFLOW } from '../../testing/runpod-rig.ts';

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

describe('a job in each of its states has exactly the keys that the platform sends', () => {
  test('submitted', async () => {
    await using rig = await RunpodRig.start();
    const { status, json } = await rig.call('POST', 'run', { body: { input: { workflow: WORKFLOW } } });
    expect(status).toBe(200);
    expect(json).toEqual({ id: expect.stringMatching(new RegExp(`^${UUID}-u1$`)), status: 'IN_QUEUE' });
    await rig.end(String(json['id']));
    const warm = await rig.call('POST', 'run', { body: { input: { workflow: WORKFLOW } } });
    expect(warm.json['status']).toBe('IN_QUEUE');
  });

  test('waiting, in progress, completed', async () => {
    using time = holdTime();
    await using rig = await RunpodRig.start({ workersMax: 1, coldStartMs: 5, executionMs: 400 });
    const [first, second] = [await rig.run(), await rig.run()];
    await time.pass(5);
    expect(await rig.call('GET', `status/${second}`)).toMatchObject({ json: { id: second, status: 'IN_QUEUE' } });
    const { json: running } = await rig.call('GET', `status/${first}`);
    expect(running).toEqual({ delayTime: 5, id: first, status: 'IN_PROGRESS' });
    await time.pass(400);
    const { json } = await rig.end(first);
    expect(json).toEqual({
      delayTime: 5,
      executionTime: 400,
      id: first,
      output: { images: [expect.objectContaining({ filename: 'slime_00001_.png' }), expect.anything()] },
      status: 'COMPLETED',
      workerId: expect.stringMatching(/^[a-z0-9]{14}$/),
    });
  });

  test('failed with and without output', async () => {
    await using rig = await RunpodRig.start();
    const times = { delayTime: expect.any(Number), executionTime: expect.any(Number), workerId: expect.any(String) };
    const bad = await rig.run(undefined, {});
    expect((await rig.end(bad)).json).toEqual({
      ...times,
      id: bad,
      status: 'FAILED',
      error: "Missing 'workflow' parameter",
    });
    const threw = await rig.run(undefined, { workflow: { '3': { class_type: 'Throw', inputs: {} } } });
    expect((await rig.end(threw)).json).toEqual({
      ...times,
      id: threw,
      status: 'FAILED',
      error: 'Job processing failed',
      output: { details: ['Workflow execution error: Node Type: Throw, Node ID: 3, Message: it broke'] },
    });
  });

  test('cancelled while waiting and while running', async () => {
    await using rig = await RunpodRig.start({ workersMax: 1 });
    const [running, waiting] = [await rig.run('never-ending-run'), await rig.run()];
    await expect.poll(() => rig.call('GET', `status/${running}`)).toMatchObject({ json: { status: 'IN_PROGRESS' } });
    expect((await rig.call('POST', `cancel/${waiting}`)).json).toEqual({ id: waiting, status: 'CANCELLED' });
    expect((await rig.call('GET', `status/${waiting}`)).json).toEqual({ id: waiting, status: 'CANCELLED' });
    expect((await rig.call('POST', `cancel/${running}`)).json).toEqual({ id: running, status: 'CANCELLED' });
    expect((await rig.call('GET', `status/${running}`)).json).toEqual({
      delayTime: expect.any(Number),
      executionTime: expect.any(Number),
      id: running,
      status: 'CANCELLED',
    });
    expect(rig.engines[0]?.isStopped).toBe(true);
  });

  test('timed out', async () => {
    await using rig = await RunpodRig.start({ executionTimeoutMs: 20 });
    const id = await rig.run('never-ending-run');
    expect((await rig.end(id)).json).toMatchObject({ id, status: 'TIMED_OUT', executionTime: expect.any(Number) });
  });
});

describe('/runsync', () => {
  test('answers with the result', async () => {
    await using rig = await RunpodRig.start();
    const { json } = await rig.call('POST', 'runsync', { body: { input: { workflow: WORKFLOW } } });
    expect(json).toMatchObject({ id: expect.stringMatching(new RegExp(`^sync-${UUID}-u1$`)), status: 'COMPLETED' });
    expect(json['output']).toMatchObject({ images: [{}, {}] });
  });

  test('answers with a job that goes on when the wait is over', async () => {
    using time = holdTime();
    await using rig = await RunpodRig.start({ executionMs: 600 });
    const answer = rig.call('POST', 'runsync?wait=300', { body: { input: { workflow: WORKFLOW } } });
    await expect.poll(() => rig.server.admin.counters().total.longPolls).toBe(1);
    await time.pass(300);
    const { status, json } = await answer;
    expect(status).toBe(200);
    expect(json['status']).toBe('IN_PROGRESS');
    await time.pass(600);
    expect((await rig.end(String(json['id']))).json).toMatchObject({ status: 'COMPLETED' });
  });
});

describe('the remaining operations', () => {
  test('status is answered to POST as well', async () => {
    await using rig = await RunpodRig.start();
    const id = await rig.run();
    expect((await rig.call('POST', `status/${id}`)).json).toMatchObject({ id });
  });

  test('a stream of a worker that streams nothing is empty', async () => {
    await using rig = await RunpodRig.start();
    expect((await rig.call('GET', `stream/${await rig.run()}`)).json).toEqual({ status: 'COMPLETED', stream: [] });
  });

  test('retry takes a failed job up again under its id', async () => {
    await using rig = await RunpodRig.start();
    const id = await rig.run('failed-node');
    expect((await rig.end(id)).json['status']).toBe('FAILED');
    expect((await rig.call('POST', `retry/${id}`)).json).toEqual({ id, status: 'IN_QUEUE' });
    const { json } = await rig.end(id);
    expect(json).toMatchObject({ id, status: 'COMPLETED' });
    expect(json).not.toHaveProperty('error');
    expect((await rig.call('POST', `retry/${id}`)).status).toBe(400);
  });

  test('purge-queue removes what waits and leaves what runs', async () => {
    await using rig = await RunpodRig.start({ workersMax: 1 });
    const [first, second] = [await rig.run('never-ending-run'), await rig.run(), await rig.run()];
    await expect
      .poll(() => rig.call('GET', `status/${first}`), { interval: 10 })
      .toMatchObject({ json: { status: 'IN_PROGRESS' } });
    expect((await rig.call('POST', 'purge-queue')).json).toEqual({ removed: 2, status: 'completed' });
    expect((await rig.end(second)).json['status']).toBe('CANCELLED');
    expect((await rig.call('GET', `status/${first}`)).json['status']).toBe('IN_PROGRESS');
  });

  test('health counts jobs and workers', async () => {
    await using rig = await RunpodRig.start({ workersMax: 1 });
    await rig.end(await rig.run());
    await rig.end(await rig.run('failed-node'));
    expect((await rig.call('GET', 'health')).json).toEqual({
      jobs: { completed: 1, failed: 1, inProgress: 0, inQueue: 0, retried: 0 },
      workers: { idle: 1, initializing: 0, ready: 1, running: 0, throttled: 0, unhealthy: 0 },
    });
  });
});

describe('refusals', () => {
  test('without the right key', async () => {
    await using rig = await RunpodRig.start({}, { apiKey: 'full', restrictedKeys: { narrow: ['e2'], wide: ['e1'] } });
    const statusFor = async (key?: string): Promise<number> =>
      (await rig.call('GET', 'health', key === undefined ? {} : { key })).status;
    expect(await statusFor()).toBe(401);
    expect(await statusFor('full')).toBe(401);
    expect(await statusFor('Bearer wrong')).toBe(401);
    expect(await statusFor('Bearer constructor')).toBe(401);
    expect(await statusFor('Bearer narrow')).toBe(403);
    expect(await statusFor('Bearer wide')).toBe(200);
    expect(await statusFor('Bearer full')).toBe(200);
  });

  test('of endpoints, jobs and operations that are not there', async () => {
    await using rig = await RunpodRig.start();
    expect((await fetch(`${rig.server.baseUrl}/e2/health`)).status).toBe(404);
    expect((await fetch(`${rig.server.origin}/elsewhere`)).status).toBe(404);
    for (const path of ['status/nobody', 'status-sync/nobody', 'requests', 'constructor', 'status/a/b']) {
      expect(await rig.call('GET', path)).toMatchObject({ status: 404, json: { error: expect.any(String) } });
    }
    expect((await rig.call('GET', 'run')).status).toBe(405);
  });

  test.each([
    ['{oops', 'request body must be a JSON object'],
    ['[]', 'request body must be a JSON object'],
    ['{}', 'input is required'],
    ['{"input": 5}', 'input is required'],
    ['{"input": {}, "policy": 5}', 'policy must be an object'],
    ['{"input": {}, "policy": {"executionTimeout": 4999}}', 'policy.executionTimeout must be between 5000'],
    ['{"input": {}, "policy": {"ttl": 604800001}}', 'policy.ttl must be between 10000 and 604800000'],
    ['{"input": {}, "policy": {"ttl": "1h"}}', 'policy.ttl must be'],
  ])('of the body %s', async (body, error) => {
    await using rig = await RunpodRig.start();
    expect(await rig.call('POST', 'run', { body })).toMatchObject({
      status: 400,
      json: { error: expect.stringContaining(error) },
    });
    expect(rig.server.admin.counters().total).toMatchObject({ submitsSeen: 1, submitsAccepted: 0 });
  });

  test('of bodies that are too large, each operation by its own limit', async () => {
    await using rig = await RunpodRig.start({ limitBytes: { run: 1000, runsync: 2000 }, workersMax: 0 });
    const body = { input: { workflow: {}, padding: 'x'.repeat(1500) } };
    expect((await rig.call('POST', 'run', { body })).status).toBe(413);
    expect((await rig.call('POST', 'runsync?wait=1', { body })).status).toBe(200);
  });

  test('of what comes too fast, with the time to come back', async () => {
    await using rig = await RunpodRig.start({ rateLimits: { status: { per10s: 2 } } });
    const id = await rig.run();
    const answers = [1, 2, 3].map(() => rig.call('GET', `status/${id}`));
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 200, 429]);
    const { status, headers } = await rig.call('GET', `status/${id}`);
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('time', () => {
  test('a result is kept for a while only, and of /runsync for less', async () => {
    using time = holdTime();
    await using rig = await RunpodRig.start({ retentionMs: { run: 60_000, runsync: 30 } });
    const body = { input: { workflow: WORKFLOW } };
    const answer = rig.call('POST', 'runsync', { body });
    await expect.poll(() => rig.server.admin.counters().total.longPolls).toBe(1);
    const id = await rig.run();
    await time.pass(10);
    const statuses = async (): Promise<readonly number[]> =>
      (await Promise.all(ids.map((each) => rig.call('GET', `status/${each}`)))).map(({ status }) => status);
    const ids = [String((await answer).json['id']), id];
    expect(await statuses()).toEqual([200, 200]);
    await time.pass(30);
    expect(await statuses()).toEqual([404, 200]);
    await time.pass(60_000);
    expect(await statuses()).toEqual([404, 404]);
  });

  test('a status call can shorten that', async () => {
    await using rig = await RunpodRig.start();
    const id = await rig.run();
    await rig.end(id);
    expect((await rig.call('GET', `status/${id}?ttl=5`)).json['status']).toBe('COMPLETED');
    await expect.poll(() => rig.call('GET', `status/${id}`)).toMatchObject({ status: 404 });
  });

  test('a time to live that ends in the queue times the job out', async () => {
    await using rig = await RunpodRig.start({ workersMax: 0, ttlMs: 20 });
    const id = await rig.run();
    expect((await rig.end(id)).json).toEqual({ id, status: 'TIMED_OUT' });
  });

  test('a time to live that ends during the run deletes the job, paid as it is', async () => {
    using time = holdTime();
    await using rig = await RunpodRig.start({ ttlMs: 400, executionMs: 60_000 });
    const id = await rig.run();
    await time.pass(399);
    expect((await rig.call('GET', `status/${id}`)).json['status']).toBe('IN_PROGRESS');
    await time.pass(1);
    expect((await rig.end(id)).status).toBe(404);
    expect(rig.server.admin.counters().total).toMatchObject({ executions: 1, billedSeconds: 1 });
  });

  test('a policy goes before the endpoint’s own times', async () => {
    await using rig = await RunpodRig.start({ ranges: { executionTimeout: [1, 1000], wait: [1, 60_000] } });
    const id = await rig.run('never-ending-run', { workflow: WORKFLOW }, { executionTimeout: 20 });
    expect((await rig.end(id)).json['status']).toBe('TIMED_OUT');
  });
});

describe('long polls', () => {
  test('return at once when the job ends', async () => {
    using time = holdTime();
    await using rig = await RunpodRig.start({ coldStartMs: 5, executionMs: 50 });
    const answer = rig.call('GET', `status-sync/${await rig.run()}?wait=5000`);
    await expect.poll(() => rig.server.admin.counters().total.longPolls).toBe(1);
    await time.pass(55);
    expect((await answer).json['status']).toBe('COMPLETED');
  });

  test('return the present state when the wait is over', async () => {
    await using rig = await RunpodRig.start({ workersMax: 0 });
    const id = await rig.run();
    expect((await rig.call('GET', `status-sync/${id}?wait=10`)).json).toEqual({ id, status: 'IN_QUEUE' });
  });

  test('are told of a job that is cancelled', async () => {
    await using rig = await RunpodRig.start({ workersMax: 0 });
    const id = await rig.run();
    const polled = rig.end(id);
    await expect.poll(() => rig.server.admin.counters().total.longPolls).toBe(1);
    await rig.call('POST', `cancel/${id}`);
    expect((await polled).json['status']).toBe('CANCELLED');
  });
});

test('a result that is too large is lost: the job is COMPLETED without output', async () => {
  await using rig = await RunpodRig.start({ limitBytes: { run: 250, runsync: 20_000 } });
  const { json } = await rig.end(await rig.run());
  expect(json['status']).toBe('COMPLETED');
  expect(Object.keys(json).sort()).toEqual(['delayTime', 'executionTime', 'id', 'status', 'workerId']);
});

test('old workers give only the last picture', async () => {
  await using rig = await RunpodRig.start({ workerGeneration: 3 });
  const { json } = await rig.end(await rig.run());
  expect(json['output']).toEqual({ status: 'success', message: expect.stringMatching(/^iVBOR/) });
});

test('a bucket gives signed URLs that lead to the picture', async () => {
  await using rig = await RunpodRig.start({ bucket: 's3' });
  const { json } = await rig.end(await rig.run());
  const url = /"data":"(http[^"]+)"/.exec(JSON.stringify(json['output']))?.[1] ?? '';
  expect(url).toMatch(new RegExp(`/s3/\\d\\d-\\d\\d/${String(json['id'])}/[0-9a-f]{8}\\.png\\?.*X-Amz-Expires=604800`));
  const response = await fetch(url);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect([...new Uint8Array(await response.arrayBuffer())].slice(1, 4)).toEqual([80, 78, 71]);
  expect((await fetch(url.replace('.png', '.jpg'))).status).toBe(404);
});

test('a bucket without keys gives paths on the worker', async () => {
  await using rig = await RunpodRig.start({ bucket: 'keys-missing' });
  const { json } = await rig.end(await rig.run());
  expect(JSON.stringify(json['output'])).toMatch(/"type":"s3_url","data":"simulated_uploaded\/[0-9a-f]{8}\.png"/);
});

test('a stopped server leaves nothing that keeps the process alive', async () => {
  const program = `
    import { RunpodRig } from ${JSON.stringify(new URL('../../testing/runpod-rig.ts', import.meta.url).href)};
    const rig = await RunpodRig.start();
    await rig.end(await rig.run());
    await rig.run('never-ending-run');
    await rig.run('never-ending-queue');
    void rig.run('hang').catch(() => undefined);
    await rig.server.stop();
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit', { signal: AbortSignal.timeout(100_000) });
  expect(code).toBe(0);
});
