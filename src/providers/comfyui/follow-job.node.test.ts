import { describe, expect, test } from 'vitest';
import { OUT_OF_MEMORY } from '../../rehearsal/comfy/faults.ts';
import { ComfyuiRig, SMALL_JOB, contextFor, followToEnd, rerouted } from '../../testing/comfyui-rig.ts';
import { pause } from '../pause.ts';
import type { JobState } from '../provider.ts';
import { promptIdOf } from './translate.ts';

const last = (states: readonly JobState[]): JobState | undefined => states.at(-1);

test('a job is followed from the queue over its steps to its picture', async () => {
  const go = Promise.withResolvers<void>();
  await using rig = await ComfyuiRig.start({ stepMs: 40, sleep: () => go.promise });
  const provider = rig.provider();
  const [first, second] = [
    await provider.submit(SMALL_JOB, contextFor('a')),
    await provider.submit(SMALL_JOB, contextFor('b')),
  ];
  expect(await provider.poll(second, contextFor('any'))).toMatchObject({ phase: 'queued' });
  expect(await provider.poll(first, contextFor('any'))).toMatchObject({ phase: 'running' });
  go.resolve();
  const [ofFirst, ofSecond] = await Promise.all([followToEnd(provider, first), followToEnd(provider, second)]);
  expect(last(ofFirst)).toMatchObject({ phase: 'done', usd: 0, images: [{ role: 'image', mimeType: 'image/png' }] });
  expect(last(ofSecond)).toMatchObject({ phase: 'done' });
  expect(rig.ran).toEqual([first.remoteId, second.remoteId]);
});

test('a rented server costs what its seconds cost', async () => {
  const time = { now: 1_800_000_000_000 };
  const sleep = async (ms: number): Promise<void> => void (time.now += ms);
  await using rig = await ComfyuiRig.start({ stepMs: 40, sleep, now: () => new Date(time.now) });
  const provider = rig.provider({ usdPerSecond: 2 });
  const end = last(await followToEnd(provider, await provider.submit(SMALL_JOB, contextFor('a'))));
  expect(end).toMatchObject({ usd: expect.closeTo(8 * 0.04 * 2, 9) });
});

describe('a server that was started anew', () => {
  test('has lost what was under way: it may be made again', async () => {
    await using rig = await ComfyuiRig.start();
    const provider = rig.provider();
    const ticket = await provider.submit(SMALL_JOB, contextFor('a'));
    await rig.restart();
    expect(last(await followToEnd(provider, ticket))).toMatchObject({
      phase: 'failed',
      usd: 0,
      error: { code: 'LIMNER_RESULT_GONE', retryable: true, message: expect.stringContaining('started anew') },
    });
    const again = await provider.submit(SMALL_JOB, contextFor('b'));
    expect(last(await followToEnd(provider, again))).toMatchObject({ phase: 'done' });
  });

  test('is asked again while nothing answers', async () => {
    await using rig = await ComfyuiRig.start();
    const provider = rig.provider();
    const ticket = await provider.submit(SMALL_JOB, contextFor('a'));
    await rig.stop();
    await expect(provider.poll(ticket, contextFor('a'))).rejects.toMatchObject({
      code: 'LIMNER_ENDPOINT_NOT_FOUND',
      retryable: true,
      next: expect.stringContaining('Start ComfyUI'),
    });
  });
});

describe('a server that fails at the work', () => {
  test.each([
    [OUT_OF_MEMORY, 'LIMNER_OUT_OF_MEMORY', false, 'CUDA out of memory'],
    [
      { kind: 'exception', type: 'RuntimeError', message: 'mat1 and mat2 shapes cannot be multiplied' },
      'LIMNER_CALL_FAILED',
      false,
      'mat1 and mat2 shapes cannot be multiplied',
    ],
    [
      { kind: 'exception', type: 'OSError', message: 'No space left on device' },
      'LIMNER_CALL_FAILED',
      true,
      'OSError: No space left on device',
    ],
  ] as const)('says so: %j', async (fault, code, retryable, said) => {
    await using rig = await ComfyuiRig.start({ fault });
    const provider = rig.provider();
    const end = last(await followToEnd(provider, await provider.submit(SMALL_JOB, contextFor('a'))));
    expect(end).toMatchObject({
      phase: 'failed',
      error: { code, retryable, message: expect.stringContaining(said) },
    });
    expect(last(await followToEnd(provider, await provider.submit(SMALL_JOB, contextFor('b'))))).toMatchObject({
      phase: 'done',
    });
  });

  test('says that somebody else has stopped the prompt', async () => {
    await using rig = await ComfyuiRig.start({ stepMs: 60_000 });
    const provider = rig.provider();
    const ticket = await provider.submit(SMALL_JOB, contextFor('a'));
    const states = followToEnd(provider, ticket);
    await expect.poll(() => rig.ran).toHaveLength(1);
    await fetch(`${rig.url}/interrupt`, { method: 'POST', body: '{}' });
    expect(last(await states)).toMatchObject({
      phase: 'failed',
      error: { message: expect.stringContaining('stopped') },
    });
  });
});

describe('deadlines', () => {
  test('end a prompt that runs for ever because the worker thread has died', async () => {
    await using rig = await ComfyuiRig.start({ fault: { kind: 'worker-death' } });
    const provider = rig.provider({ deadlines: { runMs: 300 } });
    const states = await followToEnd(provider, await provider.submit(SMALL_JOB, contextFor('a')));
    expect(states[0]).toMatchObject({ phase: 'running' });
    expect(last(states)).toMatchObject({
      phase: 'failed',
      error: { code: 'LIMNER_CALL_TIMEOUT', retryable: false, next: expect.stringMatching(/Restart ComfyUI.*worker/) },
    });
  });

  test('leave a prompt alone that goes from step to step, however slowly', async () => {
    const time = { now: 0 };
    let step = Promise.withResolvers<void>();
    const sleep = (): Promise<void> => (step = Promise.withResolvers()).promise;
    await using rig = await ComfyuiRig.start({ stepMs: 1, sleep });
    let waitMs = 60_000;
    const provider = rig.provider({
      deadlines: { runMs: 1600 },
      now: () => time.now,
      sleep: (_ms, signal) => pause(waitMs, signal),
    });
    const ticket = await provider.submit(SMALL_JOB, contextFor('a'));
    // Answered once the socket is open; the first step may have been told before.
    expect(await provider.poll(ticket, contextFor('any'))).toMatchObject({ phase: 'running' });
    waitMs = 10;
    step.resolve();
    const seen: number[] = [];
    for (;;) {
      const state = await provider.poll(ticket, contextFor('any'));
      if (state.phase === 'done') break;
      if (state.phase !== 'running') throw new Error(JSON.stringify(state));
      if (!state.progress || state.progress.step === seen.at(-1)) continue;
      expect(state.progress.total).toBe(8);
      seen.push(state.progress.step);
      time.now += 1500;
      step.resolve();
    }
    expect(seen.slice(-7)).toEqual([2, 3, 4, 5, 6, 7, 8]);
  });

  test('take a prompt out of a queue that others keep full', async () => {
    await using rig = await ComfyuiRig.start({ stepMs: 60_000 });
    await rig.provider().submit(SMALL_JOB, contextFor('of another'));
    const time = { now: Date.now() };
    const provider = rig.provider({ deadlines: { queueMs: 300 }, now: () => time.now });
    const ticket = await provider.submit(SMALL_JOB, contextFor('a'));
    time.now += 300;
    expect(await provider.poll(ticket, contextFor('any'))).toMatchObject({ phase: 'queued' });
    time.now += 1;
    const end = await provider.poll(ticket, contextFor('any'));
    expect(end).toMatchObject({ phase: 'failed', error: { code: 'LIMNER_CALL_TIMEOUT' } });
    expect(rig.engine.queue.pending()).toEqual([]);
    expect(rig.engine.queue.running?.promptId).toBe(promptIdOf('of another'));
  });
});

describe('a picture that is not there', () => {
  test('though the prompt went well, is asked for under another name', async () => {
    await using rig = await ComfyuiRig.start();
    const lost = rig.provider({ fetch: without('/view', 404) });
    const gone = last(await followToEnd(lost, await lost.submit(SMALL_JOB, contextFor('a'))));
    expect(gone).toMatchObject({ phase: 'failed', error: { code: 'LIMNER_RESULT_GONE', retryable: true } });
    const provider = rig.provider();
    const again = await provider.submit(SMALL_JOB, contextFor('b'));
    expect(last(await followToEnd(provider, again))).toMatchObject({ phase: 'done' });
    const files = [...rig.engine.queue.history.values()].map(({ outputs }) => outputs['save']?.images?.[0]?.filename);
    expect(new Set(files).size).toBe(2);
  });

  test.each([500, 502])('because the server answers %d, is asked for again', async (status) => {
    await using rig = await ComfyuiRig.start();
    const provider = rig.provider({ fetch: without('/view', status) });
    const ticket = await provider.submit(SMALL_JOB, contextFor('a'));
    await expect(followToEnd(provider, ticket)).rejects.toMatchObject({ code: 'LIMNER_CALL_FAILED', retryable: true });
    expect(last(await followToEnd(rig.provider(), ticket))).toMatchObject({ phase: 'done' });
  });
});

test('a page in the place of an answer is not taken for an empty history', async () => {
  await using rig = await ComfyuiRig.start();
  const ticket = await rig.provider().submit(SMALL_JOB, contextFor('a'));
  const page: typeof fetch = async () => new Response('<html>Sign in</html>');
  await expect(rig.provider({ fetch: page }).poll(ticket, contextFor('a'))).rejects.toMatchObject({
    code: 'LIMNER_ENDPOINT_NOT_FOUND',
    retryable: true,
  });
});

/** A connection on which one route fails. */
function without(route: string, status: number): typeof fetch {
  return rerouted(route, async () => new Response('gone', { status }));
}
