import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { promptIdOf } from '../../src/providers/comfyui/translate.ts';
import type { Manifest } from '../../src/report/manifest.ts';
import { ComfyuiRig } from '../../src/testing/comfyui-rig.ts';
import { atWord } from '../at-word.ts';
import { freshFolder, runLimner } from '../run-limner.ts';

const KILLS = 20;
const COUNT = 60;

test('a ComfyUI runs each prompt once, however often its client is killed', async () => {
  await using rig = await ComfyuiRig.start({ stepMs: 10 });
  const home = freshFolder();
  writeFileSync(join(home, 'limner.yaml'), packOf(COUNT));
  const run = (args: readonly string[], strike: Readonly<Record<string, string>> = {}) =>
    runLimner([...args, '--json', '--state', 'state'], { cwd: home, env: { COMFYUI_URL: rig.url, ...strike } });
  const generate = ['generate', '.', '--provider', 'comfyui-direct', '--out', 'out'];

  for (let kill = 0; kill < KILLS; kill += 1) {
    // Some fall between the claim and the ticket, some while the server paints, some while the picture is finished.
    const strike = atWord({ word: '"call-start"', what: 'SIGKILL', delayMs: (kill * 7919) % 600 });
    const { signal, stderr } = await run(kill % 2 === 0 ? generate : ['resume', '.'], strike);
    expect({ kill, signal, stderr }).toEqual({ kill, signal: 'SIGKILL', stderr: '' });
  }
  const { code, stderr } = await run(generate);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });

  const calls = callsOf(join(home, 'state'));
  expect(calls.map(({ asset }) => asset).sort()).toEqual(assetIds(COUNT).toSorted());
  expect(new Set(calls.map(({ state }) => state))).toEqual(new Set(['done']));
  expect([...rig.ran].sort()).toEqual(calls.map(({ id }) => promptIdOf(id)).sort());

  const manifest = JSON.parse(readFileSync(join(home, 'out/manifest.json'), 'utf8')) as Manifest;
  expect(manifest.assets.map(({ id, status }) => `${id} ${status}`)).toEqual(assetIds(COUNT).map((id) => `${id} done`));
  for (const { files } of manifest.assets)
    for (const { path } of files) expect(existsSync(join(home, 'out', path))).toBe(true);
});

function callsOf(folder: string): readonly { readonly id: string; readonly asset: string; readonly state: string }[] {
  const database = new DatabaseSync(join(folder, 'ledger.sqlite'), { readOnly: true });
  const rows = database.prepare('SELECT id, asset, state FROM call').all();
  database.close();
  return rows.map(({ id, asset, state }) => ({ id: String(id), asset: String(asset), state: String(state) }));
}

function assetIds(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `gem${String(i).padStart(2, '0')}`);
}

function packOf(count: number): string {
  const assets = assetIds(count).map(
    (id, i) => `  - { id: ${id}, type: entity, description: a gem number ${i}, width: 32, height: 32 }`,
  );
  return `pack: killed\nassets:\n${assets.join('\n')}\n`;
}
