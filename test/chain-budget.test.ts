import { expect, test } from 'vitest';
import { generate } from '../src/generate.ts';
import { createMemoryLedger } from '../src/ledger/memory.ts';
import { parsePack } from '../src/pack/parse-pack.ts';
import { createScenario } from '../src/providers/scenario/index.ts';
import { startScenarioServer } from '../src/rehearsal/scenario/server.ts';
import { createMemoryBlobs, createMemoryStore } from '../src/store/memory.ts';

/** Of $0.1875 each at Scenario: a scene, then its layers. */
function packOf(count: number, run: number) {
  const assets = Array.from(
    { length: count },
    (_, i) =>
      `  - { id: hills${i}, type: parallax, description: hills ${i}, width: 64, height: 32, layers: [sky, hills] }`,
  );
  const text = `pack: p\nproviders: scenario\nbudget: { run: ${run} }\nassets:\n${assets.join('\n')}\n`;
  const parsed = parsePack(text, { file: 'p', format: 'yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.pack;
}

test('a cap is spent on whole chains of calls, never on the first halves of many', async () => {
  const server = await startScenarioServer({ warmUpMs: 1, queueMs: 1, importMs: 1 });
  const keys = { apiKey: 'api_rehearsal', secretApiKey: 'rehearsal' };
  const provider = createScenario({ ...keys, baseUrl: server.baseUrl, targetPixels: 128 * 128 });
  const kept = { ledger: createMemoryLedger(), blobs: createMemoryBlobs(), store: createMemoryStore() };
  const run = (cap: number) =>
    generate(packOf(8, cap), { ...kept, providers: [provider], concurrency: 16, out: '/out' });
  try {
    expect(await run(0.5)).toMatchObject({ made: 2, overBudget: 6, cost: { usd: 0.375 } });
    expect(server.admin.counters().total).toMatchObject({ submitsAccepted: 4, usd: 0.375 });
    expect(await run(0.5)).toMatchObject({ made: 2, cached: 2, overBudget: 4, cost: { usd: 0.375 } });
    expect(await run(5)).toMatchObject({ made: 4, cached: 4, exitCode: 0 });
    expect(server.admin.counters().total).toMatchObject({ submitsAccepted: 16, usd: 1.5 });
  } finally {
    await server.stop();
  }
});
