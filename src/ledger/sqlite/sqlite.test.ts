import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { ledgerContract } from '../../testing/ledger-contract.ts';
import { createLedgerStep } from '../../pipeline/ledger-step.ts';
import { stepContract } from '../../testing/step-contract.ts';
import { sqliteCalls } from './calls.ts';
import { Database } from './database.ts';
import { createSqliteLedger, readSqliteLedger } from './index.ts';
import { openLedger } from './open.ts';

const freshFile = (): string => join(mkdtempSync(join(tmpdir(), 'limner-ledger-')), 'state', 'ledger.sqlite');

ledgerContract('sqlite', async () => createSqliteLedger(freshFile()));

let stepFile = '';
const openStep = async () => {
  const { steps } = createSqliteLedger(stepFile);
  return createLedgerStep({ steps, run: 'r-1', signal: new AbortController().signal });
};
stepContract('ledger (sqlite)', {
  open: async () => {
    stepFile = freshFile();
    return openStep();
  },
  reopen: openStep,
});

/** Notes how surely each write reaches the disk: 1 with the system, 2 with the disk. */
class WatchedDatabase extends Database {
  readonly writes: [verb: string, synchronous: unknown][] = [];

  override run(...args: Parameters<Database['run']>): number {
    this.writes.push([args[0].split(' ')[0] ?? '', this.get('PRAGMA synchronous')?.['synchronous']]);
    return super.run(...args);
  }
}

test('what money hangs on is on the disk before anything else happens', async () => {
  const path = freshFile();
  const database = new WatchedDatabase(openLedger(path));
  const calls = sqliteCalls(database);
  const claim = {
    id: 'c',
    run: 'a-1',
    asset: 'slime',
    provider: 'p',
    owner: 'me',
    estimatedUsd: 0.01,
    claimedAt: 1,
    caps: { dayStartsAt: 0 },
  };
  await calls.claim(claim);
  await calls.change(claim, ['claimed'], { state: 'submitted', ticket: { remoteId: 'r' }, submittedAt: 2 });
  await calls.change(claim, ['submitted'], { polls: 1 });
  await calls.claim({ ...claim, id: 'free', estimatedUsd: 0 });
  expect(database.writes).toEqual([
    ['INSERT', 2],
    ['UPDATE', 2],
    ['UPDATE', 1],
    ['INSERT', 1],
  ]);
  database.close();
});

test('takes over the ledger of an older limner, calls and all', async () => {
  const path = freshFile();
  const first = createSqliteLedger(path);
  const run = { pack: 'a', packFile: '', out: '', planHash: '', snapshot: {}, startedAt: 1 };
  await first.runs.start(run);
  const caps = { dayStartsAt: 0 };
  const claim = { id: 'c', run: 'a-1', asset: 's', provider: 'p', owner: 'o', estimatedUsd: 1, claimedAt: 1, caps };
  await first.calls.claim(claim);
  await first.calls.claim({ ...claim, id: 'done' });
  await first.calls.change({ ...claim, id: 'done' }, ['claimed'], { state: 'done', result: [{ blob: 'b' }], usd: 1 });
  await first.calls.claim({ ...claim, id: 'refused' });
  await first.calls.change({ ...claim, id: 'refused' }, ['claimed'], { state: 'refused' });
  await first.close();
  const older = new DatabaseSync(path);
  older.exec(
    "ALTER TABLE call DROP COLUMN attempts; ALTER TABLE call DROP COLUMN job; DROP TABLE vote; INSERT INTO step VALUES ('a-1', 's', '{\"files\":[]}'); PRAGMA user_version = 1",
  );
  older.close();
  const now = createSqliteLedger(path);
  expect(await now.calls.get('c')).toMatchObject({ state: 'claimed', attempts: 1 });
  expect(await now.calls.get('done')).toMatchObject({ result: { images: [{ blob: 'b' }], warnings: [] } });
  expect(await now.calls.claim({ ...claim, id: 'refused' })).toMatchObject({ call: { state: 'failed', usd: 0 } });
  expect(await now.steps.get('a-1', 's')).toBeUndefined();
  expect((await now.runs.start(run)).id).toBe('a-2');
  const vote = { pack: 'a', pair: 'p', voter: 'me', choice: 'tie', at: 1 };
  await now.votes.save(vote);
  expect(await now.votes.list({ pack: 'a' })).toEqual([vote]);
  await now.close();
});

test('keeps everything when the file is opened again', async () => {
  const file = freshFile();
  const first = createSqliteLedger(file);
  await first.steps.put('a-1', 's', 1);
  await first.close();
  const second = createSqliteLedger(file);
  expect(await second.steps.get('a-1', 's')).toBe(1);
  await second.close();
});

test('shares one file between two connections', async () => {
  const file = freshFile();
  const [one, two] = [createSqliteLedger(file), createSqliteLedger(file)];
  await one.steps.put('a-1', 's', 1);
  expect(await two.steps.get('a-1', 's')).toBe(1);
  await Promise.all([one.close(), two.close()]);
});

test('is made by several processes at the same moment', async () => {
  const file = freshFile();
  const code = `import { readFileSync } from 'node:fs';
    import { createSqliteLedger } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
    console.log('ready');
    readFileSync(0);
    await createSqliteLedger(${JSON.stringify(file)}).close();`;
  const args = ['--input-type=module', '--no-warnings', '-e', code];
  const processes = Array.from({ length: 4 }, () =>
    spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  await Promise.all(processes.map(({ stdout }) => once(stdout, 'data')));
  const ends = processes.map(async (child) => (await once(child, 'exit'))[0] as unknown);
  for (const { stdin } of processes) stdin.end();
  expect(await Promise.all(ends)).toEqual([0, 0, 0, 0]);
});

test('says in words that a file is no ledger', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'limner-ledger-')), 'ledger.sqlite');
  writeFileSync(file, 'not a database, but long enough to look like one '.repeat(40));
  expect(() => createSqliteLedger(file)).toThrow(/cannot be opened/);
});

test('refuses the ledger of a newer limner', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'limner-ledger-')), 'ledger.sqlite');
  const newer = new DatabaseSync(file);
  newer.exec('PRAGMA user_version = 99');
  newer.close();
  expect(() => createSqliteLedger(file)).toThrow(/newer limner/);
});

test('reads beside a writer, and leaves nothing behind when it reads alone', async () => {
  const file = freshFile();
  const writer = createSqliteLedger(file);
  await writer.steps.put('a-1', 's', 1);
  const beside = readSqliteLedger(file);
  expect(await beside.steps.get('a-1', 's')).toBe(1);
  await Promise.all([beside.close(), writer.close()]);
  const before = readdirSync(dirname(file));
  const alone = readSqliteLedger(file);
  expect(await alone.steps.get('a-1', 's')).toBe(1);
  await expect(alone.steps.put('a-1', 's', 2)).rejects.toThrow('this user may only read it');
  await alone.close();
  expect(readdirSync(dirname(file))).toEqual(before);
});
