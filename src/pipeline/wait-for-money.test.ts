import { expect, test } from 'vitest';
import { callScene } from '../testing/call-scene.ts';
import type { Call } from './call.ts';
import { createLimiter } from './limiter.ts';
import { paidCall } from './paid-call.ts';

const caps = { runUsd: 1 };
const dear = (call: Call): Call => ({ ...call, estimatedUsd: 0.9 });
const another = (call: Call): Call => ({ ...call, asset: 'bat', estimatedUsd: 0.3, job: { ...call.job, seed: 2 } });

test('who waits for money keeps nobody from fetching what frees it', async () => {
  const { call, context, news, time } = callScene({ pollsNeeded: 2 }, { caps, limiter: createLimiter(1) });
  const dying = new AbortController();
  const clock = { ...context.ports.clock, sleep: async () => dying.abort(new Error('killed')) };
  const dead = { ...context, owner: 'dead', signal: dying.signal, ports: { ...context.ports, clock } };
  await expect(paidCall(dear(call), dead)).rejects.toThrow('killed');
  const startedAt = time.now;
  const [waited, fetched] = await Promise.all([paidCall(another(call), context), paidCall(dear(call), context)]);
  expect([waited.calls, fetched.calls]).toEqual([1, 1]);
  expect(time.now - startedAt).toBeLessThan(5000);
  const phases = news.flatMap((event) => (event.type === 'progress' ? [event.phase] : []));
  expect(phases.filter((phase) => phase === 'waiting for money held back')).toHaveLength(1);
});

test('nobody waits for the money of a call that nobody follows any more', async () => {
  const { call, context, time, states } = callScene({ breaks: { poll: 5 } }, { caps, callDeadlineMs: 1_800_000 });
  await expect(paidCall(dear(call), context)).rejects.toThrow('could not say how a job is doing');
  const startedAt = time.now;
  await expect(paidCall(another(call), context)).rejects.toMatchObject({ code: 'LIMNER_BUDGET_EXCEEDED' });
  expect(time.now).toBe(startedAt);
  expect(await states()).toEqual(['submitted']);
});

test('but for that of one which is followed again', async () => {
  const { call, context, service } = callScene({ breaks: { poll: 5 } }, { caps });
  await expect(paidCall(dear(call), context)).rejects.toThrow('could not say how a job is doing');
  const sleep = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
  const patient = { ...context, ports: { ...context.ports, clock: { ...context.ports.clock, sleep } } };
  let waiting: Promise<unknown> | undefined;
  const { provider } = context;
  const poll: typeof provider.poll = (...question) => {
    waiting ??= paidCall(another(call), patient);
    return new Promise((resolve) => setTimeout(resolve, 5)).then(() => provider.poll(...question));
  };
  await paidCall(dear(call), { ...context, provider: { ...provider, poll } });
  await waiting;
  expect(service.taken).toHaveLength(2);
});
