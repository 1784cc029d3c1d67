import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { RunEvent } from '../../src/pipeline/events.ts';
import type { Manifest } from '../../src/report/manifest.ts';
import { atWord } from '../at-word.ts';
import { freshFolder, readLines, runLimner } from '../run-limner.ts';
import { startRehearsal } from '../start-rehearsal.ts';

const KILLS = 20;
const ASSETS = 60;

/**
 * A kill between the request and its answer leaves a call of which nobody can say whether it runs. It is told, and not sent again; so what
 * the server has taken lies between the calls that are known and those with the unknown ones.
 */
test('an endpoint takes each picture once, however often its client is killed', async () => {
  await using rehearsal = await startRehearsal(['--execution', '150', '--workers', '2']);
  const env = { ...rehearsal.environment, IMAGE_GENERATION_PROVIDER: 'comfyui' };
  const home = freshFolder();
  writeFileSync(join(home, 'limner.yaml'), packOf(ASSETS));
  const run = (command: 'generate' | 'resume', name: string, strike: Readonly<Record<string, string>> = {}) => {
    const out = command === 'generate' ? ['--out', name] : [];
    const args = [command, '.', '--json', ...out, '--state', `${name}-state`];
    return runLimner(args, { cwd: home, env: { ...env, ...strike } });
  };
  // Asks the endpoint what it has, so that only pictures are counted.
  await runLimner(['plan', '.', '--state', 'killed-state'], { cwd: home, env });
  const taken = async (): Promise<number> => (await rehearsal.counters()).total.submitsAccepted;
  const before = await taken();

  for (let kill = 0; kill < KILLS; kill += 1) {
    const command = kill % 2 === 0 || kill === 0 ? 'generate' : 'resume';
    const strike = atWord({ word: '"run-start"', what: 'SIGKILL', delayMs: (kill * 7919) % 400 });
    const { signal } = await run(command, 'killed', strike);
    expect({ kill, signal }).toEqual({ kill, signal: 'SIGKILL' });
  }
  const last = await run('generate', 'killed');
  const submits = (await taken()) - before;

  const calls = callsOf(join(home, 'killed-state'));
  const lost = calls.filter(({ state }) => state === 'unknown').map(({ asset }) => asset);
  expect(new Set(calls.map(({ asset }) => asset)).size).toBe(ASSETS);
  expect(calls).toHaveLength(ASSETS);
  expect(submits).toBeGreaterThanOrEqual(ASSETS - lost.length);
  expect(submits).toBeLessThanOrEqual(ASSETS);

  const manifest = JSON.parse(readFileSync(join(home, 'killed/manifest.json'), 'utf8')) as Manifest;
  const failed = manifest.assets.filter(({ status }) => status !== 'done');
  expect(failed.map(({ id }) => id).sort()).toEqual(lost.toSorted());
  for (const { error } of failed) expect(error?.code).toBe('LIMNER_CALL_UNKNOWN');
  expect(last.code).toBe(lost.length === 0 ? 0 : 1);

  // Asked again, what is unknown stays so: it is told again, and still not sent.
  await run('generate', 'killed');
  expect((await taken()) - before).toBe(submits);

  const whole = await run('generate', 'whole');
  expect(failuresIn(whole.stdout)).toEqual([]);
  expect(whole.code).toBe(0);
  const pictures = readdirSync(join(home, 'killed')).filter((name) => name.endsWith('.png'));
  expect(pictures).toHaveLength(ASSETS - lost.length);
  for (const file of pictures) {
    expect(readFileSync(join(home, 'killed', file)).equals(readFileSync(join(home, 'whole', file))), file).toBe(true);
  }
});

function failuresIn(events: string): readonly RunEvent[] {
  return readLines<RunEvent>(events).filter(({ type }) => type === 'asset-failed');
}

interface CallOnDisk {
  readonly asset: string;
  readonly state: string;
}

function callsOf(state: string): readonly CallOnDisk[] {
  const database = new DatabaseSync(join(state, 'ledger.sqlite'), { readOnly: true });
  const rows = database.prepare('SELECT asset, state FROM call').all() as unknown as CallOnDisk[];
  database.close();
  return rows;
}

function packOf(count: number): string {
  const assets = Array.from({ length: count }, (_, i) =>
    i % 6 === 5
      ? `  - { id: place${i}, type: background, description: a forest number ${i}, width: 256, height: 256 }`
      : `  - { id: thing${i}, type: entity, description: a potion number ${i}, width: 64, height: 64 }`,
  );
  return `pack: killed\nseed: 3\nassets:\n${assets.join('\n')}\n`;
}
