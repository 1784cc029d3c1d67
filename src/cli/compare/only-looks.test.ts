import { expect, test } from 'vitest';
import { checkOnlyLooks } from './only-looks.ts';

test('a comparison is looked at again with other lines, another volume, another ledger', () => {
  const flags = { threshold: ['seconds=20'], volume: 1000, apply: true, json: true, state: '.limner' };
  expect(() => checkOnlyLooks('out/x', flags)).not.toThrow();
});

test('flags that would make it otherwise are refused, all at once', () => {
  expect(() => checkOnlyLooks('out/x', { runs: 3, only: ['bat'], volume: 1 })).toThrow(/out\/x .* --runs and --only/);
  expect(() => checkOnlyLooks('out/x', { dryRun: true })).toThrow(/--dry-run/);
});
