import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { Manifest } from '../../src/report/manifest.ts';
import { freshFolder, runLimner } from '../run-limner.ts';

const KILLS = 20;

test('a run that is killed again and again ends as if nothing had happened', async () => {
  const home = freshFolder();
  writeFileSync(join(home, 'limner.yaml'), packOf(60));
  const generate = (name: string, onStart?: (child: { kill(signal: 'SIGKILL'): boolean }) => void) =>
    runLimner(['generate', '.', '--out', name, '--state', `${name}-state`], {
      cwd: home,
      ...(onStart ? { onStart } : {}),
    });

  const startedAt = Date.now();
  expect((await generate('whole')).code).toBe(0);
  const duration = Date.now() - startedAt;

  let kills = 0;
  for (let attempt = 0; kills < KILLS && attempt < 60; attempt += 1) {
    const delay = 80 + ((attempt * 7919) % Math.max(200, duration / 3));
    const how = attempt % 2 === 0 ? generate : resume(home);
    const { signal } = await how('killed', (child) => setTimeout(() => child.kill('SIGKILL'), delay));
    if (signal === 'SIGKILL') kills += 1;
    expect(unreadable(join(home, 'killed'))).toEqual([]);
  }
  expect(kills).toBeGreaterThan(5);
  expect((await generate('killed')).code).toBe(0);

  expect(readdirSync(join(home, 'killed')).sort()).toEqual(readdirSync(join(home, 'whole')).sort());
  for (const file of readdirSync(join(home, 'whole')).filter((name) => !/^(manifest|report)\./.test(name))) {
    expect(readFileSync(join(home, 'killed', file)).equals(readFileSync(join(home, 'whole', file))), file).toBe(true);
  }
  const calls = callsOf(join(home, 'killed-state'));
  expect(calls.length).toBe(60);
  expect(new Set(calls.map(({ asset }) => asset)).size).toBe(60);
  expect(new Set(calls.map(({ state }) => state))).toEqual(new Set(['done']));
});

function resume(cwd: string) {
  return (name: string, onStart: (child: { kill(signal: 'SIGKILL'): boolean }) => void) =>
    runLimner(['resume', '.', '--state', `${name}-state`], { cwd, onStart });
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

function callsOf(state: string): readonly { asset: string; state: string }[] {
  const database = new DatabaseSync(join(state, 'ledger.sqlite'), { readOnly: true });
  const rows = database.prepare('SELECT asset, state FROM call').all() as unknown as { asset: string; state: string }[];
  database.close();
  return rows;
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
  const generate = (name: string, kill = false) =>
    runLimner(['generate', '.', '--out', name, '--state', `${name}-state`], {
      cwd: home,
      onStart: (child) => {
        if (kill) setTimeout(() => child.kill('SIGKILL'), 500);
      },
    });
  await generate('whole');
  await generate('killed', true);
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
