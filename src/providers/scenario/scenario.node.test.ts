import { afterAll, beforeAll } from 'vitest';
import { type ScenarioServer, startScenarioServer } from '../../rehearsal/scenario/server.ts';
import { providerContract } from '../../testing/provider-contract.ts';
import { createScenario } from './index.ts';

let server: ScenarioServer;
beforeAll(async () => {
  server = await startScenarioServer({ warmUpMs: 1, queueMs: 1, importMs: 1 });
});
afterAll(() => server.stop());

const setUp = { apiKey: 'api_rehearsal', secretApiKey: 'rehearsal', targetPixels: 256 * 256 };

providerContract('scenario with custom models', {
  create: () => createScenario({ ...setUp, baseUrl: server.baseUrl }),
});
providerContract('scenario with its typed endpoints', {
  create: () => createScenario({ ...setUp, baseUrl: server.baseUrl, legacy: true }),
});
