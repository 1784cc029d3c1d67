import { describe, expect, test } from 'vitest';
import { ComfyuiRig, SMALL_JOB, contextFor, followToEnd, rerouted } from '../../testing/comfyui-rig.ts';
import { listWorkflows } from '../../workflow/list.ts';
import { compileWorkflow } from '../../workflow/compile.ts';
import { promptIdOf } from './translate.ts';

describe('a submission whose answer was lost', () => {
  test('is found in the queue, and its picture collected', async () => {
    await using rig = await ComfyuiRig.start({ stepMs: 30 });
    await rig.provider().submit(SMALL_JOB, contextFor('first'));
    await rig.provider().submit(SMALL_JOB, contextFor('a'));
    const provider = rig.provider();
    const found = await provider.reconcile(SMALL_JOB, contextFor('a'));
    expect(found).toMatchObject({ outcome: 'found', ticket: { remoteId: promptIdOf('a') } });
    if (found.outcome !== 'found') return;
    expect((await followToEnd(provider, found.ticket)).at(-1)).toMatchObject({ phase: 'done' });
    expect(rig.ran).toHaveLength(2);
  });

  test('is found in the history', async () => {
    await using rig = await ComfyuiRig.start();
    const ticket = await rig.provider().submit(SMALL_JOB, contextFor('a'));
    await followToEnd(rig.provider(), ticket);
    const found = await rig.provider().reconcile(SMALL_JOB, contextFor('a'));
    expect(found).toMatchObject({ outcome: 'found', ticket: { remoteId: ticket.remoteId } });
  });

  test('is found though it ends between two questions', async () => {
    await using rig = await ComfyuiRig.start({ stepMs: 20 });
    const ticket = await rig.provider().submit(SMALL_JOB, contextFor('a'));
    let asked = 0;
    const slow: typeof fetch = async (input, init) => {
      asked += 1;
      const answer = await fetch(input, init);
      if (asked === 1) await rig.engine.finished(ticket.remoteId);
      return answer;
    };
    expect(await rig.provider({ fetch: slow }).reconcile(SMALL_JOB, contextFor('a'))).toMatchObject({
      outcome: 'found',
    });
  });

  test('has never arrived when nothing is known of it', async () => {
    await using rig = await ComfyuiRig.start();
    expect(await rig.provider().reconcile(SMALL_JOB, contextFor('a'))).toEqual({ outcome: 'never-arrived' });
  });

  test('has never arrived at a server that was started anew, which has nothing of it left', async () => {
    await using rig = await ComfyuiRig.start();
    await rig.provider().submit(SMALL_JOB, contextFor('a'));
    await rig.restart();
    expect(await rig.provider().reconcile(SMALL_JOB, contextFor('a'))).toEqual({ outcome: 'never-arrived' });
  });

  test('cannot be told of while the server does not answer', async () => {
    await using rig = await ComfyuiRig.start();
    const provider = rig.provider();
    await rig.stop();
    await expect(provider.reconcile(SMALL_JOB, contextFor('a'))).rejects.toMatchObject({ retryable: true });
  });
});

describe('a server of before prompts could be given ids', () => {
  /** It makes up its own. */
  const naming = (url: string): typeof fetch =>
    rerouted('/prompt', async (init) => {
      const body = Object(await new Response(init?.body ?? null).json()) as { prompt_id?: string };
      delete body.prompt_id;
      return fetch(`${url}/prompt`, { ...init, body: JSON.stringify(body) });
    });

  test('is followed under the id that it gave', async () => {
    await using rig = await ComfyuiRig.start();
    const provider = rig.provider({ fetch: naming(rig.url) });
    const ticket = await provider.submit(SMALL_JOB, contextFor('a'));
    expect(ticket.remoteId).not.toBe(promptIdOf('a'));
    expect((await followToEnd(provider, ticket)).at(-1)).toMatchObject({ phase: 'done' });
  });

  test.each([
    ['waiting', 60_000],
    ['ended', 0],
  ])('is found by what it saves: %s', async (_state, stepMs) => {
    await using rig = await ComfyuiRig.start({ stepMs });
    const provider = rig.provider({ fetch: naming(rig.url) });
    await provider.submit(SMALL_JOB, contextFor('another'));
    const ticket = await provider.submit(SMALL_JOB, contextFor('a'));
    if (stepMs === 0) await rig.engine.finished(ticket.remoteId);
    expect(await provider.reconcile(SMALL_JOB, contextFor('a'))).toMatchObject({
      outcome: 'found',
      ticket: { remoteId: ticket.remoteId },
    });
    expect(await provider.reconcile(SMALL_JOB, contextFor('b'))).toEqual({ outcome: 'never-arrived' });
  });
});

test('every workflow that makes an asset saves where a found prompt is looked for', () => {
  const makers = listWorkflows().filter(({ type }) =>
    /^(entity|background|title-hero|sheet|parallax-layer)$/.test(type),
  );
  expect(makers.length).toBeGreaterThan(50);
  for (const name of makers) expect(compileWorkflow(name).outputs.map(({ node }) => node)).toEqual(['save']);
});

test('the id of a prompt is a UUID that only its call gets', () => {
  expect(promptIdOf('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(promptIdOf('a')).toBe(promptIdOf('a'));
  expect(promptIdOf('a')).not.toBe(promptIdOf('b'));
});

describe('a cancellation', () => {
  /** A connection to a server of before the jobs API. */
  const withoutJobs = rerouted('/api/jobs', async () => new Response('404: Not Found', { status: 404 }));

  describe.each([
    ['on a new server', fetch],
    ['on an old server', withoutJobs],
  ])('%s', (_age, connection) => {
    test('stops what runs and drops what waits, and nothing of others', async () => {
      await using rig = await ComfyuiRig.start({ stepMs: 60_000 });
      const provider = rig.provider({ fetch: connection });
      const [runs, waits] = [
        await provider.submit(SMALL_JOB, contextFor('a')),
        await provider.submit(SMALL_JOB, contextFor('b')),
      ];
      await provider.submit(SMALL_JOB, contextFor('of another'));
      await expect.poll(() => rig.ran).toHaveLength(1);
      expect(await provider.cancel(waits, contextFor('b'))).toBe('cancelled');
      expect(rig.engine.queue.running?.promptId).toBe(runs.remoteId);
      expect(await provider.cancel(runs, contextFor('a'))).toBe('cancelled');
      await expect.poll(() => rig.ran).toEqual([runs.remoteId, promptIdOf('of another')]);
    });

    test('comes too late for what has ended', async () => {
      await using rig = await ComfyuiRig.start();
      const provider = rig.provider({ fetch: connection });
      const ticket = await provider.submit(SMALL_JOB, contextFor('a'));
      await followToEnd(provider, ticket);
      expect(await provider.cancel(ticket, contextFor('a'))).toBe('already-finished');
    });

    test('does nothing about what the server does not know', async () => {
      await using rig = await ComfyuiRig.start();
      const provider = rig.provider({ fetch: connection });
      const ticket = await provider.submit(SMALL_JOB, contextFor('a'));
      await rig.restart();
      expect(await provider.cancel(ticket, contextFor('a'))).toBe('cannot-cancel');
    });
  });
});
