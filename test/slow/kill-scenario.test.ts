import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ScenarioReport } from '../../src/rehearsal/scenario/counters.ts';
import type { Manifest } from '../../src/report/manifest.ts';
import { atWord } from '../at-word.ts';
import { freshFolder, runLimner } from '../run-limner.ts';
import { startRehearsal } from '../start-rehearsal.ts';

const KILLS = 20;
const ASSETS = 40;

/**
 * A kill between a request and its answer leaves a call of which this side does not know whether it runs. Scenario's list of jobs does: each
 * is found there, or was never begun, and so every asset is made and no operation is paid for twice.
 */
test('Scenario is paid once for each operation, however often its client is killed', async () => {
  await using rehearsal = await startRehearsal();
  const env = { ...rehearsal.environment, IMAGE_GENERATION_PROVIDER: 'scenario' };
  const home = freshFolder();
  writeFileSync(join(home, 'limner.yaml'), packOf(ASSETS));
  const run = (command: 'generate' | 'resume', delayMs?: number) => {
    const args = [command, '.', '--json', ...(command === 'generate' ? ['--out', 'out'] : []), '--state', 'state'];
    const strike = delayMs === undefined ? {} : atWord({ word: '"call-start"', what: 'SIGKILL', delayMs });
    return runLimner(args, { cwd: home, env: { ...env, ...strike } });
  };

  let killed = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { signal } = await run(kill % 2 === 0 ? 'generate' : 'resume', (kill * 7919) % 700);
    if (signal === 'SIGKILL') killed += 1;
  }
  const last = await run('generate');
  expect([killed, last.code], last.stderr).toEqual([KILLS, 0]);

  const { operations, jobs, total } = await countersOf(rehearsal.environment['SCENARIO_BASE_URL'] ?? '');
  const types = Array.from({ length: ASSETS }, (_, index) => typeOf(index));
  const count = (...wanted: readonly string[]): number => types.filter((type) => wanted.includes(type)).length;
  expect(
    Object.fromEntries(Object.entries(operations).map(([name, { submitsAccepted }]) => [name, submitsAccepted])),
  ).toEqual({
    txt2img: count('background', 'title_hero', 'parallax'),
    img2img: count('entity'),
    'remove-background': count('entity', 'title_hero'),
    layered: count('parallax'),
    other: 0,
  });
  const prompts = jobs.filter(({ prompt }) => prompt !== '').map(({ prompt }) => prompt);
  expect(new Set(prompts).size).toBe(prompts.length);

  const manifest = JSON.parse(readFileSync(join(home, 'out/manifest.json'), 'utf8')) as Manifest;
  expect(manifest.assets.filter(({ status }) => status !== 'done')).toEqual([]);
  expect(readdirSync(join(home, 'out')).filter((name) => name.endsWith('.png'))).toHaveLength(
    ASSETS + count('parallax'),
  );
  expect(total).toMatchObject({ leakedAuthorizations: 0, droppedScalars: 0, jobsFailed: 0 });
});

async function countersOf(baseUrl: string): Promise<ScenarioReport> {
  return (await (await fetch(new URL('/admin/counters', baseUrl))).json()) as ScenarioReport;
}

function typeOf(index: number): 'entity' | 'background' | 'title_hero' | 'parallax' {
  return (
    (['entity', 'background', 'entity', 'title_hero', 'entity', 'entity', 'parallax', 'entity'] as const)[index % 8] ??
    'entity'
  );
}

const REST = {
  entity: 'width: 64, height: 64',
  background: 'width: 256, height: 256',
  title_hero: 'title: Potions, width: 256, height: 128',
  parallax: 'width: 256, height: 128, layers: [sky, trees]',
};

function packOf(count: number): string {
  const assets = Array.from({ length: count }, (_, index) => {
    const type = typeOf(index);
    return `  - { id: thing${index}, type: ${type}, description: a potion number ${index}, ${REST[type]} }`;
  });
  return `pack: killed\nseed: 3\nassets:\n${assets.join('\n')}\n`;
}
