import { expect, test } from 'vitest';
import { createMemoryBlobs } from '../store/memory.ts';
import { callScene } from '../testing/call-scene.ts';
import { paidCall } from './paid-call.ts';

test('pays once and keeps the picture', async () => {
  const { call, context, service, states } = callScene({ pollsNeeded: 3 });
  const painted = await paidCall(call, context);
  expect(painted).toMatchObject({ attempts: 1, calls: 1, polls: 3, usd: 0.01 });
  expect(painted.images).toHaveLength(1);
  expect(service.taken).toHaveLength(1);
  expect(await states()).toEqual(['done']);
});

test('serves the same job again from the first result, without a call', async () => {
  const { call, context, service } = callScene();
  const first = await paidCall(call, context);
  const again = await paidCall({ ...call, run: 'r-2' }, context);
  expect(again.images).toEqual(first.images);
  expect(again).toMatchObject({ calls: 0, usd: 0 });
  expect(service.submissions).toBe(1);
});

test('what the service remarked is told again with its first result', async () => {
  const { call, context } = callScene({ warnings: ['The moon is missing.'] });
  await paidCall(call, context);
  expect(await paidCall(call, context)).toMatchObject({ warnings: ['The moon is missing.'] });
});

test.each([
  ['paid for', 0.01, true],
  ['free', 0, false],
])('a picture that was %s is on the disk before its call is done: %s dollars, %s', async (_kind, usd, durably) => {
  const { call, context, states } = callScene({ usd });
  const seen: unknown[] = [];
  const { blobs } = context.ports;
  const watched: typeof blobs = {
    ...blobs,
    put: async (bytes, options) => {
      seen.push([options, await states()]);
      return blobs.put(bytes, options);
    },
  };
  await paidCall(call, { ...context, ports: { ...context.ports, blobs: watched } });
  expect(seen).toEqual([[{ durably }, ['submitted']]]);
});

test('pays again when the bytes of the first result were thrown away', async () => {
  const { call, context, service } = callScene();
  await paidCall(call, context);
  const bare = { ...context, ports: { ...context.ports, blobs: createMemoryBlobs() } };
  await paidCall({ ...call, run: 'r-2' }, bare);
  expect(service.taken).toHaveLength(2);
});

test('two flows that want the same picture pay once between them', async () => {
  const { call, context, service } = callScene();
  const [one, two] = await Promise.all([paidCall(call, context), paidCall({ ...call, asset: 'twin' }, context)]);
  expect(one.images).toEqual(two.images);
  expect(service.taken).toHaveLength(1);
});

test('releases the claim when the service refuses, and does not try again in vain', async () => {
  const { call, context, service, states } = callScene({ receptions: ['refuses'] });
  await expect(paidCall(call, context)).rejects.toThrow('refused');
  expect(service.submissions).toBe(1);
  expect(await states()).toEqual(['refused']);
});

test('tries again when the service is busy, and counts only what was taken', async () => {
  const { call, context, service } = callScene({ receptions: ['refuses-for-now', 'refuses-for-now'] });
  expect(await paidCall(call, context)).toMatchObject({ attempts: 3, calls: 1, usd: 0.01 });
  expect(service.taken).toHaveLength(1);
});

test('gives up after the allowed attempts', async () => {
  const { call, context, service } = callScene({ ends: ['fails-for-now', 'fails-for-now', 'fails-for-now', 'done'] });
  await expect(paidCall(call, context)).rejects.toThrow('out of memory');
  expect(service.taken).toHaveLength(3);
});

test('tries again when a job ends well without a picture', async () => {
  const { call, context, service, states } = callScene({ ends: ['brings-nothing'] });
  expect(await paidCall(call, context)).toMatchObject({ attempts: 2, calls: 2, usd: 0.02 });
  expect(service.taken).toHaveLength(2);
  expect(await states()).toEqual(['failed', 'done']);
});

test('finds the job whose answer was lost instead of sending it again', async () => {
  const { call, context, service, states } = callScene({ receptions: ['takes-it-but-answer-is-lost'] });
  expect(await paidCall(call, context)).toMatchObject({ calls: 1 });
  expect(service.submissions).toBe(1);
  expect(await states()).toEqual(['done']);
});

test('sends again only what surely never arrived', async () => {
  const { call, context, service } = callScene({ receptions: ['never-gets-it'] });
  expect(await paidCall(call, context)).toMatchObject({ attempts: 2, calls: 1 });
  expect(service.submissions).toBe(2);
  expect(service.taken).toHaveLength(1);
});

test('parks a call of unknown fate, and never sends it blindly again', async () => {
  const { call, context, service, states } = callScene({
    receptions: ['takes-it-but-answer-is-lost'],
    reconciles: false,
  });
  await expect(paidCall(call, context)).rejects.toMatchObject({ code: 'LIMNER_CALL_UNKNOWN' });
  await expect(paidCall(call, context)).rejects.toMatchObject({ code: 'LIMNER_CALL_UNKNOWN' });
  expect(service.submissions).toBe(1);
  expect(await states()).toEqual(['unknown']);
});

test('collects a job that an earlier process submitted', async () => {
  const { call, context, service, ledger } = callScene({ pollsNeeded: 2 });
  const dying = new AbortController();
  const sleepThenDie = async (): Promise<void> => dying.abort(new Error('killed'));
  const clock = { ...context.ports.clock, sleep: sleepThenDie };
  await expect(
    paidCall(call, { ...context, owner: 'dead', signal: dying.signal, ports: { ...context.ports, clock } }),
  ).rejects.toThrow('killed');
  expect((await ledger.calls.list({ limit: 1 }))[0]?.state).toBe('submitted');
  expect(await paidCall(call, context)).toMatchObject({ attempts: 1, calls: 1 });
  expect(service.taken).toHaveLength(1);
});

test('asks after the claim of a process that died before it could note a ticket', async () => {
  const { call, context, service, ledger } = callScene();
  let id = '';
  const spy = callScene({}, { emit: (news) => void (news.type === 'call-start' && (id = news.call)) });
  await paidCall(call, spy.context);
  service.receive(call.job);
  await ledger.calls.claim({
    id,
    run: 'r-1',
    asset: 'slime',
    provider: 'scripted',
    owner: 'dead',
    estimatedUsd: 0.01,
    claimedAt: 0,
    caps: { dayStartsAt: 0 },
  });
  expect(await paidCall(call, context)).toMatchObject({ calls: 1 });
  expect(service.submissions).toBe(1);
});

test('refuses before spending when the budget would break', async () => {
  const { call, context, service } = callScene({ usd: 0.4 }, { caps: { runUsd: 0.5 } });
  await paidCall({ ...call, estimatedUsd: 0.4 }, context);
  const other = { ...call, estimatedUsd: 0.4, job: { ...call.job, seed: 2 } };
  await expect(paidCall(other, context)).rejects.toMatchObject({ code: 'LIMNER_BUDGET_EXCEEDED' });
  expect(service.submissions).toBe(1);
});

test('stops before it spends when it is aborted', async () => {
  const { call, context, service } = callScene({}, { signal: AbortSignal.abort(new Error('stop')) });
  await expect(paidCall(call, context)).rejects.toThrow('stop');
  expect(service.submissions).toBe(0);
});

test('two flows that find the same dead claim send one job between them', async () => {
  const { call, context, service, ledger } = callScene();
  let id = '';
  const spy = callScene({}, { emit: (news) => void (news.type === 'call-start' && (id = news.call)) });
  await paidCall(call, spy.context);
  const dead = {
    id,
    run: 'r-1',
    asset: 'slime',
    provider: 'scripted',
    owner: 'dead',
    estimatedUsd: 0.01,
    claimedAt: 0,
  };
  await ledger.calls.claim({ ...dead, caps: { dayStartsAt: 0 } });
  const { provider } = context;
  const slow = {
    ...provider,
    submit: async (...args: Parameters<typeof provider.submit>) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return provider.submit(...args);
    },
    reconcile: async (...args: Parameters<typeof provider.reconcile>) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return provider.reconcile(...args);
    },
  };
  const pause = {
    ...context.ports.clock,
    sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.min(ms, 2))),
  };
  const flow = () => paidCall(call, { ...context, provider: slow, ports: { ...context.ports, clock: pause } });
  const painted = await Promise.all([flow(), flow()]);
  expect(painted[0]?.images).toEqual(painted[1]?.images);
  expect(service.taken).toHaveLength(1);
});

test('gives up on a service that nothing ever reaches', async () => {
  const { call, context, service, states } = callScene({ receptions: Array(50).fill('never-gets-it') });
  await expect(paidCall(call, context)).rejects.toMatchObject({ code: 'LIMNER_CALL_FAILED', retryable: true });
  expect(service.submissions).toBe(3);
  expect(new Set(await states())).toEqual(new Set(['refused']));
});
