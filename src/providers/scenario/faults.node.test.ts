import { describe, expect, test } from 'vitest';
import { type GenerateOptions, generate } from '../../generate.ts';
import { createMemoryLedger } from '../../ledger/memory.ts';
import { parsePack } from '../../pack/parse-pack.ts';
import type { FaultRule } from '../../rehearsal/faults/fault-book.ts';
import {
  type ScenarioServer,
  type ScenarioServerOptions,
  startScenarioServer,
} from '../../rehearsal/scenario/server.ts';
import { createMemoryBlobs, createMemoryStore } from '../../store/memory.ts';
import { pause } from '../pause.ts';
import { createScenario } from './index.ts';
import type { ScenarioOptions } from './options.ts';

const CAVE = '{ id: cave, type: background, description: a cave, width: 128, height: 128 }';
const SLIME = '{ id: slime, type: entity, description: a green slime, shape: circle, width: 32, height: 32 }';

interface Scene {
  readonly assets?: readonly string[];
  readonly faults?: readonly FaultRule[];
  readonly server?: ScenarioServerOptions;
  readonly options?: Partial<ScenarioOptions>;
  readonly generate?: Partial<GenerateOptions>;
}

/** A pack made at a rehearsed Scenario with faults, and what its server has counted. */
async function make({ server: more, ...scene }: Scene) {
  const server = await startScenarioServer({ warmUpMs: 1, queueMs: 1, importMs: 1, ...more });
  try {
    return await makeAt(server, scene);
  } finally {
    await server.stop();
  }
}

async function makeAt(
  server: ScenarioServer,
  { assets = [CAVE], faults = [], options, generate: others }: Omit<Scene, 'server'>,
) {
  server.admin.setFaults(faults);
  const timeouts = { settleMs: 50, ...options?.timeouts };
  const keys = { apiKey: 'api_rehearsal', secretApiKey: 'rehearsal' };
  const provider = createScenario({ ...keys, baseUrl: server.baseUrl, targetPixels: 128 * 128, ...options, timeouts });
  const parsed = parsePack(`pack: faults\nproviders: { default: scenario }\nassets: [${assets.join(', ')}]`, {
    file: 'pack.yaml',
    format: 'yaml',
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const store = createMemoryStore();
  const summary = await generate(parsed.pack, { providers: [provider], store, ...others });
  const manifest = JSON.parse(new TextDecoder().decode(await store.get('manifest.json'))) as {
    readonly assets: readonly { readonly error?: { readonly code: string; readonly message: string } }[];
  };
  return { summary, errors: manifest.assets.map(({ error }) => error), ...server.admin.counters() };
}

const accepted = ({ total }: { readonly total: { readonly submitsAccepted: number } }): number => total.submitsAccepted;

describe('a picture is made, and paid for once,', () => {
  test.each([
    ['when the answer is lost after the job was accepted', 'reset-after-accept', 1],
    ['when the answer is a gateway’s page after the job was accepted', 'submit-500-after-accept', 1],
    ['when no answer ever comes', 'hang-after-accept', 1],
    ['when the connection breaks before the job is accepted', 'reset-before-accept', 2],
    ['when the service fails before the job is accepted', 'submit-500', 2],
    ['when the service hangs and accepts nothing', 'hang', 2],
    ['when the team has too much under way', 'submit-429=1', 2],
    ['when the service wants to be left alone for a moment', 'submit-cooldown=1', 2],
  ])('%s', async (_what, fault, seen) => {
    const options = fault.startsWith('hang') ? { timeouts: { submitMs: 5000 } } : {};
    const made = await make({ faults: [{ fault, next: 1 }], options });
    expect(made.errors).toEqual([undefined]);
    expect(made.summary).toMatchObject({ status: 'done', made: 1 });
    expect(made.total).toMatchObject({ submitsAccepted: 1, submitsSeen: seen, cu: 10.75 });
  });

  test.each([
    'webp-output',
    'status-aliases',
    'expired-url',
    'truncated-download',
    'not-a-png',
    'download-500',
    'read-500',
    'read-429=1',
    'read-reset',
  ])('in spite of %s', async (fault) => {
    const made = await make({ faults: [{ fault, next: 1 }] });
    expect(made.errors).toEqual([undefined]);
    expect([accepted(made), made.total.faults]).toEqual([1, { [fault.replace(/=.*/, '')]: 1 }]);
  });

  test('each step of a chain, however many answers are lost', async () => {
    const faults = [
      { fault: 'reset-after-accept', rate: 0.5, seed: 3 },
      { fault: 'submit-500', rate: 0.2, seed: 4 },
    ];
    const assets = Array.from({ length: 6 }, (_, i) => SLIME.replaceAll('slime', `slime${i}`));
    const made = await make({ assets, faults });
    expect(made.errors).toEqual(assets.map(() => undefined));
    expect(made.total.faults['reset-after-accept']).toBeGreaterThan(2);
    expect(made.operations).toMatchObject({
      img2img: { submitsAccepted: 6 },
      'remove-background': { submitsAccepted: 6 },
    });
  });
});

test.each(['truncated-download', 'not-a-png', 'download-500'])(
  'a picture of which nothing but %s comes is fetched by the next run, and not paid for again',
  async (fault) => {
    const server = await startScenarioServer({ warmUpMs: 1, queueMs: 1, importMs: 1 });
    try {
      const clock = { now: () => Date.now(), sleep: () => pause(1, new AbortController().signal) };
      const others = { ledger: createMemoryLedger(), blobs: createMemoryBlobs(), clock };
      const first = await makeAt(server, { faults: [{ fault }], generate: others });
      expect(first.errors).toMatchObject([{ code: 'LIMNER_CALL_FAILED' }]);
      const second = await makeAt(server, { generate: others });
      expect([second.errors, accepted(second)]).toEqual([[undefined], 1]);
    } finally {
      await server.stop();
    }
  },
);

describe('a job that fails', () => {
  test('is paid back and made anew', async () => {
    const made = await make({ faults: [{ fault: 'failed', next: 1 }] });
    expect(made.summary).toMatchObject({ made: 1, cost: { usd: 0.1075 } });
    expect(made.total).toMatchObject({ jobsFailed: 1, submitsAccepted: 2, cu: 10.75 });
  });

  test('for its words is not asked for again', async () => {
    const made = await make({ faults: [{ fault: 'failed-moderation' }] });
    expect(made.errors).toMatchObject([{ code: 'LIMNER_MODERATED' }]);
    expect([accepted(made), made.total.cu]).toEqual([1, 0]);
  });

  test('because somebody cancelled it is told so', async () => {
    const made = await make({ faults: [{ fault: 'canceled' }] });
    expect(made.errors).toMatchObject([{ message: expect.stringContaining('cancelled at scenario') as string }]);
    expect(accepted(made)).toBe(1);
  });

  test('to bring all of its layers is made anew', async () => {
    const assets = [
      '{ id: wood, type: parallax, description: a forest, width: 128, height: 128, layers: [sky, hills, trees] }',
    ];
    const made = await make({ assets, faults: [{ fault: 'missing-asset', endpoint: 'layered', next: 1 }] });
    expect(made.errors).toEqual([undefined]);
    expect(made.operations.layered.submitsAccepted).toBe(2);
  });

  test('to be as large as was asked is made anew', async () => {
    const made = await make({ faults: [{ fault: 'wrong-size', next: 1 }] });
    expect([made.errors, accepted(made)]).toEqual([[undefined], 2]);
  });
});

describe('a refusal costs nothing and says what to do:', () => {
  test.each([
    ['no compute units', 'out-of-credits', 'LIMNER_CREDITS_EXHAUSTED', 'too few compute units'],
    ['no compute units, as a 403', 'out-of-credits-403', 'LIMNER_CREDITS_EXHAUSTED', 'too few compute units'],
    ['a model of another plan', 'plan-403', 'LIMNER_CAPABILITY_MISSING', 'it needs the plan cu-pro-q3-25'],
  ])('%s', async (_what, fault, code, words) => {
    const made = await make({ faults: [{ fault }] });
    expect(made.errors).toMatchObject([{ code, message: expect.stringContaining(words) as string }]);
    expect([made.total.submitsSeen, accepted(made)]).toEqual([1, 0]);
  });

  test('a wrong key', async () => {
    const made = await make({ server: { apiKey: 'api_x', apiSecret: 'y' } });
    expect(made.errors).toMatchObject([{ code: 'LIMNER_KEY_REFUSED' }]);
    expect(made.total.submitsSeen).toBe(0);
  });

  test('a model that is not there, told by the plan', async () => {
    const made = await make({ assets: [CAVE, SLIME], options: { models: { removal: 'model_none' } } });
    expect(made.errors).toMatchObject([undefined, { code: 'LIMNER_CAPABILITY_MISSING' }]);
    expect(made.operations.img2img.submitsSeen).toBe(0);
  });

  test('a model of another plan, told before anything is sent', async () => {
    const made = await make({ options: { models: { paint: 'model_retrodiffusion-plus' } } });
    expect(made.errors).toMatchObject([{ code: 'LIMNER_CAPABILITY_MISSING' }]);
    expect(made.total.submitsSeen).toBe(0);
  });

  test('an input that the model does not have', async () => {
    const made = await make({ options: { inputs: { numSamples: 4 } } });
    expect(made.errors).toMatchObject([{ message: expect.stringContaining('no input "numSamples"') as string }]);
    expect(made.total.submitsSeen).toBe(0);
  });
});

test('a team’s limit is kept to, and everything is made', async () => {
  const assets = Array.from({ length: 6 }, (_, i) => CAVE.replaceAll('cave', `cave${i}`));
  const made = await make({ assets, server: { concurrentJobs: 1, executionMs: 100 } });
  expect(made.errors).toEqual(assets.map(() => undefined));
  expect(accepted(made)).toBe(6);
});

test('LoRAs travel as lists, with a scale for each', async () => {
  const loras = [{ id: 'model_rehearsal-game-icons', scale: 0.7 }];
  const made = await make({ options: { loras } });
  expect(made.errors).toEqual([undefined]);
  expect(made.total).toMatchObject({ droppedScalars: 0, unknownFields: 0, dryRunInBody: 0, submitsAccepted: 1 });
});

test('the typed endpoints make the same chain', async () => {
  const made = await make({ assets: [SLIME], options: { legacy: true } });
  expect(made.errors).toEqual([undefined]);
  expect(made.operations).toMatchObject({
    img2img: { submitsAccepted: 1 },
    'remove-background': { submitsAccepted: 1 },
  });
});
