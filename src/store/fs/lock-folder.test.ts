import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockFolder, readLockHolder } from './lock-folder.ts';

const freshFolder = (): string => join(mkdtempSync(join(tmpdir(), 'limner-lock-')), 'out');
const me = { pid: process.pid, since: '2026-01-01T00:00:00.000Z', state: '/state' };

test('lets one in and names it to the next', () => {
  const folder = freshFolder();
  const lock = lockFolder(folder, me);
  expect(() => lockFolder(folder, { ...me, pid: 1 })).toThrow(
    `Another limner (process ${process.pid}, since ${me.since}) is writing into ${folder}.`,
  );
  lock.release();
  expect(existsSync(folder)).toBe(false);
  lockFolder(folder, me).release();
});

test('is free again when the holder was killed', async () => {
  const folder = freshFolder();
  const code = `
    const { lockFolder } = await import(${JSON.stringify(new URL('./lock-folder.ts', import.meta.url).href)});
    lockFolder(${JSON.stringify(folder)}, { pid: process.pid, since: 'then', state: '/state' });
    console.log('locked');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--no-warnings', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  expect(() => lockFolder(folder, me)).toThrow(`process ${child.pid}`);
  child.kill('SIGKILL');
  await once(child, 'exit');
  lockFolder(folder, me).release();
});

test('says why a folder cannot be used', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'limner-lock-')), 'file');
  writeFileSync(file, '');
  expect(() => lockFolder(file, me)).toThrow(/Nothing can be written into/);
});

test('remembers who broke off, until the next one is done', () => {
  const folder = freshFolder();
  expect(readLockHolder(folder)).toBeUndefined();
  lockFolder(folder, me).abandon();
  expect(readLockHolder(folder)).toEqual(me);
  lockFolder(folder, { ...me, pid: 1 }).release();
  expect(readLockHolder(folder)).toBeUndefined();
});
