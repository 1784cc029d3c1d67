import { expect, test } from 'vitest';
import { sampleComparison } from './comparison-sample.ts';
import { judge } from './judge.ts';
import { listPairs } from './pairs.ts';

const comparison = sampleComparison();
const keyOf = (id: string): string => listPairs(comparison).find(({ asset }) => asset === id)?.key ?? '';
const votes = [
  { pair: keyOf('slime'), voter: 'ana', choice: 'new' },
  { pair: keyOf('slime'), voter: 'ben', choice: 'new' },
  { pair: keyOf('bat'), voter: 'ana', choice: 'tie' },
  { pair: keyOf('cave'), voter: 'ana', choice: 'old' },
];

test('counts what each provider won, lost and tied, by type and in all', () => {
  const counts = judge(comparison, votes).map(
    ({ type, provider, judged: { votes: count, voters, wins, losses, ties } }) => [
      type,
      provider,
      { count, voters, wins, losses, ties },
    ],
  );
  expect(counts).toEqual([
    ['all', 'old', { count: 4, voters: 2, wins: 1, losses: 2, ties: 1 }],
    ['all', 'new', { count: 4, voters: 2, wins: 2, losses: 1, ties: 1 }],
    ['entity', 'old', { count: 3, voters: 2, wins: 0, losses: 2, ties: 1 }],
    ['entity', 'new', { count: 3, voters: 2, wins: 2, losses: 0, ties: 1 }],
    ['background', 'old', { count: 1, voters: 1, wins: 1, losses: 0, ties: 0 }],
    ['background', 'new', { count: 1, voters: 1, wins: 0, losses: 1, ties: 0 }],
  ]);
});

test('scores against the first provider, which is the measure itself', () => {
  const scores = new Map(judge(comparison, votes).map(({ type, provider, judged }) => [`${type}/${provider}`, judged]));
  expect(scores.get('entity/old')).toMatchObject({ score: 0.5, low: 0.5, high: 0.5 });
  expect(scores.get('entity/new')?.score).toBeCloseTo(3 / 4, 9);
  expect(scores.get('background/new')?.score).toBeCloseTo(1 / 4, 9);
});

test('says nothing where nobody has voted', () => {
  expect(judge(comparison, [])).toEqual([]);
  const three = sampleComparison({ providers: ['old', 'new', 'other'] });
  expect(judge(three, votes).filter(({ provider }) => provider === 'other')).toEqual([]);
});

test('passes over votes on pairs and for providers that are not there any more', () => {
  expect(judge(comparison, [{ pair: keyOf('bat'), voter: 'ana', choice: 'gone' }])).toEqual([]);
  expect(judge(comparison, [{ pair: 'gone/1/old/new', voter: 'ana', choice: 'new' }])).toEqual([]);
});
