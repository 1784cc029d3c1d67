import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSqliteLedger } from '../../src/ledger/sqlite/index.ts';
import type { RunEvent } from '../../src/pipeline/events.ts';
import { freshFolder, readLines, runLimner } from '../run-limner.ts';
import { startRehearsal } from '../start-rehearsal.ts';

const CAP_USD = 0.5;
/** Some thirty seconds are held back for a job that takes one: at this rate $0.30, so that the cap stops them on the way. */
const RATES = { RUNPOD_USD_PER_SECOND: '0.01', RUNPOD_COLD_START_SECONDS: '1', RUNPOD_IDLE_SECONDS: '1' };

function writePack(folder: string, name: string): string {
  const assets = Array.from(
    { length: 10 },
    (_, at) => `  - { id: ${name}${at}, type: background, description: ${name} number ${at}, width: 64, height: 64 }`,
  );
  const file = join(folder, `${name}.yaml`);
  const head = [`pack: ${name}`, 'providers: { default: comfyui-custom }', `budget: { day: ${CAP_USD} }`];
  writeFileSync(file, [...head, 'assets:', ...assets, ''].join('\n'));
  return file;
}

test('two processes with two packs and one ledger keep the cap of a day together, by the count of the service', async () => {
  await using rehearsal = await startRehearsal(['--execution', '800', '--cold-start', '50', '--workers', '8']);
  const home = freshFolder();
  const state = join(home, 'state');
  const env = { ...rehearsal.environment, ...RATES };
  const limner = (args: readonly string[]) => runLimner([...args, '--state', state], { env });
  const packs = ['cave', 'moor'].map((name) => writePack(home, name));
  // Asked beforehand what it has: a question costs as well, but no budget.
  await limner(['plan', packs[0] ?? '']);
  const asked = (await rehearsal.counters()).total;
  const outcomes = await Promise.all(
    packs.map((pack, at) =>
      limner(['generate', pack, '--out', join(home, `out${at}`), '--concurrency', '16', '--json']),
    ),
  );
  const ends = outcomes.map(({ stdout }) => readLines<RunEvent>(stdout).at(-1));
  const made = ends.reduce((sum, end) => sum + (end?.type === 'run-done' ? end.made : 0), 0);
  expect(made).toBeGreaterThan(0);
  expect(made).toBeLessThan(20);
  for (const { code } of outcomes) expect([1, 3]).toContain(code);
  const ledger = createSqliteLedger(join(state, 'ledger.sqlite'));
  const spent = (await ledger.calls.spending({})).reduce((sum, { usd }) => sum + usd, 0);
  await ledger.close();
  expect(spent).toBeLessThanOrEqual(CAP_USD);
  const { total } = await rehearsal.counters();
  expect(total.executions - asked.executions).toBe(made);
  // Their workers' idle tails go on to be billed; what the jobs themselves took is known now.
  expect((made * 800 * Number(RATES.RUNPOD_USD_PER_SECOND)) / 1000).toBeLessThanOrEqual(spent);
  const rest = await limner(['generate', packs[0] ?? '', '--out', join(home, 'out0'), '--day-budget', '50', '--json']);
  const end = readLines<RunEvent>(rest.stdout).at(-1);
  const first = ends[0]?.type === 'run-done' ? ends[0].made : 0;
  expect(end).toMatchObject({ type: 'run-done', made: 10 - first, cached: first, exitCode: 0 });
  expect((await rehearsal.counters()).total.executions - asked.executions).toBe(made + 10 - first);
});
