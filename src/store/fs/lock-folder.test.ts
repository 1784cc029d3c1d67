import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isFolderHeld, lockFolder, readLockHolder } from './lock-folder.ts';

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
    // What nobody holds on to may be collected, and its lock with it.
    globalThis.lock = lockFolder(${JSON.stringify(folder)}, { pid: process.pid, since: 'then', state: '/state' });
    console.log('locked');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--no-warnings', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  expect(() => lockFolder(folder, me)).toThrow(`process ${child.pid}`);
  expect(isFolderHeld(folder)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(readLockHolder(folder)).toMatchObject({ pid: child.pid });
  expect(isFolderHeld(folder)).toBe(false);
  lockFolder(folder, me).release();
});

test('says why a folder cannot be used', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'limner-lock-')), 'file');
  writeFileSync(file, '');
  expect(() => lockFolder(file, me)).toThrow(
    `Nothing can be written into ${file}: a file stands where a folder should be.`,
  );
});

test('remembers who broke off, until the next one is done', () => {
  const folder = freshFolder();
  expect(readLockHolder(folder)).toBeUndefined();
  lockFolder(folder, me).abandon();
  expect(readLockHolder(folder)).toEqual(me);
  lockFolder(folder, { ...me, pid: 1 }).release();
  expect(readLockHolder(folder)).toBeUndefined();
});

test.each(['a folder', 'a file of another kind'])('is not held, and cannot be, where its file is %s', (what) => {
  const folder = freshFolder();
  const path = join(folder, '.limner-lock');
  mkdirSync(what === 'a folder' ? path : folder, { recursive: true });
  if (what !== 'a folder') writeFileSync(path, 'no database, but long enough to be looked at as if it were one');
  expect(readLockHolder(folder)).toBeUndefined();
  expect(isFolderHeld(folder)).toBe(false);
  expect(() => lockFolder(folder, me)).toThrow(`Nothing can be written into ${folder}`);
});

test('of many that come and go at once, one at a time is in', async () => {
  const folder = freshFolder();
  const code = `
    const { lockFolder } = await import(${JSON.stringify(new URL('./lock-folder.ts', import.meta.url).href)});
    const { closeSync, openSync, readFileSync, rmSync } = await import('node:fs');
    console.log('ready');
    readFileSync(0);
    for (let rounds = 0; rounds < 100;) {
      try {
        const lock = lockFolder(${JSON.stringify(folder)}, { pid: process.pid, since: 'then', state: '/state' });
        closeSync(openSync(${JSON.stringify(`${folder}-inside`)}, 'wx'));
        rmSync(${JSON.stringify(`${folder}-inside`)});
        lock.release();
        rounds += 1;
      } catch (error) {
        if (error.code !== 'LIMNER_OUTPUT_BUSY') throw error;
      }
    }`;
  const children = [0, 1, 2].map(() =>
    spawn(process.execPath, ['--input-type=module', '--no-warnings', '-e', code], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  await Promise.all(children.map(({ stdout }) => once(stdout, 'data')));
  const ends = children.map(async (child) => (await once(child, 'exit'))[0] as unknown);
  for (const { stdin } of children) stdin.end();
  expect(await Promise.all(ends)).toEqual([0, 0, 0]);
});
