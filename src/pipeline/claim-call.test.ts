import { describe, expect, test } from 'vitest';
import type { CallRow } from '../ledger/ledger.ts';
import { callScene } from '../testing/call-scene.ts';
import type { Call } from './call.ts';
import { paidCall } from './paid-call.ts';
import type { StageContext } from './stage.ts';

const PATIENCE_MS = 120_000;

/** The id under which a call is claimed first. */
async function idOf(call: Call): Promise<string> {
  const { context, ledger } = callScene();
  await paidCall(call, context);
  return (await ledger.calls.list({ limit: 1 }))[0]?.id ?? '';
}

async function claimByAnother(call: Call, context: StageContext, run: string): Promise<CallRow> {
  const claim = {
    id: await idOf(call),
    run,
    asset: 'slime',
    provider: 'scripted',
    owner: 'another',
    estimatedUsd: 0.01,
    claimedAt: context.ports.clock.now(),
    caps: { dayStartsAt: 0 },
  };
  const result = await context.ports.ledger.calls.claim(claim);
  if (result.outcome !== 'claimed') throw new Error(result.outcome);
  return result.call;
}

describe('the claim of another process', () => {
  test('of the same run is asked after at once: that process has lost the lock, so it is dead', async () => {
    const { call, context, service, time } = callScene();
    await claimByAnother(call, context, call.run);
    service.receive(call.job);
    const startedAt = time.now;
    expect(await paidCall(call, context)).toMatchObject({ calls: 1 });
    expect(time.now).toBe(startedAt);
    expect(service.submissions).toBe(1);
  });

  test('of another run is left in peace while it may still be sending', async () => {
    const { call, context, service, ledger, time } = callScene({ reconciles: false });
    const claim = await claimByAnother(call, context, 'r-other');
    const sleep = async (ms: number): Promise<void> => {
      time.now += ms;
      if (time.now < 1_000_000 + PATIENCE_MS - 1000) return;
      const ticket = service.receive(call.job);
      await ledger.calls.change(claim, ['claimed'], { state: 'submitted', ticket, submittedAt: time.now });
    };
    const clock = { ...context.ports.clock, sleep };
    const painted = await paidCall(call, { ...context, ports: { ...context.ports, clock } });
    expect(painted.images).toHaveLength(1);
    expect(service.submissions).toBe(1);
  });

  test('of another run is asked after when its time is over', async () => {
    const { call, context, service, time } = callScene();
    await claimByAnother(call, context, 'r-other');
    service.receive(call.job);
    expect((await paidCall(call, context)).images).toHaveLength(1);
    const waited = time.now - 1_000_000;
    expect(waited).toBeGreaterThan(PATIENCE_MS);
    expect(waited).toBeLessThan(PATIENCE_MS + 1000);
    expect(service.submissions).toBe(1);
  });

  test('is waited for with a word, once', async () => {
    const { call, context, service, news } = callScene();
    await claimByAnother(call, context, 'r-other');
    service.receive(call.job);
    await paidCall(call, context);
    expect(news.filter(({ type }) => type === 'progress')).toEqual([
      { type: 'progress', id: 'slime', phase: 'waiting for another process' },
    ]);
  });
});

describe('a call that was refused', () => {
  test('can be made after any number of refusals', async () => {
    const { call, context, service, states } = callScene({ receptions: Array(150).fill('refuses') });
    for (let i = 0; i < 150; i += 1) await expect(paidCall(call, context)).rejects.toThrow('refused');
    expect(await paidCall(call, context)).toMatchObject({ attempts: 151, calls: 1, usd: 0.01 });
    expect(service.taken).toHaveLength(1);
    expect(await states()).toEqual(['done']);
  });

  test('is given up after a hundred payments in vain', async () => {
    const { call, context, service } = callScene({ ends: Array(200).fill('fails') });
    for (let i = 0; i < 100; i += 1) await expect(paidCall(call, context)).rejects.toThrow('out of memory');
    await expect(paidCall(call, context)).rejects.toThrow('paid for 100 times in vain');
    expect(service.taken).toHaveLength(100);
  });

  test('keeps the money of a job whose ticket came after its claim was given up and made again', async () => {
    const { call, context, service, ledger } = callScene({ receptions: ['takes-it', 'takes-it'] });
    const { provider } = context;
    const [reached, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow = {
      ...provider,
      submit: async (...args: Parameters<typeof provider.submit>) => {
        reached.resolve();
        await answer.promise;
        return provider.submit(...args);
      },
    };
    // It hangs before it sends; the other process takes it for dead, hears that nothing arrived, and sends itself.
    const late = paidCall(call, { ...context, owner: 'late', provider: slow });
    await reached.promise;
    expect(await paidCall(call, context)).toMatchObject({ calls: 1, attempts: 2 });
    answer.resolve();
    expect((await late).images).toHaveLength(1);
    const rows = await ledger.calls.list({ limit: 9 });
    expect(rows.map(({ state, usd, ticket }) => ({ state, usd, ticket }))).toEqual([
      { state: 'done', usd: 0.01, ticket: { remoteId: 'job-2' } },
      { state: 'done', usd: 0.01, ticket: { remoteId: 'job-1' } },
    ]);
    expect(service.taken).toHaveLength(2);
  });

  test('is not refused again by who speaks of an earlier claim', async () => {
    const scene = callScene();
    const { call, service, states } = scene;
    const clock = { now: () => 1_000_000, sleep: () => new Promise<void>((resolve) => setTimeout(resolve, 1)) };
    const context = { ...scene.context, ports: { ...scene.context.ports, clock } };
    const { provider } = context;
    const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow = {
      ...provider,
      reconcile: async () => {
        asked.resolve();
        await answer.promise;
        return { outcome: 'never-arrived' } as const;
      },
    };
    await claimByAnother(call, context, call.run);
    const late = paidCall(call, { ...context, provider: slow });
    await asked.promise;
    const [reached, hanging] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const sending = {
      ...provider,
      submit: async (...args: Parameters<typeof provider.submit>) => {
        reached.resolve();
        await hanging.promise;
        return provider.submit(...args);
      },
    };
    const first = paidCall(call, { ...context, provider: sending });
    await reached.promise;
    expect(await states()).toEqual(['claimed']);
    answer.resolve();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await states()).toEqual(['claimed']);
    hanging.resolve();
    expect((await late).images).toEqual((await first).images);
    expect(service.taken).toHaveLength(1);
  });
});

describe('a provider that says when it sends:', () => {
  const announcing = (context: StageContext): StageContext => ({
    ...context,
    provider: { ...context.provider, announcesSending: true },
  });

  test('the claim of a dead process that never came to it is taken over at once, and nobody is asked', async () => {
    const { call, context, service } = callScene({ reconciles: false });
    await claimByAnother(call, context, call.run);
    expect(await paidCall(call, announcing(context))).toMatchObject({ calls: 1 });
    expect(service.submissions).toBe(1);
  });

  test('that of one which did stays unknown', async () => {
    const { call, context, service } = callScene({ reconciles: false });
    const claim = await claimByAnother(call, context, call.run);
    await context.ports.ledger.calls.change(claim, ['claimed'], { submittedAt: 1 });
    await expect(paidCall(call, announcing(context))).rejects.toMatchObject({ code: 'LIMNER_CALL_UNKNOWN' });
    expect(service.submissions).toBe(0);
  });

  test('what fails before that is a refusal, whatever it is', async () => {
    const { call, context, states } = callScene();
    const submit = async (): Promise<never> => {
      throw new TypeError('the guide cannot be read');
    };
    const provider = { ...context.provider, announcesSending: true, submit } as const;
    await expect(paidCall(call, { ...context, provider })).rejects.toThrow('the guide cannot be read');
    expect(await states()).toEqual(['refused']);
  });

  test('who was given up for dead meanwhile does not send any more', async () => {
    const { call, context, ledger, states } = callScene();
    const submit: StageContext['provider']['submit'] = async (job, { callId, claimedAt, beforeSend, ...rest }) => {
      await ledger.calls.change({ id: callId, claimedAt }, ['claimed'], { state: 'unknown' });
      await beforeSend?.();
      return context.provider.submit(job, { callId, claimedAt, ...rest });
    };
    const provider = { ...context.provider, announcesSending: true, submit } as const;
    await expect(paidCall(call, { ...context, attempts: 1, provider })).rejects.toMatchObject({ refused: true });
    expect(await states()).toEqual(['unknown']);
  });
});
