import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunEvent } from '../../src/pipeline/events.ts';
import { freshFolder, readLines, runLimner } from '../run-limner.ts';
import { ROOT } from '../source-files.ts';

const MATCH_3 = join(ROOT, 'examples/match-3');

test('writes a starter pack that can be made at once', async () => {
  const cwd = freshFolder();
  const init = await runLimner(['init', 'game'], { cwd });
  expect(init).toMatchObject({ code: 0, stderr: '' });
  const made = await runLimner(['generate', 'game'], { cwd });
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toContain('out/my-game/report.html');
  expect(existsSync(join(cwd, 'out/my-game/manifest.json'))).toBe(true);
});

test('never writes a starter pack over a file', async () => {
  const cwd = freshFolder();
  writeFileSync(join(cwd, 'limner.yaml'), 'mine');
  const { code, stderr } = await runLimner(['init'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('is there already');
  expect(readFileSync(join(cwd, 'limner.yaml'), 'utf8')).toBe('mine');
});

test('lists and shows what was made', async () => {
  const cwd = freshFolder();
  await runLimner(['generate', MATCH_3, '--state', 's', '--out', 'o'], { cwd });
  const runs = JSON.parse((await runLimner(['runs', '--state', 's', '--json'], { cwd })).stdout) as {
    run: string;
    status: string;
  }[];
  expect(runs).toMatchObject([{ run: 'match-3-1', status: 'done' }]);
  const table = await runLimner(['runs', '--state', 's'], { cwd });
  expect(table.stdout).toMatch(/match-3-1\s+done/);
  const show = await runLimner(['show', 'match-3-1', '--state', 's', '--json'], { cwd });
  const shown = JSON.parse(show.stdout) as { assets: { id: string }[]; calls: { state: string; asset: string }[] };
  expect(shown.calls.map(({ state }) => state)).toEqual(shown.assets.map(() => 'done'));
  const [first] = shown.assets;
  const asset = await runLimner(['show', 'match-3-1', first?.id ?? '', '--state', 's'], { cwd });
  expect(asset.stdout).toContain(`${first?.id}.png`);
  expect(await runLimner(['show', 'nothing-7', '--state', 's'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no run "nothing-7"'),
  });
});

test('shows plans, validates and checks the machine', async () => {
  const plan = await runLimner(['plan', MATCH_3, '--state', freshFolder()]);
  expect(plan).toMatchObject({ code: 0, stderr: '' });
  expect(plan.stdout).toMatch(/\d+ to make.*, 0 cached/);
  expect(await runLimner(['validate', MATCH_3])).toMatchObject({ code: 0, stdout: expect.stringContaining('OK') });
  expect(await runLimner(['doctor'])).toMatchObject({ code: 0, stdout: expect.stringContaining('sqlite') });
  expect(JSON.parse((await runLimner(['doctor', '--json'])).stdout)).toMatchObject({ ok: true });
});

test('looking leaves nothing behind', async () => {
  const cwd = freshFolder();
  mkdirSync(join(cwd, 'p'));
  writeFileSync(join(cwd, 'p/limner.yaml'), readFileSync(join(MATCH_3, 'limner.yaml')));
  await runLimner(['plan', 'p'], { cwd });
  await runLimner(['validate', 'p'], { cwd });
  await runLimner(['doctor', 'p'], { cwd });
  await runLimner(['runs', 'p'], { cwd });
  expect(readdirSync(join(cwd, 'p'))).toEqual(['limner.yaml']);
  expect(readdirSync(cwd)).toEqual(['p']);
});

test.each([
  [['generate'], 'missing required argument'],
  [['generat', MATCH_3], 'Did you mean generate?'],
  [['generate', MATCH_3, '--sed', '4'], 'Did you mean --seed?'],
  [['generate', MATCH_3, '--seed', 'x'], 'whole number'],
  [['generate', MATCH_3, '--concurrency', '0'], 'whole number'],
  [['generate', MATCH_3, '--provider', 'midjourney'], 'There is no provider "midjourney"'],
  [['generate', MATCH_3, '--provider', 'sprites=painter'], 'there is no asset type "sprites"'],
  [['resume', '--state', 'nowhere'], 'There is no ledger'],
])('explains %j', async (args, words) => {
  const cwd = freshFolder();
  const { code, stdout, stderr } = await runLimner(args, { cwd });
  expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/\n {4}at /);
  expect(stdout).toBe('');
  expect(code).toBe(2);
  expect(readdirSync(cwd)).toEqual([]);
});

test('keeps a second run out of the same folder', async () => {
  const cwd = freshFolder();
  let second: Promise<unknown> | undefined;
  const first = spawn(
    process.execPath,
    [join(ROOT, 'bin/limner.js'), 'generate', MATCH_3, '--out', 'o', '--state', 's1', '--json'],
    {
      cwd,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  first.stdout.once('data', () => {
    second = runLimner(['generate', MATCH_3, '--out', 'o', '--state', 's2'], { cwd });
  });
  const [code] = (await once(first, 'close')) as [number];
  expect(await second).toMatchObject({ code: 2, stderr: expect.stringMatching(/LIMNER_OUTPUT_BUSY.*process \d+/) });
  expect(code).toBe(0);
});

test('stops cleanly on Ctrl-C, says how to resume, and resumes', async () => {
  const cwd = freshFolder();
  const stopped = await runLimner(['generate', MATCH_3, '--out', 'o', '--state', 's', '--concurrency', '1'], {
    cwd,
    onStart: (child) => child.stdout?.once('data', () => child.kill('SIGINT')),
  });
  expect(stopped.code).toBe(4);
  expect(stopped.stdout).toContain('limner resume');
  const resumed = await runLimner(['resume', 'match-3-1', '--state', 's', '--json'], { cwd });
  expect(resumed.code).toBe(0);
  expect(readLines<RunEvent>(resumed.stdout)[0]).toMatchObject({ type: 'run-start', run: 'match-3-1', resumed: true });
  expect(readdirSync(join(cwd, 'o'))).toContain('manifest.json');
  expect(readdirSync(join(cwd, 'o')).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('stops quietly when nobody reads its output any more', () => {
  const cwd = freshFolder();
  const command = `"${process.execPath}" "${join(ROOT, 'bin/limner.js')}" generate "${MATCH_3}" --out o --state s --json 2>err | head -n 1 >/dev/null`;
  execFileSync('bash', ['-c', command], { cwd });
  expect(readFileSync(join(cwd, 'err'), 'utf8')).not.toMatch(/EPIPE|\n {4}at /);
});

test('two packs may share one ledger at the same time', async () => {
  const cwd = freshFolder();
  const outcomes = await Promise.all(
    ['match-3', 'space-shooter'].map((name) =>
      runLimner(['generate', join(ROOT, 'examples', name), '--state', 'shared-state', '--out', name, '--json'], {
        cwd,
      }),
    ),
  );
  expect(outcomes.map(({ code, stderr }) => [code, stderr])).toEqual([
    [0, ''],
    [0, ''],
  ]);
});

test('says in one line that a folder cannot be written', async () => {
  const cwd = freshFolder();
  writeFileSync(join(cwd, 'file'), '');
  const { code, stderr } = await runLimner(['generate', MATCH_3, '--state', 's', '--out', 'file/sub'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('LIMNER_OUTPUT_UNWRITABLE');
  expect(stderr).not.toMatch(/\n {4}at /);
});

test('keeps to plain text at 60 columns without a terminal', async () => {
  const { stdout } = await runLimner(['plan', MATCH_3, '--state', freshFolder()], {
    env: { NO_COLOR: '1', COLUMNS: '60' },
  });
  expect(stdout).not.toContain('\u001B');
});
