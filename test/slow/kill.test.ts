import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { Manifest } from '../../src/report/manifest.ts';
import { startHouse } from '../house.ts';
import { atWord } from '../at-word.ts';
import { freshFolder, readLines, runLimner, runNode } from '../run-limner.ts';
import { ROOT } from '../source-files.ts';

const KILLS = 20;

type Environment = Readonly<Record<string, string>>;

test('a run that is killed again and again ends as if nothing had happened', async () => {
  const home = freshFolder();
  writeFileSync(join(home, 'limner.yaml'), packOf(60));
  const generate = (name: string, env: Environment = {}) =>
    runLimner(['generate', '.', '--json', '--out', name, '--state', `${name}-state`], { cwd: home, env });

  expect((await generate('whole')).code).toBe(0);

  for (let kill = 0; kill < KILLS; kill += 1) {
    const how = kill % 2 === 0 ? generate : resume(home);
    // Some work is done between two kills, and never so much that nothing is left for the next.
    const { signal } = await how('killed', atWord({ what: 'SIGKILL', delayMs: (kill * 7919) % 90 }));
    expect({ kill, signal }).toEqual({ kill, signal: 'SIGKILL' });
    expect(unreadable(join(home, 'killed'))).toEqual([]);
  }
  expect((await generate('killed')).code).toBe(0);

  expect(readdirSync(join(home, 'killed')).sort()).toEqual(readdirSync(join(home, 'whole')).sort());
  for (const file of readdirSync(join(home, 'whole')).filter((name) => !/^(manifest|report)\./.test(name))) {
    expect(readFileSync(join(home, 'killed', file)).equals(readFileSync(join(home, 'whole', file))), file).toBe(true);
  }
  const calls = callsOf(join(home, 'killed-state'));
  expect(calls.length).toBe(60);
  expect(new Set(calls.map(({ asset }) => asset)).size).toBe(60);
  expect(new Set(calls.map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(new Set(['done 1']));
});

test('a service that charges for every job takes each one once, however often its client is killed', async () => {
  const COUNT = 160;
  await using house = await startHouse();
  const home = freshFolder();
  writeFileSync(join(home, 'limner.yaml'), smallPackOf(COUNT));
  const script = join(ROOT, 'test/slow/generate-at-house.ts');
  const run = (env: Environment = {}) => runNode(['--conditions', 'limner-source', script, home, house.url], { env });

  for (let kill = 0; kill < KILLS; kill += 1) {
    const delayMs = (kill * 7919) % 90;
    const { signal, stderr } = await run(atWord({ word: '"call-start"', what: 'SIGKILL', delayMs }));
    expect({ kill, signal, stderr: stderr.replaceAll(/.*ExperimentalWarning.*\n.*\n/g, '') }).toEqual({
      kill,
      signal: 'SIGKILL',
      stderr: '',
    });
  }
  const { code, stdout } = await run();
  expect(code).toBe(0);
  expect(readLines(stdout).at(-1)).toMatchObject({ type: 'run-done', run: 'small-1', status: 'done', made: COUNT });
  expect(house.taken).toHaveLength(COUNT);
  expect(new Set(house.taken).size).toBe(COUNT);
  const calls = callsOf(join(home, 'state'));
  expect(calls.map(({ id }) => id).sort()).toEqual([...house.taken].sort());
});

function resume(cwd: string) {
  return (name: string, env: Environment) =>
    runLimner(['resume', '.', '--json', '--state', `${name}-state`], { cwd, env });
}

/** Visible files that are not whole. */
function unreadable(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.png') && !isWholePng(readFileSync(join(folder, name))));
  } catch {
    return [];
  }
}

function isWholePng(bytes: Buffer): boolean {
  return bytes.subarray(1, 4).toString() === 'PNG' && bytes.subarray(-8, -4).toString() === 'IEND';
}

interface CallOnDisk {
  readonly id: string;
  readonly asset: string;
  readonly state: string;
  readonly attempts: number;
}

function callsOf(state: string): readonly CallOnDisk[] {
  const database = new DatabaseSync(join(state, 'ledger.sqlite'), { readOnly: true });
  const rows = database.prepare('SELECT id, asset, state, attempts FROM call').all() as unknown as CallOnDisk[];
  database.close();
  return rows;
}

function smallPackOf(count: number): string {
  const assets = Array.from(
    { length: count },
    (_, i) => `  - { id: gem${i}, type: entity, description: a gem number ${i}, width: 32, height: 32 }`,
  );
  return `pack: small\nassets:\n${assets.join('\n')}\n`;
}

function packOf(count: number): string {
  const nouns = ['slime', 'bat', 'gem', 'potion', 'tree', 'robot'];
  const assets = Array.from({ length: count }, (_, i) => {
    if (i % 10 === 9)
      return `  - { id: place${i}, type: background, description: a forest number ${i}, width: 320, height: 180 }`;
    if (i % 10 === 8)
      return `  - { id: view${i}, type: parallax, description: hills number ${i}, width: 320, height: 180, layerCount: 3 }`;
    return `  - { id: thing${i}, type: entity, description: a ${nouns[i % nouns.length]} number ${i}, width: 128, height: 128 }`;
  });
  return `pack: killed\nseed: 3\nassets:\n${assets.join('\n')}\n`;
}

test('the manifest of a killed run differs from that of a whole one in times alone', async () => {
  const home = freshFolder();
  writeFileSync(join(home, 'limner.yaml'), packOf(12));
  const generate = (name: string, env: Environment = {}) =>
    runLimner(['generate', '.', '--json', '--out', name, '--state', `${name}-state`], { cwd: home, env });
  await generate('whole');
  expect((await generate('killed', atWord({ word: 'asset-done', what: 'SIGKILL' }))).signal).toBe('SIGKILL');
  expect((await generate('killed')).code).toBe(0);
  expect(timeless(join(home, 'killed'))).toEqual(timeless(join(home, 'whole')));
});

function timeless(out: string): unknown {
  const {
    startedAt: _startedAt,
    finishedAt: _finishedAt,
    ...rest
  } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest;
  return { ...rest, assets: rest.assets.map(({ timings: _timings, ...asset }) => asset) };
}
