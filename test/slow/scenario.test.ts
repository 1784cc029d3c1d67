import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Pack } from '../../src/pack/pack.ts';
import type { PlanReport } from '../../src/plan/describe-plan.ts';
import { loadPack } from '../../src/cli/load-pack.ts';
import { type ScenarioServer, startScenarioServer } from '../../src/rehearsal/scenario/server.ts';
import type { Manifest } from '../../src/report/manifest.ts';
import { freshFolder, runLimner } from '../run-limner.ts';
import { ROOT } from '../source-files.ts';

const PACK = join(ROOT, 'examples/slime-quest');

let server: ScenarioServer;
beforeAll(async () => {
  server = await startScenarioServer();
});
afterAll(() => server.stop());
beforeEach(() => server.admin.reset());

const limner = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runLimner(args, { env: { SCENARIO_BASE_URL: server.baseUrl, IMAGE_GENERATION_PROVIDER: 'scenario', ...env } });

async function generate(args: readonly string[], pack = PACK, home = freshFolder()) {
  const outcome = await limner(['generate', pack, '--out', join(home, 'out'), '--state', join(home, 'state'), ...args]);
  const manifest = JSON.parse(readFileSync(join(home, 'out/manifest.json'), 'utf8')) as Manifest;
  return { ...outcome, manifest, home };
}

/** Requests of the table of the migration, as the server has counted them; a store is ours, one an asset. */
function requestsCounted(): number {
  const { submitsAccepted, uploads, cdnDownloads } = server.admin.counters().total;
  return submitsAccepted + uploads + cdnDownloads;
}

describe('an asset takes the calls of a staged pipeline:', () => {
  test.each([
    ['slime', 'an entity', 6],
    ['cave', 'a background', 3],
    ['logo', 'a title', 5],
    ['forest', 'a parallax of four layers', 4 + 4],
    ['gems', 'a sheet of things that stand free', 6],
    ['ground', 'a sheet of tiles', 4],
  ])('%s, %s: %i', async (id, _what, calls) => {
    const { code, stderr, manifest } = await generate(['--only', id]);
    expect(code, stderr).toBe(0);
    expect(requestsCounted() + 1).toBe(calls);
    expect(manifest.assets[0]).toMatchObject({ id, status: 'done', provider: 'scenario' });
  });

  test('a title that keeps its background: 3', async () => {
    const home = freshFolder();
    const asset =
      '{ id: logo, type: title_hero, title: Hi, description: letters, width: 256, height: 128, keepBackground: true }';
    writeFileSync(join(home, 'limner.yaml'), `pack: titled\nassets: [${asset}]\n`);
    expect((await generate([], home)).code).toBe(0);
    expect(requestsCounted() + 1).toBe(3);
  });
});

test('all of the example is made, at the price that was planned, and nothing is dropped, leaked or sent twice', async () => {
  const pack: Pack = (await loadPack(PACK)).pack;
  const planned = await limner(['plan', PACK, '--json', '--state', freshFolder()]);
  const { code, stderr, manifest, home } = await generate([]);
  expect(code, stderr).toBe(0);
  expect(manifest.assets.map(({ id, status }) => [id, status])).toEqual(pack.assets.map(({ id }) => [id, 'done']));
  const { total, jobs } = server.admin.counters();
  expect(total).toMatchObject({
    submitsSeen: jobs.length,
    submitsAccepted: jobs.length,
    jobsFailed: 0,
    droppedScalars: 0,
    unknownFields: 0,
    dryRunInBody: 0,
    leakedAuthorizations: 0,
  });
  expect(manifest.cost.usd).toBeCloseTo(total.usd, 6);
  expect((JSON.parse(planned.stdout) as PlanReport).usd).toBeCloseTo(total.usd, 6);

  const again = await generate([], PACK, home);
  expect(again.manifest.assets.every(({ cached }) => cached)).toBe(true);
  expect(server.admin.counters().total.submitsSeen).toBe(jobs.length);
});

test('plan says that the price of a compute unit is assumed, until it is told', async () => {
  const words = /A compute unit is assumed to cost \$0\.01: set SCENARIO_USD_PER_CU/;
  expect((await limner(['plan', PACK, '--state', freshFolder()])).stdout).toMatch(words);
  const told = await limner(['plan', PACK, '--state', freshFolder()], { SCENARIO_USD_PER_CU: '0.02' });
  expect([told.code, told.stdout]).toEqual([0, expect.not.stringMatching(words)]);
});

test('probe says what the account can make and for how much, without spending', async () => {
  const { code, stdout } = await limner(['probe', 'scenario', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    provider: 'scenario',
    outcome: 'A',
    assets: {
      entity: { ok: true, usd: 0.1375, calls: 2, workflow: 'img2img → remove background' },
      background: { ok: true, usd: 0.1075, calls: 1 },
    },
    unit: { usd: 0.01 },
  });
  expect(server.admin.counters().total).toMatchObject({ submitsSeen: 0, uploads: 0 });
  const text = await limner(['probe', 'scenario'], {
    SCENARIO_LAYERS_MODEL: 'model_none',
    SCENARIO_USD_PER_CU: '0.02',
  });
  expect(text.stdout).toContain('outcome C');
  expect(text.stdout).toMatch(/Missing: scenario does not have what was asked for: Model model_none not\s+found/);
  expect(text.stdout).toContain('$0.2750');
});

test('doctor says whether the keys are accepted', async () => {
  const { stdout } = await limner(['doctor', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    findings: expect.arrayContaining([expect.objectContaining({ name: 'scenario', ok: true })]) as unknown,
  });
});

test.each([
  [{ SCENARIO_BASE_URL: 'http://api.example/v1' }, 'would travel unprotected to api.example'],
  [{ SCENARIO_USD_PER_CU: 'cheap' }, 'SCENARIO_USD_PER_CU is "cheap", which is no amount'],
  [{ SCENARIO_API: 'legcy' }, 'SCENARIO_API is "legcy"'],
  [{ SCENARIO_LORAS: 'model_a:3' }, '"3" is no scale of a LoRA'],
  [{ SCENARIO_MODEL: '../me' }, '"../me" is no id of a Scenario model'],
])('%o is refused in words', async (env, words) => {
  const { code, stderr } = await limner(['plan', PACK], {
    SCENARIO_API_KEY: 'a',
    SCENARIO_SECRET_API_KEY: 'b',
    ...env,
  });
  expect([code, stderr.replaceAll(/\s+/g, ' ')]).toEqual([2, expect.stringContaining(words)]);
});
