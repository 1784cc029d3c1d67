import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Comparison } from '../../src/compare/comparison.ts';
import type { Manifest } from '../../src/report/manifest.ts';
import { atWord } from '../at-word.ts';
import { freshFolder, readLines, runLimner } from '../run-limner.ts';
import { type RunningRehearsal, startRehearsal } from '../start-rehearsal.ts';

const PACK = `# the pack of a small game
pack: duel
style: flat # for now
seed: 7
providers:
  default: painter # until we know
assets:
  - { id: slime, type: entity, description: a green slime, shape: circle, width: 32, height: 32 }
  - { id: cave, type: background, description: a cave, width: 64, height: 48 }
`;

let rehearsal: RunningRehearsal;
let home: string;
let pack: string;
beforeAll(async () => {
  // A second worker that starts for nothing is billed, and nobody outside sees it.
  rehearsal = await startRehearsal(['--workers', '1']);
  home = freshFolder();
  pack = join(home, 'limner.yaml');
  writeFileSync(pack, PACK);
});
afterAll(() => rehearsal[Symbol.asyncDispose]());

const limner = (args: readonly string[]): ReturnType<typeof runLimner> =>
  runLimner(args, { cwd: home, env: rehearsal.environment });
const COMPARE = ['compare', 'limner.yaml', '--providers', 'scenario,comfyui-custom', '--runs', '2', '--out', 'duel'];
const readComparison = (): Comparison =>
  JSON.parse(readFileSync(join(home, 'duel/compare.json'), 'utf8')) as Comparison;

async function scenarioCounters(): Promise<{ submitsSeen: number; usd: number }> {
  const address = new URL('/admin/counters', rehearsal.environment['SCENARIO_BASE_URL']);
  const { total } = (await (await fetch(address)).json()) as { total: { submitsSeen: number; usd: number } };
  return total;
}

/** Workers stop five seconds after their last job; until then they are billed for less than the ledger reckons with. */
async function settledBill(): Promise<number> {
  const { RUNPOD_ENDPOINT_BASE_URL: base = '', RUNPOD_API_KEY: key = '' } = rehearsal.environment;
  for (const endpoint of ['custom', 'premade']) {
    const health = async (): Promise<unknown> =>
      (await fetch(`${base}/${endpoint}/health`, { headers: { authorization: `Bearer ${key}` } })).json();
    await expect.poll(health).toMatchObject({ workers: { initializing: 0, ready: 0 } });
  }
  return (await rehearsal.counters()).total.usd;
}

describe('limner compare', () => {
  test('says what it would cost before it makes anything', async () => {
    const { code, stdout } = await limner([...COMPARE.with(3, 'scenario,painter'), '--dry-run']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/8 pictures to make: expected \$\d/);
    expect((await scenarioCounters()).submitsSeen).toBe(0);
  });

  test('makes the same assets with each provider, and its sums are those of the servers', async () => {
    // What planning has asked is no part of it.
    const before = await settledBill();
    const { code, stdout, stderr } = await limner(COMPARE);
    expect(code, stdout + stderr).toBe(0);
    const { groups, samples, providers } = readComparison();
    expect(samples).toHaveLength(8);
    expect(new Set(samples.map(({ id, number, seed }) => `${id} ${number} ${seed}`)).size, 'seeds are shared').toBe(4);
    const [scenario, comfyui] = ['scenario', 'comfyui-custom'].map((name) =>
      groups.find(({ provider, type }) => provider === name && type === 'all'),
    );
    const [bill, counters] = [await scenarioCounters(), await rehearsal.counters()];
    expect(scenario?.works.calls).toBe(bill.submitsSeen);
    expect(scenario?.cost.usd).toBeCloseTo(bill.usd, 6);
    expect(comfyui?.works.calls).toBe(counters.total.submitsSeen);
    const billed = (await settledBill()) - before;
    // On a machine that is busy the rehearsal's workers stop later than they ought to, and are billed for it.
    expect((comfyui?.cost.usd ?? 0) / billed).toBeGreaterThan(0.7);
    expect((comfyui?.cost.usd ?? 0) / billed).toBeLessThan(1.25);
    expect(providers.every(({ isRehearsed }) => isRehearsed)).toBe(true);
  });

  test('every number can be traced to a manifest and its run', () => {
    const { providers, samples } = readComparison();
    for (const { name, runs } of providers) {
      for (const { number, run, folder, usd } of runs) {
        const manifest = JSON.parse(readFileSync(join(home, 'duel', folder, 'manifest.json'), 'utf8')) as Manifest;
        const own = samples.filter((one) => one.provider === name && one.number === number);
        expect(manifest.run).toBe(run);
        expect(manifest.cost.usd).toBeCloseTo(usd, 9);
        for (const entry of manifest.assets) {
          const sample = own.find(({ id }) => id === entry.id);
          expect(sample).toMatchObject({
            run,
            calls: entry.calls,
            polls: entry.polls,
            usd: entry.cost.usd,
            gates: entry.gates,
          });
          expect(sample?.files.map(({ path }) => path)).toEqual(entry.files.map(({ path }) => `${folder}/${path}`));
          expect(sample?.phases?.totalMs).toBe(Object.values(entry.timings).reduce((sum, ms) => sum + ms, 0));
        }
      }
    }
  });

  test('asks for nothing again, and tells of what was made before what it cost then', async () => {
    const [before, first] = [await scenarioCounters(), readComparison()];
    const { code, stdout } = await limner([...COMPARE, '--json', '--volume', '1000']);
    expect(code).toBe(0);
    expect((await scenarioCounters()).submitsSeen).toBe(before.submitsSeen);
    const done = readLines<{ type: string; pack?: string }>(stdout).at(-1);
    expect(done).toMatchObject({ type: 'compare-done', pack: first.pack });
    const again = readComparison();
    expect(again.samples.every(({ cached }) => cached)).toBe(true);
    expect(again.samples.map(({ madeIn }) => madeIn)).toEqual(first.samples.map(({ run }) => run));
    expect(again.groups.map(({ cost, works }) => [cost.usd, works.calls])).toEqual(
      first.groups.map(({ cost, works }) => [cost.usd, works.calls]),
    );
    expect(again.groups.every(({ cost }) => cost.monthlyUsd !== undefined)).toBe(true);
  });

  test('draws other conclusions from other thresholds without making anything', async () => {
    const { code, stdout } = await limner(['compare', 'duel', '--threshold', 'saving=0.999']);
    expect(code).toBe(0);
    expect(stdout).toContain('is it cheaper by enough?');
    expect(readComparison().verdict.routes.map(({ provider }) => provider)).toEqual(['scenario', 'scenario']);
  });

  test('leaves pictures out of the page that are not those that were compared, and says so', async () => {
    const picture = join(home, 'duel/scenario/run-1/slime.png');
    const bytes = readFileSync(picture);
    writeFileSync(picture, readFileSync(join(home, 'duel/comfyui-custom/run-1/slime.png')));
    const { code, stderr } = await limner(['compare', 'duel/compare.json']);
    writeFileSync(picture, bytes);
    expect([code, stderr]).toEqual([0, expect.stringContaining('others by now: scenario/run-1/slime.png.')]);
    expect((await limner(['compare', 'duel'])).stderr).toBe('');
  });

  test('says so where the votes cannot be found, and can be told where they are', async () => {
    cpSync(join(home, 'duel'), join(home, 'elsewhere/deep/duel'), { recursive: true });
    expect((await limner(['compare', 'elsewhere/deep/duel'])).stderr).toContain('no votes are counted');
    expect((await limner(['compare', 'elsewhere/deep/duel', '--state', '.limner'])).stderr).toBe('');
  });

  test('writes the routes that it suggests into the pack, and nothing else', async () => {
    const thresholds = ['saving=0.5', 'gateLoss=1', 'seconds=600'].flatMap((text) => ['--threshold', text]);
    const { code, stdout } = await limner(['compare', 'duel', '--apply', ...thresholds]);
    expect(code, stdout).toBe(0);
    expect(readFileSync(pack, 'utf8')).toBe(
      PACK.replace(
        'default: painter # until we know\n',
        'default: painter # until we know\n  entity: comfyui-custom\n  background: comfyui-custom\n',
      ),
    );
    expect((await limner(['validate', 'limner.yaml'])).code).toBe(0);
  });

  test.each([
    [['compare', 'limner.yaml'], /takes two providers/],
    [['compare', 'limner.yaml', '--providers', 'scenario'], /takes two providers/],
    [['compare', 'limner.yaml', '--providers', 'scenario,comfy-custom'], /Did you mean "comfyui-custom"/],
    [['compare', 'nowhere', '--providers', 'scenario,painter'], /no file or folder nowhere/],
    [
      ['compare', 'limner.yaml', '--providers', 'scenario,painter', '--threshold', 'second=1'],
      /Did you mean "seconds"/,
    ],
  ])('refuses %j with a way out', async (args, words) => {
    const { code, stderr } = await limner(args);
    expect([code, stderr]).toEqual([2, expect.stringMatching(words)]);
  });

  test('does not begin when one of them cannot make anything', async () => {
    const before = await scenarioCounters();
    const { code, stderr } = await runLimner(
      ['compare', pack, '--providers', 'scenario,comfyui-direct', '--state', 's'],
      {
        env: { SCENARIO_BASE_URL: rehearsal.environment['SCENARIO_BASE_URL'] ?? '' },
      },
    );
    expect([code, stderr]).toEqual([3, expect.stringContaining('comfyui-direct can make nothing of this pack')]);
    expect((await scenarioCounters()).submitsSeen).toBe(before.submitsSeen);
  });

  test('spends no more than the budget on all turns together', async () => {
    const before = await scenarioCounters();
    const args = [
      'compare',
      'limner.yaml',
      '--providers',
      'scenario,painter',
      '--runs',
      '3',
      '--seed',
      '99',
      '--out',
      'poor',
    ];
    const { code } = await limner([...args, '--budget', '0.3']);
    expect(code).toBe(0);
    expect((await scenarioCounters()).usd - before.usd).toBeLessThanOrEqual(0.3);
    const { samples } = JSON.parse(readFileSync(join(home, 'poor/compare.json'), 'utf8')) as Comparison;
    expect(samples.filter(({ error }) => error?.code === 'LIMNER_BUDGET_EXCEEDED').length).toBeGreaterThan(0);
  });

  test('is stopped by Ctrl-C also where a turn was at its end, and says how to go on', async () => {
    const args = ['compare', 'limner.yaml', '--providers', 'painter,scenario', '--seed', '500', '--out', 'stopped'];
    const { code, stdout } = await interrupted([...args, '--budget', '9', '--retries', '1'], '✓ cave');
    expect([code, stdout]).toEqual([4, expect.stringMatching(/To go on: .*--retries 1 --budget 9/)]);
    expect(stdout).not.toContain('scenario, run 1');
  });

  test('spends no more than the budget where it was broken off and goes on', async () => {
    const before = await scenarioCounters();
    const args = ['compare', 'limner.yaml', '--providers', 'scenario,painter', '--runs', '2', '--seed', '700'];
    const poor = [...args, '--out', 'broken-off', '--budget', '0.3'];
    // The first turn takes 0.245 of it.
    expect((await interrupted(poor, 'painter, run 1')).code).toBe(4);
    expect((await limner(poor)).code).toBe(0);
    expect((await scenarioCounters()).usd - before.usd).toBeCloseTo(0.245, 6);
  });
});

/** Ctrl-C as soon as it has said this word. */
function interrupted(args: readonly string[], word: string): ReturnType<typeof runLimner> {
  return runLimner(args, { cwd: home, env: { ...rehearsal.environment, ...atWord({ word, what: 'SIGINT' }) } });
}
