import { expect, test } from 'vitest';
import { createMemoryLedger } from '../../src/ledger/memory.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { parsePack } from '../../src/pack/parse-pack.ts';
import { createMemoryBlobs, createMemoryStore } from '../../src/store/memory.ts';
import { runUnder, startHastyEndpoint } from './faulty-run.ts';

function packOf(assets: string): Pack {
  const parsed = parsePack(`pack: again\nretries: 2\nassets:\n${assets}\n`, { file: 'limner.yaml', format: 'yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.pack;
}

const CAVE = packOf('  - { id: cave, type: background, description: a cave, width: 64, height: 64 }');
const HILLS = packOf(
  '  - { id: hills, type: parallax, description: hills, width: 64, height: 64, layers: [sky, hills] }',
);

const kept = () => ({ ledger: createMemoryLedger(), blobs: createMemoryBlobs(), store: createMemoryStore() });

test('a picture that comes black from an endpoint is painted again with another seed', async () => {
  await using server = await endpoint();
  const { summary, assets, calls, counts } = await runUnder(server, [{ fault: 'blank-picture', next: 1 }], {
    pack: CAVE,
  });
  expect(summary).toMatchObject({ made: 1, reRolled: 1, calls: 2, exitCode: 0 });
  expect(counts).toMatchObject({ submitsAccepted: 2, executions: 2 });
  const [cave] = assets;
  expect(cave?.gates.filter(({ status }) => status === 'fail')).toEqual([]);
  expect(cave?.candidates?.map(({ chosen }) => chosen)).toEqual([false, true]);
  expect(cave?.cost.usd).toBeCloseTo(
    calls.reduce((sum, { usd = 0 }) => sum + usd, 0),
    9,
  );
});

test('a set of which one layer comes black is painted again, whole', async () => {
  await using server = await endpoint();
  const { summary, assets, counts } = await runUnder(server, [{ fault: 'blank-picture', next: 1 }], { pack: HILLS });
  expect(summary).toMatchObject({ made: 1, reRolled: 1 });
  expect(counts.submitsAccepted).toBe(4);
  expect(assets[0]?.candidates?.map(({ chosen, files }) => [chosen, files.length])).toEqual([
    [false, 3],
    [true, 3],
  ]);
});

test('an endpoint that only has black pictures is asked as often as was said, and never again', async () => {
  await using server = await endpoint();
  const again = kept();
  const first = await runUnder(server, [{ fault: 'blank-picture' }], { pack: CAVE, ...again });
  expect(first.summary).toMatchObject({ made: 1, calls: 3, exitCode: 0 });
  expect(first.assets[0]?.candidates?.map(({ chosen }) => chosen)).toEqual([true, false, false]);
  const second = await runUnder(server, [], { pack: CAVE, ...again });
  expect(second.summary).toMatchObject({ cached: 1, calls: 0 });
  expect([first.counts.submitsAccepted, second.counts.submitsAccepted]).toEqual([3, 0]);
});

test('a candidate whose submission had no answer is not sent again, and what is there is kept', async () => {
  await using server = await endpoint();
  const again = kept();
  const faults = [{ fault: 'blank-picture', next: 1 }];
  await runUnder(server, faults, { pack: { ...CAVE, retries: 0 }, ...again });
  const lost = await runUnder(server, [{ fault: 'reset-after-accept', next: 1 }], { pack: CAVE, ...again });
  expect(lost.summary).toMatchObject({ cached: 1, failed: 0, exitCode: 0, openCalls: { calls: 1 } });
  expect(lost.counts.submitsAccepted).toBe(1);
  expect(lost.assets[0]?.gates.at(-1)?.message).toMatch(/^Candidate 2 could not be made, so candidate 1 is kept/);
});

async function endpoint() {
  const server = await startHastyEndpoint();
  return { ...server, [Symbol.asyncDispose]: () => server.stop() };
}
