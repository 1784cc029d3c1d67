import { expect, test } from 'vitest';
import { createFileStore } from './files.ts';
import { nextFileName, type SaveRequest } from './save-name.ts';

const request: SaveRequest = {
  prefix: 'a',
  type: 'output',
  batchIndex: 0,
  width: 64,
  height: 48,
  now: new Date(2026, 1, 3, 4, 5, 6),
};

test('counts on from the highest number in the prefix’s own folder', () => {
  const files = createFileStore();
  const take = (prefix: string): string => {
    const file = nextFileName(files, { ...request, prefix });
    files.write(file, new Uint8Array(1));
    return `${file.subfolder}/${file.filename}`;
  };
  expect([take('a'), take('a'), take('sub/a'), take('ab')]).toEqual([
    '/a_00001_.png',
    '/a_00002_.png',
    'sub/a_00001_.png',
    '/ab_00001_.png',
  ]);
});

test('expands the server’s tokens and leaves those of the web page', () => {
  const prefix = '%width%x%height%_%year%-%month%-%day%_%batch_num%_%date:yyyy%';
  expect(nextFileName(createFileStore(), { ...request, prefix }).filename).toBe(
    '64x48_2026-02-03_0_%date:yyyy%_00001_.png',
  );
});

test.each(['../a', 'a/../../b', '/etc/a'])('does not leave its folder for %s', (prefix) => {
  expect(() => nextFileName(createFileStore(), { ...request, prefix })).toThrow('outside the output folder');
});
