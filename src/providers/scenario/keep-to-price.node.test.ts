import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ScenarioServer, startScenarioServer } from '../../rehearsal/scenario/server.ts';
import { sampleJob } from '../../testing/sample-jobs.ts';
import type { SubmitContext } from '../provider.ts';
import { createScenario } from './index.ts';

const { signal } = new AbortController();
const POLICY = { multipleOf: 16, minSide: 128, maxSide: 2048, targetPixels: 128 * 128 };
const { guide: _guide, strength: _strength, ...JOB } = sampleJob('background', POLICY);

let server: ScenarioServer;
beforeEach(async () => {
  server = await startScenarioServer({ warmUpMs: 1, queueMs: 1, importMs: 1 });
});
afterEach(() => server.stop());

const held = (mostUsd: number): SubmitContext => ({
  callId: 'call',
  claimedAt: Date.now(),
  signal,
  mostUsd,
  readBlob: async () => new Uint8Array(),
});

test('a job that costs more than is held back for it is not sent', async () => {
  const provider = createScenario({ apiKey: 'api_rehearsal', secretApiKey: 'rehearsal', baseUrl: server.baseUrl });
  await provider.probe({ signal });
  await expect(provider.submit(JOB, held(0.1))).rejects.toMatchObject({
    code: 'LIMNER_BUDGET_EXCEEDED',
    refused: true,
  });
  expect(server.admin.counters().total).toMatchObject({ submitsSeen: 0, dryRuns: 1 });
  await provider.submit(JOB, held(0.1075));
  expect(server.admin.counters().total).toMatchObject({ submitsAccepted: 1, dryRuns: 1, usd: 0.1075 });
});
