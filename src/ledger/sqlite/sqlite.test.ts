import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { ledgerContract } from '../../testing/ledger-contract.ts';
import { createSqliteLedger, readSqliteLedger } from './index.ts';

const freshFile = (): string => join(mkdtempSync(join(tmpdir(), 'limner-ledger-')), 'state', 'ledger.sqlite');

ledgerContract('sqlite', async () => createSqliteLedger(freshFile()));

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
