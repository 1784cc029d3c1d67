import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProbeReport } from '../../src/cli/print/probe.ts';
import { freshFolder, runLimner } from '../run-limner.ts';
import { ROOT } from '../source-files.ts';
import { type RunningRehearsal, startRehearsal } from '../start-rehearsal.ts';

const KEY = 'rpa_good';
const TYPES = ['entity', 'background', 'title_hero', 'parallax', 'sheet'];

let rehearsal: RunningRehearsal;
beforeAll(async () => {
  rehearsal = await startRehearsal(['--key', KEY]);
});
afterAll(() => rehearsal[Symbol.asyncDispose]());

function probe(provider: string, env: Readonly<Record<string, string>> = {}, ...more: readonly string[]) {
  const args = ['probe', provider, '--state', freshFolder(), ...more];
  return runLimner(args, { env: { ...rehearsal.environment, ...env } });
}

async function report(provider: string, env: Readonly<Record<string, string>> = {}): Promise<ProbeReport> {
  const { code, stdout, stderr } = await probe(provider, env, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as ProbeReport;
}

describe('probe', () => {
  test('finds all on an endpoint of our own: outcome A', async () => {
    const found = await report('comfyui-custom');
    expect(found).toMatchObject({ provider: 'comfyui-custom', outcome: 'A' });
    expect(Object.keys(found.assets)).toEqual(TYPES);
    for (const asset of Object.values(found.assets)) expect(asset).toMatchObject({ ok: true, missing: [] });
    expect(found.assets['entity']).toMatchObject({ profile: 'z-image-turbo', removal: 'native' });
    expect(found.models['UNETLoader.unet_name']).toContain('z_image_turbo_bf16.safetensors');
    expect(found.nodes).toContain('RemoveBackground');
  });

  test('misses the removal on an official image, and says from where to get it: outcome B', async () => {
    const found = await report('comfyui-premade');
    expect(found.outcome).toBe('B');
    for (const asset of Object.values(found.assets))
      expect(asset).toMatchObject({ ok: true, profile: 'flux1-dev-fp8' });
    expect(found.assets['background']?.missing).toEqual([]);
    const [missing] = found.assets['entity']?.missing ?? [];
    expect(missing).toEqual({
      kind: 'node',
      name: expect.any(String) as string,
      pack: expect.any(String) as string,
      link: expect.stringMatching(/^https:/) as string,
    });
  });

  test('misses the models of an empty image: outcome C', async () => {
    const found = await report('comfyui-premade', { RUNPOD_COMFYUI_ENDPOINT_ID: 'base' });
    expect(found.outcome).toBe('C');
    for (const asset of Object.values(found.assets)) {
      expect(asset.ok).toBe(false);
      expect(asset.missing[0]).toMatchObject({ kind: 'model', folder: 'checkpoints' });
    }
  });

  test('asks a ComfyUI server itself', async () => {
    expect(await report('comfyui-direct')).toMatchObject({ provider: 'comfyui-direct', outcome: 'A' });
  });

  test('tells people the same, in lines that fit', async () => {
    const { code, stdout } = await probe('comfyui-premade');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^comfyui-premade: outcome B\nThis endpoint makes pictures but cannot remove backgrounds/);
    expect(stdout).toMatch(/\n✓ {2}entity .*flux1-dev-fp8\n/);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('warns before it pays for two pictures to be timed', async () => {
    const before = (await rehearsal.counters()).total.submitsAccepted;
    const { code, stdout, stderr } = await probe('comfyui-custom', {}, '--time', '--json');
    expect(code).toBe(0);
    expect(stderr).toContain('paints two small pictures to be timed; they cost');
    const { time } = JSON.parse(stdout) as ProbeReport;
    expect(time?.firstMs).toBeGreaterThan(0);
    expect((await rehearsal.counters()).total.submitsAccepted - before).toBe(2);
  });
});

const NOBODY = 'http://127.0.0.1:1/v2';
const FAULTS: readonly (readonly [
  what: string,
  code: number,
  provider: string,
  env: Record<string, string>,
  words: RegExp,
])[] = [
  [
    'a wrong key',
    3,
    'comfyui-custom',
    { RUNPOD_API_KEY: 'rpa_wrong' },
    /LIMNER_KEY_REFUSED[\s\S]*Next: Set RUNPOD_API_KEY/,
  ],
  [
    'an endpoint that is not there',
    3,
    'comfyui-custom',
    { RUNPOD_COMFYUI_CUSTOM_ENDPOINT_ID: 'missing1' },
    /LIMNER_ENDPOINT_NOT_FOUND[\s\S]*Next: Check RUNPOD_COMFYUI_ENDPOINT_ID/,
  ],
  [
    'an address where nobody listens',
    3,
    'comfyui-custom',
    { RUNPOD_ENDPOINT_BASE_URL: NOBODY },
    /LIMNER_ENDPOINT_NOT_FOUND/,
  ],
  [
    'a server that does not run',
    3,
    'comfyui-direct',
    { COMFYUI_URL: 'http://127.0.0.1:1' },
    /LIMNER_ENDPOINT_NOT_FOUND[\s\S]*Next: Start ComfyUI/,
  ],
  [
    'an address without https',
    2,
    'comfyui-custom',
    { RUNPOD_ENDPOINT_BASE_URL: 'http://api.example.com/v2' },
    /LIMNER_USAGE[\s\S]*https/,
  ],
  [
    'an address that is none',
    2,
    'comfyui-direct',
    { COMFYUI_URL: 'nonsense' },
    /LIMNER_USAGE[\s\S]*Next: Set COMFYUI_URL/,
  ],
  [
    'an id that is none',
    2,
    'comfyui-custom',
    { RUNPOD_COMFYUI_CUSTOM_ENDPOINT_ID: '../x' },
    /LIMNER_USAGE[\s\S]*Next: Copy the id/,
  ],
  [
    'a provider that is not set up',
    3,
    'comfyui-direct',
    { COMFYUI_URL: '' },
    /LIMNER_PROVIDER_UNAVAILABLE[\s\S]*Next: Set COMFYUI_URL/,
  ],
  [
    'a provider of whose keys one is not set',
    3,
    'scenario',
    { SCENARIO_BASE_URL: '', SCENARIO_SECRET_API_KEY: '' },
    /LIMNER_PROVIDER_UNAVAILABLE[\s\S]*Next: Set SCENARIO_SECRET_API_KEY\./,
  ],
  ['a provider that does not exist', 2, 'comfyui-custm', {}, /LIMNER_USAGE/],
  ['the painter', 2, 'painter', {}, /LIMNER_USAGE/],
];

describe.each(FAULTS)('%s', (_what, code, provider, env, words) => {
  test(`ends a probe with ${code} and says what to do`, async () => {
    const outcome = await probe(provider, env);
    expect(outcome).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(words) as string });
    expect(outcome.stderr).not.toMatch(/\n {4}at |rpa_/);
  });
});

test('a run is refused with the same cure as a probe, and sends nothing', async () => {
  const home = freshFolder();
  const args = ['generate', join(ROOT, 'examples/match-3'), '--provider', 'comfyui-custom'];
  const places = ['--out', join(home, 'o'), '--state', join(home, 's')];
  const { code, stdout } = await runLimner([...args, ...places], {
    env: { ...rehearsal.environment, RUNPOD_API_KEY: 'rpa_wrong' },
  });
  expect(code).toBe(3);
  expect(stdout).toMatch(/LIMNER_KEY_REFUSED: comfyui-custom does not accept the API key: Unauthorized\.\n/);
  expect(stdout.match(/Set RUNPOD_API_KEY to a key/g)).toHaveLength(1);
});

describe('doctor', () => {
  const doctor = (env: Readonly<Record<string, string>> = {}) =>
    runLimner(['doctor', '--state', freshFolder()], { env: { ...rehearsal.environment, ...env } });

  test('says which services answer, and wakes none', async () => {
    const before = (await rehearsal.counters()).total;
    const { code, stdout } = await doctor();
    expect(code).toBe(0);
    expect(stdout).toMatch(/✓ comfyui-custom +answers; /);
    expect(stdout).toMatch(/✓ comfyui-premade +answers; /);
    expect(stdout).toMatch(/✓ comfyui-direct +answers; ComfyUI \d/);
    expect((await rehearsal.counters()).total.submitsSeen).toBe(before.submitsSeen);
  });

  test('says which do not, and what to do about it', async () => {
    const { code, stdout } = await doctor({ RUNPOD_API_KEY: 'rpa_wrong', COMFYUI_URL: 'http://127.0.0.1:1' });
    expect(code).toBe(2);
    expect(stdout).toMatch(/✗ comfyui-custom +[\s\S]*Set RUNPOD_API_KEY/);
    expect(stdout).toMatch(/✗ comfyui-direct +[\s\S]*Start ComfyUI/);
    expect((await doctor({ RUNPOD_ENDPOINT_BASE_URL: 'http://api.example.com' })).stdout).toMatch(
      /✗ providers +.*API key/,
    );
  });
});

describe('rehearse', () => {
  const rehearse = (...args: readonly string[]) =>
    runLimner(['rehearse', '--port', '0', '--comfyui-port', '0', '--scenario-port', '0', ...args]);

  test.each([
    [['--preset', 'custm'], /There is no preset "custm"[\s\S]*Did you mean "custom"/],
    [['--preset', 'nonsense'], /Choose from: base, flux1-dev-fp8, custom/],
    [['--object-info', 'none.json'], /none\.json is not what GET \/object_info answers/],
    [['--fault', 'poisoned-wroker=0.1'], /there is no fault "poisoned-wroker"[\s\S]*Did you mean "poisoned-worker"/],
    [['--fault', 'submit-500=lots'], /"lots" is neither a share from 0 to 1 nor a number/],
    [['--scenario-fault', 'slwo=0.1'], /--scenario-fault: there is no fault "slwo"[\s\S]*Did you mean "slow"/],
    [['--port', '70000'], /whole number from 0 to 65535/],
  ])('does not begin with %j', async (args, words) => {
    expect(await rehearse(...args)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(words) as string,
    });
  });

  test.each(['--port', '--comfyui-port', '--scenario-port'])('says that a port is taken (%s)', async (option) => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const { code, stderr } = await rehearse(option, port);
    server.close();
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(`The port ${port} is taken.`) as string,
    });
  });

  test('serves until it is interrupted, and then says what it has seen', async () => {
    let said = '';
    const { code, stdout, stderr } = await runLimner(
      ['rehearse', '--port', '0', '--comfyui-port', '0', '--scenario-port', '0'],
      {
        onStart: (child) =>
          child.stdout?.on('data', (text: string) => {
            const hadSaid = said.includes('Ctrl-C');
            said += text;
            if (!hadSaid && said.includes('Ctrl-C')) child.kill('SIGINT');
          }),
      },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/export RUNPOD_ENDPOINT_BASE_URL=http:\/\/127\.0\.0\.1:\d+\/v2\n/);
    expect(stdout).toMatch(/export SCENARIO_BASE_URL=http:\/\/127\.0\.0\.1:\d+\/v1\n/);
    expect(stdout).toMatch(/\nSeen: 0 jobs taken, 0 executed, 0 status calls\.\n$/);
  });

  test('can do what a saved object_info says, and fails as often as it is told', async () => {
    const file = new URL('../fixtures/comfyui/comfyui-object_info-core-0.33.0.json', import.meta.url).pathname;
    await using other = await startRehearsal(['--object-info', file, '--fault', 'submit-500']);
    const { code, stderr } = await runLimner(['probe', 'comfyui-custom', '--state', freshFolder()], {
      env: other.environment,
    });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('answered 500') as string });
    const direct = await runLimner(['probe', 'comfyui-direct', '--state', freshFolder(), '--json'], {
      env: other.environment,
    });
    expect(JSON.parse(direct.stdout)).toMatchObject({ provider: 'comfyui-direct' });
  });
});
