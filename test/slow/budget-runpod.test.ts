import { expect, test } from 'vitest';
import { createMemoryLedger } from '../../src/ledger/memory.ts';
import { pause } from '../../src/providers/pause.ts';
import { createMemoryBlobs } from '../../src/store/memory.ts';
import { runUnder, startHastyEndpoint } from '../rehearsal/faulty-run.ts';

const CAP_USD = 0.5;
const USD_PER_SECOND = 0.01;
const IDLE_MS = 1000;

test('a cap holds by the bill of the endpoint, cold starts and idle tails included, under 16 jobs at once', async () => {
  const usdPerGpuSecond = USD_PER_SECOND;
  const server = await startHastyEndpoint(16, {
    usdPerGpuSecond,
    coldStartMs: 300,
    idleTimeoutMs: IDLE_MS,
    executionMs: 700,
  });
  try {
    const rates = { usdPerSecond: USD_PER_SECOND, coldStartSeconds: 1, idleSeconds: IDLE_MS / 1000 };
    const shared = {
      count: 80,
      ledger: createMemoryLedger(),
      blobs: createMemoryBlobs(),
      concurrency: 16,
      provider: rates,
    };
    const { summary, calls, counts } = await runUnder(server, [], { ...shared, budget: { run: CAP_USD } });
    await pause(IDLE_MS * 2, new AbortController().signal);
    const billed = server.admin.counters().total.usd;
    const spent = calls.reduce((sum, { usd = 0 }) => sum + usd, 0);
    expect(summary).toMatchObject({ exitCode: 1, failed: 0 });
    expect(summary.made).toBeGreaterThan(10);
    expect(summary.overBudget).toBe(80 - summary.made);
    expect(billed).toBeLessThanOrEqual(CAP_USD);
    expect(spent).toBeLessThanOrEqual(CAP_USD);
    // What the jobs are charged comes to what the workers are billed for, and little more.
    expect(spent).toBeGreaterThan(billed * 0.8);
    expect(spent).toBeLessThan(billed * 1.5);
    const rest = await runUnder(server, [], { ...shared, budget: { run: 50 } });
    expect(rest.summary).toMatchObject({ made: 80 - summary.made, cached: summary.made, exitCode: 0 });
    expect(rest.counts.executions + counts.executions).toBe(80);
  } finally {
    await server.stop();
  }
});
