import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImageJob, JobState, SubmitContext, Ticket } from '../../src/providers/provider.ts';
import { createMemoryProbeCache } from '../../src/providers/probe-cache.ts';
import { createRunpod } from '../../src/providers/runpod/index.ts';
import type { RunpodOptions } from '../../src/providers/runpod/options.ts';
import { type Rehearsal, startRehearsal } from '../../src/rehearsal/rehearse.ts';
import { fitEndpoint } from '../../src/workflow/fit-endpoint.ts';
import { sampleJob } from '../../src/testing/sample-jobs.ts';
import { startHastyEndpoint } from './faulty-run.ts';

const signal = new AbortController().signal;
const CONTEXT: SubmitContext = {
  signal,
  callId: 'a-call',
  claimedAt: Date.now(),
  readBlob: async () => new Uint8Array(),
};
const JOB: ImageJob = sampleJob('background', { multipleOf: 16, minSide: 64, maxSide: 128 });

/** Jobs of a probe of `custom`, which lacks the two nodes for seamless edges. */
const PROBE = 3;

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await startRehearsal({ coldStartMs: 5, workersMax: 1 });
});
afterEach(() => rehearsal.stop());

function provide(endpointId: string, options: Partial<RunpodOptions> = {}) {
  const { baseUrl } = rehearsal.runpod;
  return createRunpod({ name: 'here', endpointId, apiKey: 'rehearsal', baseUrl, ...options });
}

const counts = () => rehearsal.admin.counters().total;

async function follow(provider: ReturnType<typeof provide>, ticket: Ticket): Promise<JobState> {
  for (;;) {
    const state = await provider.poll(ticket, CONTEXT);
    if (state.phase === 'done' || state.phase === 'failed') return state;
    await new Promise((resolve) => setTimeout(resolve, state.pollAfterMs));
  }
}

describe('a probe', () => {
  test.each([
    ['custom', 'A', 'with backgrounds removed'],
    ['flux1-dev-fp8', 'B', 'cannot remove backgrounds'],
    ['base', 'C', 'has not the models'],
  ])(
    'of %s comes to %s, by one job and one more for each missing node, none of which paints',
    async (id, outcome, words) => {
      const { fit, facts } = await provide(id).look({ fresh: true, signal });
      expect(fit.outcome).toBe(outcome);
      expect(fit.words).toContain(words);
      expect(fit).toEqual(fitEndpoint(facts));
      const { probes, submitsAccepted, bytesOut } = counts();
      expect({ probes, submitsAccepted }).toEqual({ probes: facts.nodes.absent.length + 1, submitsAccepted: 0 });
      // A picture alone would be more.
      expect(bytesOut).toBeLessThan(60_000);
    },
  );

  test('is kept, and made anew when it is wanted fresh', async () => {
    const cache = createMemoryProbeCache();
    await provide('custom', { cache }).probe(CONTEXT);
    await provide('custom', { cache }).probe(CONTEXT);
    expect(counts().probes).toBe(PROBE);
    await provide('custom', { cache }).look({ fresh: true, signal });
    expect(counts().probes).toBe(2 * PROBE);
  });

  test('is made anew after a job that contradicts it, which is then sent again', async () => {
    const provider = provide('custom');
    await provider.probe(CONTEXT);
    rehearsal.admin.setFaults([{ fault: 'failed-validation', next: 1 }]);
    const state = await follow(provider, await provider.submit(JOB, CONTEXT));
    expect(state).toMatchObject({ phase: 'failed', error: { code: 'LIMNER_MODEL_MISSING', retryable: true } });
    expect(await follow(provider, await provider.submit(JOB, CONTEXT))).toMatchObject({ phase: 'done' });
    expect(counts()).toMatchObject({ probes: 2 * PROBE, submitsAccepted: 2 });
  });

  test.each(['failed-node', 'failed-validation', 'completed-without-output', 'submit-500', 'ttl-404', 'status-reset'])(
    'that meets %s is sent again, and never takes the trouble for an answer',
    async (fault) => {
      rehearsal.admin.setFaults([{ fault, next: 1 }]);
      expect((await provide('custom').look({ fresh: true, signal })).fit.outcome).toBe('A');
    },
  );
});

describe('a job', () => {
  test('that no worker takes is cancelled in time, and the words say how the workers are', async () => {
    const server = await startHastyEndpoint(1, { idleTimeoutMs: 600_000 });
    const cache = createMemoryProbeCache();
    const at = { baseUrl: server.baseUrl, cache };
    await provide('hasty', at).probe(CONTEXT);
    const provider = provide('hasty', { ...at, deadlines: { queueMs: 300 } });
    await provider.probe(CONTEXT);
    server.admin.setFaults([{ fault: 'never-ending-queue' }]);
    const state = await follow(provider, await provider.submit(JOB, CONTEXT));
    const { total } = server.admin.counters();
    await server.stop();
    expect(state).toMatchObject({ phase: 'failed', usd: 0, error: { code: 'LIMNER_CALL_TIMEOUT' } });
    expect(state).toMatchObject({
      error: { message: expect.stringMatching(/in 0 s: its workers are idle/) as string },
    });
    expect(total).toMatchObject({ cancels: 1, executions: 0, probes: PROBE });
  });

  test('is cancelled when it is told to, and says that there was nothing to cancel when it has ended', async () => {
    const provider = provide('custom');
    await provider.probe(CONTEXT);
    const done = await provider.submit(JOB, CONTEXT);
    await follow(provider, done);
    expect(await provider.cancel(done, { signal })).toBe('already-finished');
    rehearsal.admin.setFaults([{ fault: 'never-ending-queue' }]);
    const waiting = await provider.submit(JOB, CONTEXT);
    expect(await provider.cancel(waiting, { signal })).toBe('cancelled');
  });

  test('that waits says how many jobs the endpoint would take, and how busy it is', async () => {
    const provider = provide('custom');
    const { concurrency } = await provider.probe(CONTEXT);
    rehearsal.admin.setFaults([
      { fault: 'slow-queue=600000', next: 1 },
      { fault: 'status-429=0', next: 1 },
    ]);
    const state = await provider.poll(await provider.submit(JOB, CONTEXT), CONTEXT);
    expect(state).toMatchObject({ phase: 'queued', concurrency: concurrency / 2 });
  });

  test('too large to be handed back is refused before it is sent', async () => {
    const provider = provide('custom');
    await provider.probe(CONTEXT);
    const large = { ...JOB, canvas: { ...JOB.canvas, width: 4096, height: 4096 } };
    await expect(provider.submit(large, CONTEXT)).rejects.toMatchObject({ code: 'LIMNER_TOO_LARGE', refused: true });
    expect(counts()).toMatchObject({ submitsSeen: 0, probes: PROBE });
  });

  test('of unknown fate is gone when it has outlived its time', async () => {
    const provider = provide('custom');
    const longAgo = { ...CONTEXT, claimedAt: Date.now() - 3_600_000 };
    expect(await provider.reconcile(JOB, longAgo)).toEqual({ outcome: 'gone' });
    expect(await provider.reconcile(JOB, CONTEXT)).toEqual({ outcome: 'cannot-tell' });
  });

  test('of another endpoint is not looked for here', async () => {
    const ticket = await provide('custom').submit(JOB, CONTEXT);
    await expect(provide('premade').poll(ticket, CONTEXT)).rejects.toMatchObject({ code: 'LIMNER_ENDPOINT_NOT_FOUND' });
  });
});
