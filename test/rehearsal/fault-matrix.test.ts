import { expect, test } from 'vitest';
import { createMemoryLedger } from '../../src/ledger/memory.ts';
import type { RunpodOptions } from '../../src/providers/runpod/options.ts';
import { FAULTS, type FaultName } from '../../src/rehearsal/runpod/faults.ts';
import { type FaultyRun, runUnder, startHastyEndpoint } from './faulty-run.ts';

/** What a run of two icons comes to. */
interface Outcome {
  readonly made: number;
  readonly codes?: readonly string[];
  /** Jobs that the endpoint took, and how often one was begun; probes among them. */
  readonly submits: number;
  readonly executions: number;
  /** How the calls stand in the ledger, sorted. */
  readonly calls?: readonly string[];
  /**
   * What the client gives up waiting for. Long where the other job, or the next one, has to come through in that time on a slow machine
   * too.
   */
  readonly patience?: Pick<RunpodOptions, 'deadlines' | 'timeouts'>;
}

const RECOVERED: Outcome = { made: 2, submits: 2, executions: 2 };
/** A job was paid in vain, and another one brought the picture. */
const MADE_ANEW: Outcome = { made: 2, submits: 3, executions: 3 };
const ONE_UNKNOWN: Outcome = { made: 1, submits: 2, executions: 2, codes: ['LIMNER_CALL_UNKNOWN'] };

const twice = (code: string, calls: Outcome['calls'], counts: Partial<Outcome> = {}): Outcome => ({
  made: 0,
  submits: 6,
  executions: 6,
  codes: [code, code],
  ...(calls ? { calls } : {}),
  ...counts,
});
const SIX_FAILED = Array.from({ length: 6 }, () => 'failed');
const NOTHING_TAKEN = { submits: 0, executions: 0 };
const REFUSED = ['refused', 'refused'];
/** Nobody can say how they are doing: the next run collects them. */
const STILL_THERE = twice('LIMNER_CALL_FAILED', ['submitted', 'submitted'], { submits: 2, executions: 2 });

const MATRIX: { readonly [name in FaultName]: { readonly value?: number; once: Outcome; always: Outcome } } = {
  'submit-429': { value: 0, once: RECOVERED, always: twice('LIMNER_CALL_FAILED', REFUSED, NOTHING_TAKEN) },
  'submit-500': { once: RECOVERED, always: twice('LIMNER_CALL_FAILED', REFUSED, NOTHING_TAKEN) },
  'reset-before-accept': { once: RECOVERED, always: twice('LIMNER_CALL_FAILED', REFUSED, NOTHING_TAKEN) },
  hang: {
    once: { ...RECOVERED, patience: { timeouts: { submitMs: 10_000 } } },
    always: twice('LIMNER_CALL_FAILED', REFUSED, { ...NOTHING_TAKEN, patience: { timeouts: { submitMs: 3000 } } }),
  },
  'reset-after-accept': {
    once: ONE_UNKNOWN,
    always: twice('LIMNER_CALL_UNKNOWN', ['unknown', 'unknown'], { submits: 2, executions: 2 }),
  },
  'hang-after-accept': {
    once: { ...ONE_UNKNOWN, patience: { timeouts: { submitMs: 10_000 } } },
    always: twice('LIMNER_CALL_UNKNOWN', ['unknown', 'unknown'], {
      submits: 2,
      executions: 2,
      patience: { timeouts: { submitMs: 3000 } },
    }),
  },

  'cold-start': { value: 200, once: RECOVERED, always: RECOVERED },
  'slow-queue': { value: 200, once: RECOVERED, always: RECOVERED },
  'never-ending-queue': {
    once: { made: 2, submits: 3, executions: 2, patience: { deadlines: { queueMs: 10_000 } } },
    always: twice('LIMNER_CALL_TIMEOUT', SIX_FAILED, { executions: 0, patience: { deadlines: { queueMs: 3000 } } }),
  },
  'never-ending-run': {
    once: { ...MADE_ANEW, patience: { deadlines: { runMs: 10_000 } } },
    always: twice('LIMNER_CALL_TIMEOUT', SIX_FAILED, { patience: { deadlines: { runMs: 5000 } } }),
  },
  'duplicate-execution': {
    once: { made: 2, submits: 2, executions: 3 },
    always: { made: 2, submits: 2, executions: 4 },
  },
  'ttl-404': { once: MADE_ANEW, always: twice('LIMNER_RESULT_GONE', SIX_FAILED) },
  'failed-validation': { once: MADE_ANEW, always: twice('LIMNER_MODEL_MISSING', undefined) },
  'failed-node': { once: MADE_ANEW, always: twice('LIMNER_CALL_FAILED', SIX_FAILED) },
  'failed-oom': { once: MADE_ANEW, always: twice('LIMNER_OUT_OF_MEMORY', SIX_FAILED) },
  'failed-crash': { once: MADE_ANEW, always: twice('LIMNER_CALL_FAILED', SIX_FAILED) },
  'failed-history': { once: MADE_ANEW, always: twice('LIMNER_OUT_OF_MEMORY', SIX_FAILED) },
  'failed-no-outputs': { once: MADE_ANEW, always: twice('LIMNER_CALL_FAILED', SIX_FAILED) },
  'failed-queueing': { once: MADE_ANEW, always: twice('LIMNER_WORKFLOW_REFUSED', SIX_FAILED) },
  // Queued again under their own ids, once idle workers have been stopped.
  'failed-unreachable': {
    once: { made: 2, submits: 2, executions: 3 },
    always: { made: 2, submits: 2, executions: 4 },
  },
  'poisoned-worker': {
    once: { made: 2, submits: 2, executions: 3 },
    always: { made: 2, submits: 2, executions: 4 },
  },
  'completed-without-output': { once: MADE_ANEW, always: twice('LIMNER_CALL_FAILED', SIX_FAILED) },
  'missing-image': { once: MADE_ANEW, always: twice('LIMNER_CALL_FAILED', SIX_FAILED) },
  'truncated-base64': {
    once: MADE_ANEW,
    always: twice('LIMNER_PICTURE_INVALID', SIX_FAILED),
  },
  'not-a-png': { once: MADE_ANEW, always: twice('LIMNER_PICTURE_INVALID', SIX_FAILED) },
  'wrong-size': {
    once: MADE_ANEW,
    always: twice('LIMNER_PICTURE_INVALID', SIX_FAILED),
  },
  // A picture like any other, as far as the protocol goes: gates judge it.
  'blank-picture': { once: RECOVERED, always: RECOVERED },
  'simulated-s3-path': { once: MADE_ANEW, always: twice('LIMNER_CALL_FAILED', SIX_FAILED) },
  'failed-s3': { once: MADE_ANEW, always: twice('LIMNER_CALL_FAILED', SIX_FAILED) },

  'status-500': { once: RECOVERED, always: STILL_THERE },
  'status-429': { value: 0, once: RECOVERED, always: STILL_THERE },
  'status-reset': { once: RECOVERED, always: STILL_THERE },
};

/** Of a job on a dying worker, how often it is begun depends on which worker takes it next. */
const MAY_BE_BEGUN_MORE = new Set<FaultName>(['poisoned-worker', 'failed-unreachable']);

const NAMES = Object.keys(FAULTS).filter((name): name is FaultName => name in FAULTS);

const CASES = NAMES.flatMap((name) => {
  const { value, once, always } = MATRIX[name];
  const fault = value === undefined ? name : `${name}=${value}`;
  return [
    { name, how: 'once', expected: once, rules: [{ fault, next: 1 }] },
    { name, how: 'for ever', expected: always, rules: [{ fault }] },
  ];
});

test.concurrent.each(CASES)('$name $how ends as it should', async ({ name, expected, rules }) => {
  const server = await startHastyEndpoint();
  try {
    expectOutcome(await runUnder(server, rules, { provider: { ...expected.patience } }), expected, name);
  } finally {
    await server.stop();
  }
});

function expectOutcome(run: FaultyRun, expected: Outcome, name: FaultName): void {
  const { made, codes = [], submits, executions } = expected;
  expect({ made: run.summary.made, codes: run.codes, submits: run.counts.submitsAccepted }).toEqual({
    made,
    codes,
    submits,
  });
  if (MAY_BE_BEGUN_MORE.has(name)) expect(run.counts.executions).toBeGreaterThanOrEqual(executions);
  else expect(run.counts.executions).toBe(executions);
  if (expected.calls) expect(run.calls.map(({ state }) => state).toSorted()).toEqual(expected.calls);
  expect(JSON.stringify([run.assets, run.calls])).not.toContain('a-secret-of-ours');
}

test('what nobody could say how it was doing is collected by the next run, and not paid again', async () => {
  const server = await startHastyEndpoint();
  const ledger = createMemoryLedger();
  const first = await runUnder(server, [{ fault: 'status-500' }], { ledger });
  const second = await runUnder(server, [], { ledger });
  await server.stop();
  expect([first.summary.made, second.summary.made]).toEqual([0, 2]);
  expect([first.counts.submitsAccepted, second.counts.submitsAccepted]).toEqual([2, 0]);
});
