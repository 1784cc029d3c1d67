import { readFileSync, readdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { systemReason } from './system-reason.ts';

test.each([
  [() => readFileSync('/nothing/here'), 'there is no such place'],
  [() => readFileSync('.'), 'a folder stands where a file should be'],
  [() => readdirSync('package.json'), 'a file stands where a folder should be'],
  [() => readFileSync('x'.repeat(5000)), 'its name is too long'],
  [
    () => new DatabaseSync('package.json').exec('PRAGMA journal_mode = WAL'),
    'it is not a file that limner has written',
  ],
  [() => new DatabaseSync('.'), expect.stringContaining('a folder may stand there')],
  [() => decodeURIComponent('%'), 'URI malformed'],
])('says in words why %s failed', (work, words) => {
  expect(systemReason(failureOf(work))).toEqual(words);
});

test('names a code that it has no words for', () => {
  expect(systemReason(Object.assign(new Error('EXDEV: cross-device link'), { code: 'EXDEV' }))).toBe(
    'the system says EXDEV',
  );
});

function failureOf(work: () => unknown): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}
