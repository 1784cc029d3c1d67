import { describe, expect, test } from 'vitest';
import type { CallRow } from '../ledger/ledger.ts';
import { type CallScene, callScene } from '../testing/call-scene.ts';
import type { Script } from '../testing/scripted-provider.ts';
import { paidCall } from './paid-call.ts';
import { type Resolution, resolveCall, settleByHand } from './resolve-call.ts';

/** A call whose answer was lost. */
async function lostCall(
  script: Script,
): Promise<CallScene & { readonly row: CallRow; readonly resolve: () => Promise<Resolution> }> {
  const scene = callScene({ ...script, breaks: { reconcile: 5 } });
  await expect(paidCall(scene.call, scene.context)).rejects.toMatchObject({ code: 'LIMNER_CALL_UNKNOWN' });
  const [row] = await scene.ledger.calls.list({ limit: 1 });
  if (!row) throw new Error('no call');
  const { provider, ports, signal } = scene.context;
  return { ...scene, row, resolve: () => resolveCall(row, provider, ports, signal) };
}

describe('an unknown call', () => {
  test('that arrived is collected, and the next run uses what it brought', async () => {
    const { row, resolve, call, context, service } = await lostCall({ receptions: ['takes-it-but-answer-is-lost'] });
    expect(row).toMatchObject({ state: 'unknown', job: call.job });
    expect(await resolve()).toMatchObject({ before: 'unknown', call: { state: 'done', usd: 0.01 } });
    expect((await paidCall(call, context)).images).toHaveLength(1);
    expect(service.submissions).toBe(1);
  });

  test('that never arrived costs nothing', async () => {
    const { resolve, service } = await lostCall({ receptions: ['never-gets-it'] });
    expect(await resolve()).toMatchObject({ call: { state: 'refused', usd: 0 } });
    expect(service.submissions).toBe(1);
  });

  test('of which the provider cannot tell stays what it is', async () => {
    const { resolve } = await lostCall({ receptions: ['takes-it-but-answer-is-lost'], reconciles: false });
    expect(await resolve()).toMatchObject({ call: { state: 'unknown' }, error: { code: 'LIMNER_CALL_UNKNOWN' } });
  });

  test('can be settled by hand, once', async () => {
    const { row, context, ledger } = await lostCall({ receptions: ['never-gets-it'] });
    expect(await settleByHand(row, 'lost', context.ports)).toBe(true);
    expect(await settleByHand(row, 'refused', context.ports)).toBe(false);
    expect(await ledger.calls.get(row.id)).toMatchObject({
      state: 'failed',
      usd: 0.01,
      error: { code: 'LIMNER_RESULT_GONE' },
    });
  });

  test('that was settled as refused may be sent again', async () => {
    const { row, context, call, service } = await lostCall({ receptions: ['never-gets-it'] });
    expect(await settleByHand(row, 'refused', context.ports)).toBe(true);
    expect(await paidCall(call, context)).toMatchObject({ usd: 0.01 });
    expect(service.taken).toHaveLength(1);
  });
});

test('a job that goes on is left alone when the time for asking is over', async () => {
  const { row, ledger, service, context } = await lostCall({
    receptions: ['takes-it-but-answer-is-lost'],
    pollsNeeded: 1000,
  });
  const stop = new AbortController();
  const clock = {
    ...context.ports.clock,
    sleep: async (_ms: number, signal: AbortSignal) => {
      stop.abort();
      signal.throwIfAborted();
    },
  };
  const { call, error } = await resolveCall(row, context.provider, { ...context.ports, clock }, stop.signal);
  expect({ state: call.state, error }).toEqual({ state: 'submitted', error: undefined });
  expect(service.cancellations).toBe(0);
  const { call: later } = await resolveCall(call, context.provider, context.ports, context.signal);
  expect(later.state).toBe('done');
  expect(await ledger.calls.get(row.id)).not.toHaveProperty('job');
});
