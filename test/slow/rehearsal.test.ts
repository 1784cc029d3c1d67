import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/pipeline/events.ts';
import type { PlanReport } from '../../src/plan/describe-plan.ts';
import { decodePng } from '../../src/raster/png.ts';
import type { Manifest } from '../../src/report/manifest.ts';
import { freshFolder, readLines, runLimner } from '../run-limner.ts';
import { ROOT } from '../source-files.ts';
import { type RunningRehearsal, startRehearsal } from '../start-rehearsal.ts';

const PACK = join(ROOT, 'examples/slime-quest');
/** One of each type, and few of them. */
const FEW = ['--only', 'slime,cave,logo,forest,gems'];

let rehearsal: RunningRehearsal;
beforeAll(async () => {
  rehearsal = await startRehearsal();
});
afterAll(() => rehearsal[Symbol.asyncDispose]());

/** Only what `limner rehearse` says must be set, unless more is given. */
const limner = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runLimner(args, { env: { ...rehearsal.environment, ...env } });

/** A run with all that was seen of it, by us and by the server; a probe made before counts for neither. */
async function generate(
  args: readonly string[],
  {
    env = {},
    endpoint = 'custom',
  }: { readonly env?: Readonly<Record<string, string>>; readonly endpoint?: string } = {},
) {
  const home = freshFolder();
  const places = ['--out', join(home, 'out'), '--state', join(home, 'state')];
  await limner(['plan', PACK, ...args, '--state', join(home, 'state')], env);
  const before = (await rehearsal.counters()).endpoints[endpoint];
  const outcome = await limner(['generate', PACK, ...places, '--json', ...args], env);
  const after = (await rehearsal.counters()).endpoints[endpoint];
  const manifest = JSON.parse(readFileSync(join(home, 'out/manifest.json'), 'utf8')) as Manifest;
  const seen = (what: 'submitsAccepted' | 'executions' | 'statusCalls'): number =>
    (after?.[what] ?? 0) - (before?.[what] ?? 0);
  const events = readLines<RunEvent>(outcome.stdout);
  return {
    ...outcome,
    events,
    manifest,
    submits: seen('submitsAccepted'),
    executions: seen('executions'),
    asked: seen('statusCalls'),
    out: join(home, 'out'),
  };
}

type Generated = Awaited<ReturnType<typeof generate>>;

/** One submission for each picture: a parallax has as many as layers, everything else one. */
function expectOneSubmitForEach({ code, stderr, manifest, submits, executions, asked }: Generated): void {
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const { id, type, status, calls, files } of manifest.assets) {
    const pictures = type === 'parallax' ? files.filter(({ role }) => role === 'layer').length : 1;
    expect({ id, status, calls }).toEqual({ id, status: 'done', calls: pictures });
  }
  const polls = manifest.assets.reduce((sum, asset) => sum + asset.polls, 0);
  expect(manifest.calls).toBe(manifest.assets.reduce((sum, { calls }) => sum + calls, 0));
  expect({ submits, executions }).toEqual({ submits: manifest.calls, executions: manifest.calls });
  expect(polls).toBeGreaterThanOrEqual(manifest.calls);
  expect(asked).toBe(polls);
}

/** What the gates found: transparency among it. */
function expectCleanGates({ manifest, out }: Generated): void {
  for (const { id, type, gates, files } of manifest.assets) {
    expect(
      gates.filter(({ status }) => status === 'fail'),
      id,
    ).toEqual([]);
    if (type !== 'entity' && type !== 'title_hero') continue;
    const { rgba } = decodePng(readFileSync(join(out, files[0]?.path ?? '')));
    const alphas = new Set(rgba.filter((_, index) => index % 4 === 3));
    expect(alphas.has(0) && alphas.has(255), id).toBe(true);
  }
}

describe('a pack made on the rehearsed endpoint', () => {
  test('takes one submission an asset and one a parallax layer, and each is executed once', async () => {
    const run = await generate([], { env: { IMAGE_GENERATION_PROVIDER: 'comfyui' } });
    expectOneSubmitForEach(run);
    expectCleanGates(run);
    expect(run.manifest.assets).toHaveLength(14);
    expect(new Set(run.manifest.assets.map(({ provider }) => provider))).toEqual(new Set(['comfyui-custom']));
    expect(run.events.at(-1)).toMatchObject({ type: 'run-done', made: 14, failed: 0, refused: 0, calls: run.submits });
    expect(run.manifest.cost.usd).toBeGreaterThan(0);
    const paid = run.events.reduce((sum, event) => sum + (event.type === 'call-end' ? event.usd : 0), 0);
    const told = run.manifest.assets.reduce((sum, { cost }) => sum + cost.usd, 0);
    expect({ told, total: run.manifest.cost.usd }).toEqual({
      told: expect.closeTo(paid, 9) as number,
      total: expect.closeTo(paid, 9) as number,
    });
  });

  test('needs nothing but the address, and takes `runpod` for the same', async () => {
    const env = { RUNPOD_API_KEY: '', RUNPOD_COMFYUI_CUSTOM_ENDPOINT_ID: '', RUNPOD_COMFYUI_ENDPOINT_ID: '' };
    const run = await generate(FEW, { env: { ...env, IMAGE_GENERATION_PROVIDER: 'runpod' } });
    expectOneSubmitForEach(run);
    expect(new Set(run.manifest.assets.map(({ provider }) => provider))).toEqual(new Set(['comfyui-custom']));
  });

  test('is cut out here where the endpoint cannot do it', async () => {
    const run = await generate([...FEW, '--provider', 'comfyui-premade'], { endpoint: 'premade' });
    expectOneSubmitForEach(run);
    expectCleanGates(run);
    expect(run.manifest.assets.map(({ workflow }) => workflow)).toEqual([
      'entity',
      'background',
      'title-hero',
      'parallax-layer',
      'sheet',
    ]);
  });

  test('can come from two endpoints', async () => {
    const route = ['--provider', 'painter', '--provider', 'entity=comfyui-custom'];
    const { code, manifest, submits } = await generate([...FEW, ...route]);
    expect(code).toBe(0);
    expect(Object.fromEntries(manifest.assets.map(({ type, provider }) => [type, provider]))).toEqual({
      entity: 'comfyui-custom',
      background: 'painter',
      title_hero: 'painter',
      parallax: 'painter',
      sheet: 'painter',
    });
    expect(submits).toBe(1);
  });

  test('is painted by a ComfyUI server just as well, at one prompt each', async () => {
    const run = await generate([...FEW, '--provider', 'comfyui-direct']);
    expect(run).toMatchObject({ code: 0, stderr: '', submits: 0 });
    expectCleanGates(run);
    const answer = await fetch(`${rehearsal.environment['COMFYUI_URL']}/history`);
    expect(Object.keys((await answer.json()) as object)).toHaveLength(run.manifest.calls);
  });

  test('is not paid for again', async () => {
    const home = freshFolder();
    const args = ['generate', PACK, '--out', join(home, 'o'), '--state', join(home, 's'), '--json', ...FEW];
    const env = { IMAGE_GENERATION_PROVIDER: 'comfyui' };
    expect((await limner(args, env)).code).toBe(0);
    const { total } = await rehearsal.counters();
    expect(readLines<RunEvent>((await limner(args, env)).stdout).at(-1)).toMatchObject({
      made: 0,
      cached: 5,
      calls: 0,
    });
    expect((await rehearsal.counters()).total.submitsAccepted).toBe(total.submitsAccepted);
  });
});

describe('plan', () => {
  test('shows the models, the licence of their weights, the calls and the dollars, and paints nothing', async () => {
    const state = freshFolder();
    await limner(['plan', PACK, '--provider', 'comfyui-premade', '--state', state]);
    const before = await rehearsal.counters();
    const { code, stdout } = await limner(['plan', PACK, '--provider', 'comfyui-premade', '--state', state]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/comfyui-premade paints with flux1-dev-fp8; licence of its weights:\s+FLUX\.1 \[dev\]/);
    expect(stdout).toMatch(
      /14 to make, 0 cached\.[\s\S]*17 calls, about .* of work,\s+expected \$0\.\d+, at\s+most \$\d\.\d+\./,
    );
    const json = await limner(['plan', PACK, '--provider', 'comfyui-premade', '--state', state, '--json']);
    const report = JSON.parse(json.stdout) as PlanReport;
    expect(report.assets[0]).toMatchObject({ profile: 'flux1-dev-fp8', workflow: 'entity' });
    expect((await rehearsal.counters()).total.submitsAccepted).toBe(before.total.submitsAccepted);
  });

  test('sends what an endpoint without models cannot make to the other one, and says so', async () => {
    const env = { RUNPOD_COMFYUI_ENDPOINT_ID: 'base', IMAGE_GENERATION_PROVIDER: 'comfyui-premade' };
    const { code, stdout } = await limner(['plan', PACK, '--state', freshFolder()], env);
    expect(code).toBe(0);
    expect(stdout).toContain('14 to make');
    expect(stdout).toMatch(/comfyui-premade → comfyui-custom: comfyui-premade cannot make it: it lacks\s+the model/);
  });

  test('sends cut-outs alone to the one that removes backgrounds', async () => {
    const env = { IMAGE_GENERATION_PROVIDER: 'comfyui-premade' };
    const { stdout } = await limner(['plan', PACK, '--state', freshFolder(), '--json'], env);
    const { assets } = JSON.parse(stdout) as PlanReport;
    for (const { type, provider, fallback } of assets) {
      if (type === 'background') expect({ provider, fallback }).toEqual({ provider: 'comfyui-premade' });
      if (type === 'entity' || type === 'title_hero' || type === 'parallax')
        expect({ provider, fallback }).toMatchObject({
          provider: 'comfyui-custom',
          fallback: { from: 'comfyui-premade' },
        });
    }
  });

  test('refuses what an endpoint without models cannot make, once in words; generate sends nothing and ends with 3', async () => {
    const env = { RUNPOD_COMFYUI_CUSTOM_ENDPOINT_ID: 'base' };
    const home = freshFolder();
    const args = [PACK, '--provider', 'comfyui-custom', '--state', join(home, 's')];
    const { code, stdout } = await limner(['plan', ...args], env);
    expect(code).toBe(0);
    expect(stdout.match(/it lacks the\s+model/g)).toHaveLength(1);
    expect(stdout).toContain('14 cannot be made');
    const before = await rehearsal.counters();
    const outcome = await limner(['generate', ...args, '--out', join(home, 'o')], env);
    expect(outcome).toMatchObject({ code: 3, stderr: '' });
    expect(outcome.stdout).toMatch(/LIMNER_CAPABILITY_MISSING: comfyui-custom cannot make it: it lacks the model/);
    expect((await rehearsal.counters()).total.submitsAccepted).toBe(before.total.submitsAccepted);
  });
});

test('Ctrl-C while an endpoint does not answer the probe ends the command cleanly', async () => {
  const silent = createServer();
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const env = {
    RUNPOD_ENDPOINT_BASE_URL: `http://127.0.0.1:${port}/v2`,
    RUNPOD_API_KEY: 'a-key-of-the-test',
    RUNPOD_COMFYUI_ENDPOINT_ID: 'premade',
    IMAGE_GENERATION_PROVIDER: 'comfyui',
  };
  const { code, stdout, stderr } = await runLimner(['generate', PACK, '--state', freshFolder()], {
    env,
    onStart: (child) => void silent.once('request', () => child.kill('SIGINT')),
  });
  silent.closeAllConnections();
  silent.close();
  expect({ code, says: stdout + stderr }).toEqual({ code: 4, says: expect.not.stringContaining('LIMNER_') as string });
});
