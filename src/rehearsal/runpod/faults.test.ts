import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodePng } from '../../raster/png.ts';
import { holdTime } from '../../testing/held-time.ts';
import { RunpodRig, WORKFLOW } from '../../testing/runpod-rig.ts';
import { CAPABILITY_PRESETS } from '../presets.ts';
import { FAULTS, type FaultName } from './faults.ts';

const SUBMISSION = { input: { workflow: WORKFLOW } };

interface Image {
  readonly filename: string;
  readonly type: string;
  readonly data: string;
}

/** The pictures of a result. */
function imagesOf(json: { readonly [key: string]: unknown }): readonly Image[] {
  const { output } = json;
  const isOutput = (value: unknown): value is { readonly images: readonly Image[] } =>
    typeof value === 'object' && value !== null && 'images' in value && Array.isArray(value.images);
  return isOutput(output) ? output.images : [];
}

describe('a submission', () => {
  const counts = (rig: RunpodRig): readonly number[] => {
    const { submitsSeen, submitsAccepted, executions } = rig.server.admin.counters().total;
    return [submitsSeen, submitsAccepted, executions];
  };
  const settled = (rig: RunpodRig) => expect.poll(async () => (await rig.call('GET', 'health')).json, { interval: 10 });

  test('submit-429: is refused with the time to come back', async () => {
    await using rig = await RunpodRig.start();
    const { status, headers } = await rig.call('POST', 'run', { body: SUBMISSION, faults: 'submit-429=7' });
    expect([status, headers.get('retry-after')]).toEqual([429, '7']);
    expect(counts(rig)).toEqual([1, 0, 0]);
  });

  test('submit-500: is refused', async () => {
    await using rig = await RunpodRig.start();
    expect((await rig.call('POST', 'run', { body: SUBMISSION, faults: 'submit-500' })).status).toBe(500);
    expect(counts(rig)).toEqual([1, 0, 0]);
  });

  test('reset-before-accept: is cut off and no job exists', async () => {
    await using rig = await RunpodRig.start();
    await expect(rig.run('reset-before-accept')).rejects.toThrow('fetch failed');
    expect(counts(rig)).toEqual([1, 0, 0]);
  });

  test('reset-after-accept: is cut off, and the job runs', async () => {
    await using rig = await RunpodRig.start();
    await expect(rig.run('reset-after-accept')).rejects.toThrow('fetch failed');
    await settled(rig).toMatchObject({ jobs: { completed: 1 } });
    expect(counts(rig)).toEqual([1, 1, 1]);
  });

  test.each([
    ['hang', 0],
    ['hang-after-accept', 1],
  ] as const)('%s: is never answered; %d job exists', async (fault, jobs) => {
    await using rig = await RunpodRig.start();
    const answer = rig.run(fault).catch(() => 'cut at last');
    await expect.poll(() => counts(rig)[0]).toBe(1);
    await settled(rig).toMatchObject({ jobs: { completed: jobs } });
    expect(await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 150, 'silence'))])).toBe('silence');
    expect(counts(rig)).toEqual([1, jobs, jobs]);
  });
});

describe('the queue', () => {
  test.each(['slow-queue=120', 'cold-start=120'])('%s: waits before it starts', async (fault) => {
    using time = holdTime();
    await using rig = await RunpodRig.start({ coldStartMs: 5 });
    const id = await rig.run(fault);
    await time.pass(124);
    expect((await rig.call('GET', `status/${id}`)).json['status']).toBe('IN_QUEUE');
    await time.pass(1);
    expect((await rig.end(id)).json).toMatchObject({ status: 'COMPLETED', delayTime: 125 });
  });

  test('cold-start: the worker knows nothing of earlier jobs', async () => {
    await using rig = await RunpodRig.start({ workersMax: 1 });
    const first = await rig.end(await rig.run());
    const second = await rig.end(await rig.run('cold-start=10'));
    expect(second.json['workerId']).not.toBe(first.json['workerId']);
    expect(imagesOf(second.json)[0]?.filename).toBe('slime_00001_.png');
  });

  test('cold-start: a worker is seen to start', async () => {
    using time = holdTime();
    await using rig = await RunpodRig.start({ coldStartMs: 5 });
    const health = async () => (await rig.call('GET', 'health')).json;
    const id = await rig.run('cold-start=200');
    await time.pass(199);
    expect(await health()).toMatchObject({ workers: { initializing: 1 }, jobs: { inQueue: 1 } });
    await time.pass(6);
    await rig.end(id);
    expect(await health()).toMatchObject({ workers: { initializing: 0 }, jobs: { inQueue: 0 } });
  });

  test('never-ending-queue: stays there while others pass', async () => {
    await using rig = await RunpodRig.start({ workersMax: 1 });
    const id = await rig.run('never-ending-queue');
    await rig.end(await rig.run());
    expect((await rig.call('GET', `status/${id}`)).json).toEqual({ id, status: 'IN_QUEUE' });
    expect((await rig.call('GET', 'health')).json).toMatchObject({ jobs: { inQueue: 1 } });
  });
});

describe('an execution', () => {
  test('duplicate-execution: happens twice, is counted twice, and gives one result', async () => {
    await using rig = await RunpodRig.start({ workersMax: 1 });
    const { json } = await rig.end(await rig.run('duplicate-execution'));
    expect(imagesOf(json)).toHaveLength(2);
    expect(rig.server.admin.counters().total).toMatchObject({ submitsAccepted: 1, executions: 2 });
    expect((await rig.call('GET', 'health')).json).toMatchObject({ jobs: { completed: 1, retried: 1 } });
    expect(rig.engines.map(({ prompts }) => prompts.length)).toEqual([1, 1]);
  });

  test('never-ending-run: ends by the execution timeout', async () => {
    await using rig = await RunpodRig.start({ executionTimeoutMs: 30 });
    expect((await rig.end(await rig.run('never-ending-run'))).json['status']).toBe('TIMED_OUT');
  });

  test('ttl-404: is paid, and its job is gone', async () => {
    using time = holdTime();
    await using rig = await RunpodRig.start();
    const id = await rig.run('ttl-404');
    await time.pass(100);
    expect((await rig.end(id)).status).toBe(404);
    expect(rig.server.admin.counters().total).toMatchObject({
      executions: 1,
      billedSeconds: 1,
      faults: { 'ttl-404': 1 },
    });
  });

  test('poisoned-worker: all later jobs on it fail at once, until it is recycled', async () => {
    await using rig = await RunpodRig.start({ workersMax: 1, poisonedMs: 20 });
    const errorOf = async (faults?: string): Promise<unknown> => (await rig.end(await rig.run(faults))).json['error'];
    expect(await errorOf('poisoned-worker')).toBe(
      'WebSocket communication error: ComfyUI HTTP unreachable during websocket reconnect',
    );
    const dead = 'ComfyUI server (127.0.0.1:8188) not reachable after multiple retries.';
    expect([await errorOf(), await errorOf()]).toEqual([dead, dead]);
    expect((await rig.call('GET', 'health')).json).toMatchObject({ workers: { unhealthy: 0, idle: 1 } });
    rig.server.admin.recycleWorkers('e1');
    expect(await errorOf()).toBeUndefined();
  });
});

describe('a failure', () => {
  const OUT_OF_MEMORY = expect.stringMatching(/^Workflow execution error: Node Type: KSampler, .*\(out of memory\)/);
  const FORMS: readonly {
    readonly fault: FaultName;
    readonly error: unknown;
    readonly details?: readonly unknown[];
  }[] = [
    { fault: 'failed-node', error: 'Job processing failed', details: [expect.stringContaining('Message: ')] },
    { fault: 'failed-oom', error: 'Job processing failed', details: [OUT_OF_MEMORY] },
    { fault: 'failed-unreachable', error: 'ComfyUI server (127.0.0.1:8188) not reachable after multiple retries.' },
    {
      fault: 'failed-history',
      error: 'Job processing failed, prompt ID not found in history.',
      details: [OUT_OF_MEMORY, expect.stringMatching(/^Prompt ID .* not found in history after execution\.$/)],
    },
    {
      fault: 'failed-no-outputs',
      error: 'Job processing failed',
      details: [expect.stringMatching(/^No outputs found in history for prompt /)],
    },
    { fault: 'failed-queueing', error: expect.stringMatching(/^Error queuing workflow: 500 Server Error/) },
    {
      fault: 'failed-crash',
      error: expect.stringMatching(/^\{"error_type": "<class 'KeyError'>", .*"error_traceback": "Traceback/),
    },
    {
      fault: 'failed-s3',
      error: 'Job processing failed',
      details: [
        expect.stringMatching(/^Error uploading slime_00001_\.png to S3: An error occurred \(AccessDenied\)/),
        expect.stringMatching(/^Error uploading mask_00002_\.png to S3: /),
      ],
    },
  ];

  test.each(FORMS)('$fault: is FAILED as recorded', async ({ fault, error, details }) => {
    await using rig = await RunpodRig.start();
    const { json } = await rig.end(await rig.run(fault));
    expect(json).toMatchObject({ status: 'FAILED', error });
    expect(json['output']).toEqual(details && { details });
    expect(rig.server.admin.counters().total).toMatchObject({ executions: 1, faults: { [fault]: 1 } });
  });

  test('failed-validation: names the checkpoints that are there', async () => {
    await using rig = await RunpodRig.start({ catalogue: CAPABILITY_PRESETS['flux1-dev-fp8']() });
    const { json } = await rig.end(await rig.run('failed-validation'));
    expect(json['error']).toMatch(
      /^Workflow validation failed:\n• Node 4 \(errors\): \[\{'type': 'value_not_in_list'[\s\S]*\n\nAvailable checkpoint models: flux1-dev-fp8\.safetensors$/,
    );
    expect(json['error']).toContain(`"ckpt_name: 'rehearsed-fault.safetensors' not in ['flux1-dev-fp8.safetensors']"`);
  });
});

describe('a result', () => {
  const resultUnder = async (fault: string): Promise<{ readonly [key: string]: unknown }> => {
    await using rig = await RunpodRig.start();
    const { json } = await rig.end(await rig.run(fault));
    expect(json['status']).toBe('COMPLETED');
    expect(rig.server.admin.counters().total.faults).toEqual({ [fault]: 1 });
    return json;
  };

  test('completed-without-output: has no output at all', async () => {
    expect(await resultUnder('completed-without-output')).not.toHaveProperty('output');
  });

  test('missing-image: lacks the pictures of one prefix', async () => {
    expect(imagesOf(await resultUnder('missing-image')).map(({ filename }) => filename)).toEqual(['mask_00002_.png']);
  });

  test('truncated-base64: breaks off', async () => {
    const [first, second] = imagesOf(await resultUnder('truncated-base64'));
    expect(first?.data).toMatch(/^iVBORw0KGgo/);
    expect((first?.data.length ?? 0) % 4).toBe(1);
    expect(first?.data.length).toBeLessThan(second?.data.length ?? 0);
  });

  test('not-a-png: is a web page', async () => {
    const [first, second] = imagesOf(await resultUnder('not-a-png'));
    expect(Buffer.from(first?.data ?? '', 'base64').toString()).toMatch(/^<html>/);
    expect(second?.data).toMatch(/^iVBORw0KGgo/);
  });

  test('wrong-size: is half as wide and high', async () => {
    const sizes = imagesOf(await resultUnder('wrong-size')).map(({ data }) => {
      const { width, height } = decodePng(new Uint8Array(Buffer.from(data, 'base64')));
      return [width, height];
    });
    expect(sizes).toEqual([
      [4, 4],
      [8, 8],
    ]);
  });

  test('blank-picture: is black all over', async () => {
    const blacks = imagesOf(await resultUnder('blank-picture')).map(({ data }) =>
      decodePng(new Uint8Array(Buffer.from(data, 'base64'))).rgba.every(
        (value, at) => value === (at % 4 === 3 ? 255 : 0),
      ),
    );
    expect(blacks).toEqual([true, false]);
  });

  test('simulated-s3-path: is a path on the worker', async () => {
    const [first] = imagesOf(await resultUnder('simulated-s3-path'));
    expect(first).toMatchObject({
      type: 's3_url',
      data: expect.stringMatching(/^simulated_uploaded\/[0-9a-f]{8}\.png$/),
    });
  });
});

describe('a status call', () => {
  const ask = async (rig: RunpodRig, id: string, faults?: string): Promise<number> =>
    (await rig.call('GET', `status/${id}`, faults === undefined ? {} : { faults })).status;

  test('is struck by the fault in its own header', async () => {
    await using rig = await RunpodRig.start();
    const id = await rig.run();
    expect(await ask(rig, id, 'status-500')).toBe(500);
    expect(await ask(rig, id, 'status-429')).toBe(429);
    await expect(ask(rig, id, 'status-reset')).rejects.toThrow('fetch failed');
    expect(await ask(rig, id)).toBe(200);
    expect(rig.server.admin.counters().total).toMatchObject({
      statusCalls: 4,
      faults: { 'status-500': 1, 'status-429': 1, 'status-reset': 1 },
    });
  });

  test('is struck as often as the submission asked for', async () => {
    await using rig = await RunpodRig.start();
    const id = await rig.run('status-500=2,status-429');
    expect([await ask(rig, id), await ask(rig, id), await ask(rig, id), await ask(rig, id)]).toEqual([
      500, 500, 429, 200,
    ]);
  });
});

test('an unknown fault is refused by its name', async () => {
  await using rig = await RunpodRig.start();
  const { status, json } = await rig.call('POST', 'run', { body: SUBMISSION, faults: 'cold-strat' });
  expect(status).toBe(400);
  expect(json['error']).toContain('no fault is called "cold-strat"');
  expect(rig.server.admin.counters().total.submitsAccepted).toBe(0);
});

test('several faults can strike one job', async () => {
  await using rig = await RunpodRig.start();
  const { json } = await rig.end(await rig.run('slow-queue=60,duplicate-execution,missing-image'));
  expect(imagesOf(json)).toHaveLength(1);
  expect(rig.server.admin.counters().total.executions).toBe(2);
});

test('every fault says in words what it does, and the README says the same', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
    .replace(/\s+/g, ' ')
    .toLowerCase();
  for (const [name, { words }] of Object.entries(FAULTS)) {
    expect(words).toMatch(/^[A-Z].*\.$/);
    expect(readme).toContain(`\`${name}\`: ${words.toLowerCase()}`);
  }
});
