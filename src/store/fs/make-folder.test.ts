import { mkdtempSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

const home = mkdtempSync(join(tmpdir(), 'limner-folder-'));

test('makes a folder and all above it, and is content when it is there', () => {
  const folder = join(home, 'a/b/c');
  makeFolder(folder);
  makeFolder(folder);
  expect(statSync(folder).isDirectory()).toBe(true);
});

test('fails where something else stands', () => {
  writeFileSync(join(home, 'file'), '');
  symlinkSync('nowhere', join(home, 'link'));
  expect(() => makeFolder(join(home, 'file'))).toThrow('EEXIST');
  expect(() => makeFolder(join(home, 'file/sub'))).toThrow('ENOTDIR');
  expect(() => makeFolder(join(home, 'link'))).toThrow('EEXIST');
});

test.runIf(process.platform === 'linux')('fails at once where the system lets nobody make folders', () => {
  expect(() => makeFolder('/proc/limner/out')).toThrow('ENOENT');
});
