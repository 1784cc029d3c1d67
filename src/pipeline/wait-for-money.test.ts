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
