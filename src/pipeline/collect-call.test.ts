import { describe, expect, test } from 'vitest';
import { LimnerError } from '../errors.ts';
import { callScene } from '../testing/call-scene.ts';
import type { Script } from '../testing/scripted-provider.ts';
import { paidCall } from './paid-call.ts';

describe('a download that is broken', () => {
  const BROKEN = ['brings-half', 'brings-a-page', 'brings-no-bytes', 'brings-far-too-much'] as const;

  test.each(BROKEN)('is asked for again, and the job paid once: %s', async (end) => {
    const { call, context, service, states } = callScene({ ends: [end, end, 'done'] });
    expect(await paidCall(call, context)).toMatchObject({ attempts: 1, calls: 1, polls: 3, usd: 0.01 });
    expect(service.taken).toHaveLength(1);
    expect(await states()).toEqual(['done']);
  });

  test.each(BROKEN)('is never recorded as done: %s', async (end) => {
    const { call, context, ledger, service } = callScene({ ends: [end, end, end] });
    await expect(paidCall(call, { ...context, attempts: 1 })).rejects.toMatchObject({
      code: 'LIMNER_PICTURE_INVALID',
      retryable: true,
    });
    expect(await ledger.calls.list({ limit: 9 })).toMatchObject([
      { state: 'failed', usd: 0.01, polls: 3, error: { code: 'LIMNER_PICTURE_INVALID' } },
    ]);
    expect(await paidCall(call, context)).toMatchObject({ calls: 2, usd: 0.02 });
    expect(service.taken).toHaveLength(2);
  });

  test('counts as one failure of the attempts that are allowed', async () => {
    const { call, context, states } = callScene({ ends: ['brings-half', 'brings-half', 'brings-half', 'done'] });
    expect(await paidCall(call, context)).toMatchObject({ attempts: 2, calls: 2, usd: 0.02 });
    expect(await states()).toEqual(['failed', 'done']);
  });
});

describe('a job that does not end', () => {
  const hanging: Script = { pollsNeeded: Infinity, pollAfterMs: 7_000 };

  test('is stopped at its deadline, and fails', async () => {
    const { call, context, ledger, service, time } = callScene({ ...hanging, cancels: 'cancelled' });
    const startedAt = time.now;
    await expect(paidCall(call, context)).rejects.toMatchObject({ code: 'LIMNER_CALL_OVERDUE' });
    expect(time.now - startedAt).toBe(context.callDeadlineMs);
    expect(service).toMatchObject({ cancellations: 1, submissions: 1 });
    expect(await ledger.calls.list({ limit: 9 })).toMatchObject([
      { state: 'failed', usd: 0.01, error: { code: 'LIMNER_CALL_OVERDUE' } },
    ]);
  });

  test('stays submitted when it cannot be stopped, and is asked after once more the next time', async () => {
    const { call, context, service, states, time } = callScene({
      ...hanging,
      pollsNeeded: 12,
      cancels: 'cannot-cancel',
    });
    await expect(paidCall(call, context)).rejects.toMatchObject({ code: 'LIMNER_CALL_OVERDUE' });
    expect(await states()).toEqual(['submitted']);
    expect(service).toMatchObject({ polls: 10, cancellations: 1 });

    await expect(paidCall(call, context)).rejects.toMatchObject({ code: 'LIMNER_CALL_OVERDUE' });
    expect(service).toMatchObject({ polls: 11, cancellations: 2 });

    const stoppedAt = time.now;
    expect(await paidCall(call, context)).toMatchObject({ calls: 1, polls: 12, usd: 0.01 });
    expect(time.now).toBe(stoppedAt);
    expect(service).toMatchObject({ submissions: 1, polls: 12 });
  });

  test('stays submitted when the request to stop it does not get through', async () => {
    const { call, context, states } = callScene({ ...hanging, breaks: { cancel: 99 } });
    await expect(paidCall(call, context)).rejects.toMatchObject({
      code: 'LIMNER_CALL_OVERDUE',
      cause: { code: 'LIMNER_CALL_FAILED', cause: new TypeError('fetch failed') },
    });
    expect(await states()).toEqual(['submitted']);
  });

  test('gives its pictures when it ended just before it was stopped', async () => {
    const { call, context, states } = callScene({ ...hanging, pollsNeeded: 11, cancels: 'already-finished' });
    expect(await paidCall(call, context)).toMatchObject({ calls: 1, polls: 11 });
    expect(await states()).toEqual(['done']);
  });

  test('is asked once more, not for ever, when the service says both that it ended and that it runs', async () => {
    const { call, context, service, states } = callScene({ ...hanging, cancels: 'already-finished' });
    await expect(paidCall(call, context)).rejects.toMatchObject({ code: 'LIMNER_CALL_OVERDUE' });
    expect(service).toMatchObject({ polls: 11, cancellations: 1 });
    expect(await states()).toEqual(['submitted']);
  });

  test('has its deadline counted from the submission, whichever process polls', async () => {
    const { call, context, service, time } = callScene({ ...hanging, cancels: 'cancelled' });
    const dying = new AbortController();
    const clock = { ...context.ports.clock, sleep: async () => dying.abort(new Error('killed')) };
    const dead = { ...context, owner: 'dead', signal: dying.signal, ports: { ...context.ports, clock } };
    await expect(paidCall(call, dead)).rejects.toThrow('killed');
    const submittedAt = time.now;
    time.now += 50_000;
    await expect(paidCall(call, context)).rejects.toMatchObject({ code: 'LIMNER_CALL_OVERDUE' });
    expect(time.now - submittedAt).toBe(context.callDeadlineMs);
    expect(service.submissions).toBe(1);
  });
});

test('a job found by its lost submission has its deadline counted from the claim, not from the finding', async () => {
  const { call, context, service, time } = callScene({
    receptions: ['takes-it-but-answer-is-lost'],
    breaks: { reconcile: 5 },
    pollsNeeded: Infinity,
    pollAfterMs: 7_000,
    cancels: 'cancelled',
  });
  const claimedAt = time.now;
  await expect(paidCall(call, context)).rejects.toMatchObject({ code: 'LIMNER_CALL_UNKNOWN' });
  time.now = claimedAt + 40_000;
  await expect(paidCall(call, context)).rejects.toMatchObject({ code: 'LIMNER_CALL_OVERDUE' });
  expect(time.now - claimedAt).toBe(context.callDeadlineMs);
  expect(service.submissions).toBe(1);
});

test('polls are counted while they happen, so that a process that dies takes none with it', async () => {
  const { call, context, ledger } = callScene({ pollsNeeded: 5 });
  const counts: (number | undefined)[] = [];
  const sleep = async (): Promise<void> => void counts.push((await ledger.calls.list({ limit: 1 }))[0]?.polls);
  await paidCall(call, { ...context, ports: { ...context.ports, clock: { ...context.ports.clock, sleep } } });
  expect(counts).toEqual([1, 2, 3, 4]);
});

describe('a broken connection', () => {
  test('is passed over while it is short', async () => {
    const { call, context, service, time } = callScene({ breaks: { poll: 4 } });
    expect(await paidCall(call, context)).toMatchObject({ calls: 1, polls: 1 });
    expect(service.submissions).toBe(1);
    expect(time.now).toBe(1_000_000 + 500 + 1000 + 2000 + 4000);
  });

  test('fails the asset and not the job when it lasts', async () => {
    const { call, context, service, states } = callScene({ breaks: { poll: 5 } });
    const failure = await paidCall(call, context).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LimnerError);
    expect(failure).toMatchObject({
      code: 'LIMNER_CALL_FAILED',
      message: 'scripted could not say how a job is doing: fetch failed',
      cause: new TypeError('fetch failed'),
    });
    expect(await states()).toEqual(['submitted']);
    expect(await paidCall(call, context)).toMatchObject({ calls: 1, usd: 0.01 });
    expect(service.submissions).toBe(1);
  });

  test('leaves a lost submission unknown when nobody can be asked about it', async () => {
    const { call, context, service, states } = callScene({
      receptions: ['takes-it-but-answer-is-lost'],
      breaks: { reconcile: 5 },
    });
    await expect(paidCall(call, context)).rejects.toMatchObject({ code: 'LIMNER_CALL_UNKNOWN' });
    expect(await states()).toEqual(['unknown']);
    expect(await paidCall(call, context)).toMatchObject({ calls: 1 });
    expect(service.submissions).toBe(1);
  });

  test('does not outlive an interruption', async () => {
    const stop = new AbortController();
    const { call, context } = callScene({ breaks: { poll: 99 } }, { signal: stop.signal });
    const clock = {
      now: () => 0,
      sleep: async (_ms: number, signal: AbortSignal) => {
        stop.abort(new Error('stop'));
        signal.throwIfAborted();
      },
    };
    await expect(paidCall(call, { ...context, ports: { ...context.ports, clock } })).rejects.toThrow('stop');
  });
});

test('a job that failed for a reason of the provider’s own code is no bug of limner', async () => {
  const { call, context, ledger } = callScene({ ends: ['breaks'] });
  await expect(paidCall(call, context)).rejects.toMatchObject({ code: 'LIMNER_CALL_FAILED' });
  expect(await ledger.calls.list({ limit: 9 })).toMatchObject([
    { state: 'failed', error: { code: 'LIMNER_CALL_FAILED' } },
  ]);
});
