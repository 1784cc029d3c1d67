import { expect, test } from 'vitest';
import { callScene } from '../testing/call-scene.ts';
import { paidCall } from './paid-call.ts';
import type { StageContext } from './stage.ts';

test('what the service says a job costs when it takes it counts at once, though it is more than was planned', async () => {
  const { call, context, service, ledger } = callScene({ usd: 0.4 }, { caps: { runUsd: 0.5 } });
  const { provider } = context;
  const rows: (number | undefined)[] = [];
  const dearer: StageContext['provider'] = {
    ...provider,
    submit: async (...args) => ({ ...(await provider.submit(...args)), usd: 0.4 }),
    poll: async (...args) => {
      rows.push(...(await ledger.calls.list({ limit: 9 })).map(({ usd }) => usd));
      return provider.poll(...args);
    },
  };
  const calls = [1, 2, 3].map((seed) => ({ ...call, estimatedUsd: 0.2, job: { ...call.job, seed } }));
  const [first, ...others] = calls;
  if (!first) throw new Error('no call');
  const made = paidCall(first, { ...context, provider: dearer });
  await expect.poll(() => rows.length).toBe(1);
  for (const other of others)
    await expect(paidCall(other, { ...context, provider: dearer })).rejects.toMatchObject({
      code: 'LIMNER_BUDGET_EXCEEDED',
    });
  expect(await made).toMatchObject({ usd: 0.4 });
  expect(rows).toEqual([0.4]);
  expect(service.taken).toHaveLength(1);
});
