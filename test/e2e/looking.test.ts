import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { atWord } from '../at-word.ts';
import { freshFolder, readLines, runLimner } from '../run-limner.ts';
import { ROOT } from '../source-files.ts';

const MATCH_3 = join(ROOT, 'examples/match-3');

test('shows an empty list where nothing was made yet, and makes nothing', async () => {
  const cwd = freshFolder();
  expect(await runLimner(['runs'], { cwd })).toMatchObject({ code: 0, stdout: expect.stringContaining('No runs yet') });
  expect(await runLimner(['runs', '--json'], { cwd })).toMatchObject({ code: 0, stdout: '[]\n' });
  expect(readdirSync(cwd)).toEqual([]);
});

test('looks at a project that it may not write to', async () => {
  const home = freshFolder();
  cpSync(MATCH_3, join(home, 'p'), { recursive: true, filter: (path) => !path.includes('.limner') });
  await runLimner(['generate', 'p', '--out', join(home, 'o')], { cwd: home });
  const before = readdirSync(join(home, 'p/.limner'));
  for (const folder of ['', 'p', 'p/.limner', 'o']) chmodSync(join(home, folder), 0o555);
  // The administrator may write everywhere.
  const user = process.getuid?.() === 0 ? { uid: 65534 } : {};
  const look = (args: readonly string[]) => runLimner(args, { cwd: home, ...user });
  expect(await look(['plan', 'p'])).toMatchObject({ code: 0, stdout: expect.stringContaining('8 cached') });
  expect(await look(['runs', 'p'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/match-3-1 +done/) });
  expect(await look(['show', 'p'])).toMatchObject({ code: 0, stdout: expect.stringContaining('shopkeeper') });
  expect(await look(['validate', 'p'])).toMatchObject({ code: 0 });
  expect(readdirSync(join(home, 'p/.limner'))).toEqual(before);
  const { code, stderr } = await look(['generate', 'p', '--out', join(home, 'o'), '--seed', '9']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/this user (has no permission|may only read it)/);
  for (const folder of ['', 'p', 'p/.limner', 'o']) chmodSync(join(home, folder), 0o755);
});

test('tells a run that goes on from one whose process died', async () => {
  const cwd = freshFolder();
  const assets = Array.from(
    { length: 4 },
    (_, i) => `  - { id: a${i}, type: background, description: a wood ${i}, width: 640, height: 360 }`,
  );
  writeFileSync(join(cwd, 'limner.yaml'), `pack: woods\nassets:\n${assets.join('\n')}\n`);
  const child = spawn(process.execPath, [join(ROOT, 'bin/limner.js'), 'generate', '.'], {
    cwd,
    env: { ...process.env, ...atWord({ what: 'hold' }) },
  });
  await once(child.stdout, 'data');
  const runs = async () => (await runLimner(['runs'], { cwd })).stdout;
  expect(await runs()).toMatch(/woods-1 +running/);
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(await runs()).toMatch(/woods-1 +interrupted[\s\S]*To finish woods-1: .* resume woods-1\n/);
  const [run] = JSON.parse((await runLimner(['runs', '--json'], { cwd })).stdout) as { status: string }[];
  expect(run).toMatchObject({ run: 'woods-1', status: 'interrupted' });
  expect((await runLimner(['show', 'woods-1'], { cwd })).stdout).toContain('resume woods-1');
});

test('ends a broken-off run for machines with its error and then its sums', async () => {
  const cwd = freshFolder();
  const args = ['generate', MATCH_3, '--out', 'o', '--state', 's', '--json', '--concurrency', '1'];
  const go = Promise.withResolvers<void>();
  const { code, stdout, stderr } = await runLimner(args, {
    cwd,
    env: atWord({ what: 'hold' }),
    inputEnds: go.promise,
    onStart: (child) =>
      child.stdout?.once('data', () => {
        // A folder cannot be replaced by a file.
        mkdirSync(join(cwd, 'o/manifest.json/x'), { recursive: true });
        go.resolve();
      }),
  });
  const types = readLines<{ type: string }>(stdout).map(({ type }) => type);
  expect(types.slice(-2)).toEqual(['error', 'run-done']);
  expect(types.filter((type) => type === 'error' || type === 'run-done')).toHaveLength(2);
  expect(code).toBe(1);
  expect(stderr).toContain('a folder stands where a file should be');
});
