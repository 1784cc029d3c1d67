import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshFolder, readLines, runLimner } from '../run-limner.ts';
import { startRehearsal } from '../start-rehearsal.ts';

const PACK = `pack: dark
assets:
  - { id: cave, type: background, description: a cave, width: 64, height: 64 }
`;

test('the command line tells what is painted again, what that may cost, and what is there already', async () => {
  await using rehearsal = await startRehearsal(['--fault', 'blank-picture=1']);
  const env = { ...rehearsal.environment, IMAGE_GENERATION_PROVIDER: 'comfyui' };
  const cwd = freshFolder();
  writeFileSync(join(cwd, 'limner.yaml'), PACK);
  const limner = (...args: readonly string[]) => runLimner(args, { cwd, env });

  const planned = JSON.parse((await limner('plan', '.', '--retries', '3', '--json')).stdout) as Report;
  const without = JSON.parse((await limner('plan', '.', '--json')).stdout) as Report;
  expect(planned).toMatchObject({ toMake: 1, toReRoll: 0, retries: 3, usd: without.usd });
  expect(planned.mostUsd).toBeCloseTo(4 * without.mostUsd, 5);
  expect((await limner('plan', '.', '--retries', '3')).stdout).toContain('Up to 3 pictures more if gates fail.');

  const made = await limner('generate', '.', '--retries', '1');
  expect(made.code).toBe(0);
  expect(made.stdout).toContain('↻ cave  candidate 2: The picture is blank');
  expect(made.stdout).toContain('1 asset painted again because a gate failed.');
  expect(existsSync(join(cwd, 'out/dark/candidates/cave/2/cave.png'))).toBe(true);
  expect((await limner('show', '.', 'cave')).stdout).toMatch(/^candidate 1 kept, failed blank, seed \d+, \$/m);

  const again = (await limner('plan', '.', '--retries', '3')).stdout;
  expect(again).toMatch(/^~ {2}cave/m);
  expect(again).toContain('0 to make, 1 to paint again since a gate failed, 0 cached.');
  expect((await limner('plan', '.', '--retries', '1')).stdout).toContain('0 to make, 1 cached.');

  const events = readLines<{ readonly type: string; readonly number?: number }>(
    (await limner('generate', '.', '--retries', '2', '--json')).stdout,
  );
  expect(events.flatMap(({ type, number }) => (type === 're-roll' ? [number] : []))).toEqual([3]);
  expect(events.at(-1)).toMatchObject({ type: 'run-done', made: 1, reRolled: 1, calls: 1 });
});

interface Report {
  readonly usd: number;
  readonly mostUsd: number;
}
