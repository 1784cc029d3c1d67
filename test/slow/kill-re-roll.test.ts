import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { candidateSeed } from '../../src/plan/re-roll.ts';
import type { Manifest } from '../../src/report/manifest.ts';
import { startHouse } from '../house.ts';
import { atWord } from '../at-word.ts';
import { freshFolder, runNode } from '../run-limner.ts';
import { ROOT } from '../source-files.ts';

const [KILLS, COUNT, RETRIES] = [20, 60, 3];
/** Two pictures in three are blank. */
const isBlank = ({ seed }: { readonly seed: number }): boolean => seed % 3 !== 0;

test('a service takes each candidate once, however often its client is killed while gates fail', async () => {
  await using house = await startHouse(isBlank);
  const home = freshFolder();
  writeFileSync(join(home, 'limner.yaml'), packOf(COUNT));
  const script = join(ROOT, 'test/slow/generate-at-house.ts');
  const run = (strike: Readonly<Record<string, string>> = {}) =>
    runNode(['--conditions', 'limner-source', script, home, house.url], { env: strike });

  for (let kill = 0; kill < KILLS; kill += 1) {
    const word = kill % 2 === 0 ? '"re-roll"' : '"call-start"';
    const { signal } = await run(atWord({ word, what: 'SIGKILL', delayMs: (kill * 7919) % 90 }));
    expect({ kill, signal }).toEqual({ kill, signal: 'SIGKILL' });
  }
  expect((await run()).code).toBe(0);

  const { assets } = JSON.parse(readFileSync(join(home, 'out/manifest.json'), 'utf8')) as Manifest;
  const expected = assets.map((_, index) => seedsOf(index));
  expect(assets.map(({ seed, candidates = [{ seed }] }) => candidates.map((each) => each.seed))).toEqual(expected);
  expect(new Set(expected.map(({ length }) => length)).size).toBe(1 + RETRIES);
  expect(new Set(house.taken).size).toBe(house.taken.length);
  expect(house.taken).toHaveLength(expected.flat().length);
  expect(callsOf(join(home, 'state')).toSorted()).toEqual(house.taken.toSorted());
  for (const { path } of assets
    .flatMap(({ files, candidates = [] }) => [files, ...candidates.map((each) => each.files)])
    .flat())
    expect(
      readFileSync(join(home, 'out', path))
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
});

/** The seeds that the asset is painted with, until one brings a picture. */
function seedsOf(seed: number): readonly number[] {
  const all = [seed, ...Array.from({ length: RETRIES }, (_, index) => candidateSeed(seed, index + 2))];
  const good = all.findIndex((each) => !isBlank({ seed: each }));
  return good < 0 ? all : all.slice(0, good + 1);
}

function callsOf(state: string): readonly string[] {
  const database = new DatabaseSync(join(state, 'ledger.sqlite'), { readOnly: true });
  const rows = database.prepare("SELECT id FROM call WHERE state = 'done'").all();
  database.close();
  return rows.map(({ id }) => String(id));
}

function packOf(count: number): string {
  const assets = Array.from(
    { length: count },
    (_, i) => `  - { id: cave${i}, type: background, description: a cave, width: 64, height: 64, seed: ${i} }`,
  );
  return `pack: again\nretries: ${RETRIES}\nassets:\n${assets.join('\n')}\n`;
}
