import { expect, test } from 'vitest';
import { type GenerateOptions, generate } from '../generate.ts';
import { createMemoryLedger } from '../ledger/memory.ts';
import { parsePack } from '../pack/parse-pack.ts';
import { startRehearsal } from '../rehearsal/rehearse.ts';
import { startScenarioServer } from '../rehearsal/scenario/server.ts';
import { createMemoryBlobs, createMemoryStore } from '../store/memory.ts';
import { sampleJob } from '../testing/sample-jobs.ts';
import type { TimingHistory } from './provider.ts';
import { createRunpod } from './runpod/index.ts';
import { createScenario } from './scenario/index.ts';

const AFAR = 'https://real.example/v1';

/** What is sent to the real service goes to a server here. */
function fetchAt(baseUrl: string): typeof fetch {
  return (input, init) => fetch(typeof input === 'string' ? input.replace(AFAR, baseUrl) : input, init);
}

test('what was rehearsed is not served as what the real service made', async () => {
  const server = await startScenarioServer({ warmUpMs: 1, queueMs: 1, importMs: 1 });
  try {
    const head = 'pack: p\nproviders: { default: scenario }';
    const cave = '{ id: cave, type: background, description: a cave, width: 128, height: 128 }';
    const parsed = parsePack(`${head}\nassets: [${cave}]`, { file: 'p', format: 'yaml' });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const state = { ledger: createMemoryLedger(), blobs: createMemoryBlobs(), store: createMemoryStore() };
    const setUp = { apiKey: 'api_rehearsal', secretApiKey: 'rehearsal', targetPixels: 128 * 128 };
    const make = (baseUrl: string) => {
      const provider = createScenario({ ...setUp, baseUrl, fetch: fetchAt(server.baseUrl) });
      return generate(parsed.pack, { ...state, providers: [provider] } satisfies GenerateOptions);
    };
    expect(await make(server.baseUrl)).toMatchObject({ made: 1, cached: 0 });
    expect(await make(server.baseUrl)).toMatchObject({ made: 0, cached: 1 });
    expect(await make(AFAR)).toMatchObject({ made: 1, cached: 0, calls: 1 });
    expect(await make(AFAR)).toMatchObject({ made: 0, cached: 1 });
    expect(server.admin.counters().total.submitsAccepted).toBe(2);
  } finally {
    await server.stop();
  }
});

test('a rehearsed endpoint has other versions of all that it makes, and a history of its own', async () => {
  const rehearsal = await startRehearsal({ coldStartMs: 5 });
  const { baseUrl } = rehearsal.runpod;
  try {
    const signal = new AbortController().signal;
    const probe = async (address: string) => {
      const setUp = { name: 'comfyui-custom', endpointId: 'custom', apiKey: 'rehearsal' };
      const asked: string[] = [];
      const history: TimingHistory = (_provider, making) => void asked.push(making);
      const provider = createRunpod({ ...setUp, baseUrl: address, fetch: fetchAt(baseUrl), history });
      const { version, makings = {}, canvas } = await provider.probe({ signal });
      provider.quote(sampleJob('background', canvas));
      return [version, ...asked, ...Object.values(makings).map((making) => making.version)];
    };
    const rehearsed = await probe(baseUrl);
    const real = await probe(AFAR);
    expect(real.length).toBeGreaterThan(6);
    expect(rehearsed).toEqual(real.map((version) => `rehearsed-${version}`));
  } finally {
    await rehearsal.stop();
  }
});
