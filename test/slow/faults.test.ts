import { expect, test } from 'vitest';
import { FAULTS } from '../../src/rehearsal/runpod/faults.ts';
import { runUnder, startHastyEndpoint } from '../rehearsal/faulty-run.ts';

const COUNT = 200;
/** Those that would otherwise take their time. */
const IN_A_HURRY: Readonly<Record<string, string>> = {
  'submit-429': '=0',
  'status-429': '=0',
  'cold-start': '=100',
  'slow-queue': '=100',
};

test('of 200 assets under 5 % of every fault, all are made but those whose submission may have arrived', async () => {
  const server = await startHastyEndpoint(12);
  let probes = 0;
  const countProbes: typeof fetch = (url, init) => {
    const isRun = typeof url === 'string' && url.endsWith('/run');
    if (isRun && typeof init?.body === 'string' && !init.body.includes('"limner"')) probes += 1;
    return fetch(url, init);
  };
  const rules = Object.keys(FAULTS).map((name, index) => ({
    fault: `${name}${IN_A_HURRY[name] ?? ''}`,
    rate: 0.05,
    seed: 7 + index,
  }));
  const { assets, calls, counts, codes, summary } = await runUnder(server, rules, {
    count: COUNT,
    // Every second job ends badly here.
    attempts: 20,
    concurrency: 32,
    // A submission that is slow and not struck may be lost by this too: it is unknown then, or was proven not to have arrived.
    provider: { fetch: countProbes, deadlines: { queueMs: 10_000, runMs: 5000 }, timeouts: { submitMs: 1500 } },
  });
  await server.stop();

  expect(assets).toHaveLength(COUNT);
  expect(new Set(codes)).toEqual(new Set(['LIMNER_CALL_UNKNOWN']));
  const inState = (state: string): number => calls.filter((call) => call.state === state).length;
  expect([inState('done'), inState('unknown')]).toEqual([summary.made, COUNT - summary.made]);
  // A few are lost together with one that did arrive.
  const { faults } = counts;
  const arrived = (faults['reset-after-accept'] ?? 0) + (faults['hang-after-accept'] ?? 0);
  expect(inState('unknown')).toBeLessThanOrEqual(arrived * 2);
  // Whatever the endpoint took is in the ledger, and nothing was sent beside it.
  const known = inState('done') + inState('failed');
  expect(counts.submitsAccepted).toBeLessThanOrEqual(known + inState('unknown') + probes);
  const again = ['duplicate-execution', 'poisoned-worker', 'failed-unreachable'];
  const explained = again.reduce((sum, name) => sum + (faults[name] ?? 0), 0);
  // A job on a dying worker is begun up to four times more.
  expect(counts.executions).toBeLessThanOrEqual(counts.submitsAccepted + explained * 4);
});
