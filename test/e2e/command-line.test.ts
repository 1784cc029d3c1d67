import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunEvent } from '../../src/pipeline/events.ts';
import { atWord } from '../at-word.ts';
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

test.each([
  ['pack.yaml', 'pack.yaml'],
  ['a b/c.yml', 'a b/c.yml'],
  ['folder', 'folder/limner.yaml'],
])('writes a starter pack into %s', async (place, file) => {
  const cwd = freshFolder();
  const { code, stdout } = await runLimner(['init', place], { cwd });
  expect(code).toBe(0);
  expect(existsSync(join(cwd, file))).toBe(true);
  const plan = stdout.split('\n').find((line) => line.includes(' plan ')) ?? '';
  expect(execFileSync('bash', ['-c', plan], { cwd, encoding: 'utf8' })).toContain('6 to make');
});

test('leads editors to the schema of the limner in the project, else says how', async () => {
  const cwd = freshFolder();
  await runLimner(['init', 'a'], { cwd });
  expect(readFileSync(join(cwd, 'a/limner.yaml'), 'utf8')).toMatch(/^# Editors complete .*npm install limner/);
  mkdirSync(join(cwd, 'node_modules/limner'), { recursive: true });
  cpSync(join(ROOT, 'schema'), join(cwd, 'node_modules/limner/schema'), { recursive: true });
  await runLimner(['init', 'packs/b'], { cwd });
  const [, path = ''] = /\$schema=(\S+)/.exec(readFileSync(join(cwd, 'packs/b/limner.yaml'), 'utf8')) ?? [];
  expect(path).toBe('../../node_modules/limner/schema/pack.schema.json');
  expect(existsSync(join(cwd, 'packs/b', path))).toBe(true);
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

test('the doctor finds what is wrong', async () => {
  const cwd = freshFolder();
  writeFileSync(join(cwd, 'file'), '');
  const env = { SCENARIO_API_KEY: 'a-secret' };
  const args = ['doctor', 'nope', '--out', 'file/o', '--state', 'file/s'];
  const { code, stdout } = await runLimner(args, { cwd, env });
  expect(code).toBe(2);
  expect(stdout).toMatch(/✗ pack +There is no file or folder nope/);
  expect(stdout).toMatch(/✗ state .*cannot be written/);
  expect(stdout).toMatch(/✗ output .*cannot be written/);
  expect(stdout).toMatch(/✓ disk +[\d.]+ GB free/);
  expect(stdout).toContain('set: SCENARIO_API_KEY');
  expect(stdout).not.toContain('a-secret');
  const well = await runLimner(['doctor', MATCH_3], { cwd });
  expect(well).toMatchObject({ code: 0, stdout: expect.stringMatching(/✓ pack .*limner\.yaml: 8 assets/) });
});

test('a variable with a value that means nothing is told in words, and is none of the help', async () => {
  const env = { RUNPOD_USD_PER_SECOND: 'cheap' };
  expect(await runLimner(['--help'], { env })).toMatchObject({ code: 0, stderr: '' });
  const { code, stderr } = await runLimner(['plan', MATCH_3], { env });
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^Error LIMNER_USAGE: RUNPOD_USD_PER_SECOND is "cheap"/)]);
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
  [['resume', MATCH_3, '--state', 'nowhere'], `limner.js generate ${MATCH_3}`],
  [['generate', MATCH_3, '--out', ''], 'must not be empty'],
  [['generate', MATCH_3, '--state', ' '], 'must not be empty'],
  [['generate', ''], 'must not be empty'],
  [['init', 'pack.json'], 'init writes YAML'],
  [['init', '/proc/limner'], 'there is no such place'],
  [['init', ''], 'must not be empty'],
  [['runs', 'nope'], 'There is no file or folder nope'],
  [['generate', MATCH_3, '--state', '/proc/limner', '--out', 'o'], 'there is no such place'],
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
  const [atWork, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const first = runLimner(['generate', MATCH_3, '--out', 'o', '--state', 's1', '--json'], {
    cwd,
    env: atWord({ word: 'run-start', what: 'hold' }),
    inputEnds: go.promise,
    onStart: (child) => child.stdout?.once('data', () => atWork.resolve()),
  });
  await atWork.promise;
  const second = await runLimner(['generate', MATCH_3, '--out', 'o', '--state', 's2'], { cwd });
  expect(second).toMatchObject({ code: 2, stderr: expect.stringMatching(/LIMNER_OUTPUT_BUSY.*process \d+/) });
  go.resolve();
  expect((await first).code).toBe(0);
});

test('stops cleanly on Ctrl-C, says how to resume, and resumes', async () => {
  const cwd = freshFolder();
  const stopped = await runLimner(['generate', MATCH_3, '--out', 'o', '--state', "Ann's state", '--concurrency', '1'], {
    cwd,
    env: atWord({ what: 'SIGINT' }),
  });
  expect(stopped).toMatchObject({ code: 4, stderr: 'Stopping… (Ctrl-C again to stop at once)\n' });
  const command = /To finish: (.*)/.exec(stopped.stdout)?.[1] ?? '';
  expect(command).toContain(String.raw` resume match-3-1 --state 'Ann'\''s state'`);
  for (const args of [['runs'], ['show', 'match-3-1']]) {
    const { stdout } = await runLimner([...args, '--state', "Ann's state"], { cwd });
    expect(stdout).toMatch(/match-3-1 +interrupted/);
    expect(stdout).toContain(command);
  }
  const resumed = execFileSync('bash', ['-c', `${command} --json`], { cwd, encoding: 'utf8', env: process.env });
  expect(readLines<RunEvent>(resumed)[0]).toMatchObject({ type: 'run-start', run: 'match-3-1', resumed: true });
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

test('says the same of many assets once', async () => {
  const { code, stdout } = await runLimner(['generate', MATCH_3, '--provider', 'scenario', '--state', freshFolder()]);
  expect(code).toBe(3);
  expect(stdout.match(/Set what it lacks/g)).toHaveLength(1);
  expect(stdout).toContain('✗ logo  as candies\n');
});

test('prints plain text without a terminal, and no word about colours', async () => {
  const args = ['plan', MATCH_3, '--state', freshFolder()];
  expect((await runLimner(args, { env: { NO_COLOR: '1' } })).stdout).not.toContain('\u001B');
  const forced = await runLimner(args, { env: { NO_COLOR: '1', FORCE_COLOR: '1' } });
  expect(forced).toMatchObject({ code: 0, stderr: '' });
});
