import { describe, expect, test } from 'vitest';
import { sampleComparison } from './comparison-sample.ts';
import { type Ballot, isTurned, nextPair, openPairs } from './next-pair.ts';
import { type Pair, listPairs } from './pairs.ts';

const assets = Object.fromEntries([
  ...Array.from({ length: 12 }, (_, index) => [`e${index}`, 'entity'] as const),
  ...Array.from({ length: 3 }, (_, index) => [`b${index}`, 'background'] as const),
  ['logo', 'title_hero'] as const,
]);
const pairs = listPairs(sampleComparison({ providers: ['x', 'y', 'z'], assets }));

/** Votes on what comes until `most` votes are cast, or nothing comes any more. */
function voteOn(ballot: Ballot, most = Infinity): { readonly shown: readonly Pair[]; readonly votes: Ballot['votes'] } {
  const shown: Pair[] = [];
  let { votes } = ballot;
  for (let pair = nextPair(ballot); pair && shown.length < most; pair = nextPair({ ...ballot, votes })) {
    shown.push(pair);
    votes = [...votes, { pair: pair.key, voter: ballot.voter }];
  }
  return { shown, votes };
}

const ballot = (voter: string, votes: Ballot['votes'] = []): Ballot => ({ pack: 'p-1', voter, pairs, votes });

describe('a voter', () => {
  test('sees each pair once, in an order that is the same each time', () => {
    const { shown } = voteOn(ballot('ana'));
    expect(new Set(shown).size).toBe(pairs.length);
    expect(shown).toHaveLength(pairs.length);
    expect(voteOn(ballot('ana')).shown).toEqual(shown);
  });

  test('sees another order than the next voter, and another one in the next comparison', () => {
    const order = (other: Partial<Ballot>): string =>
      voteOn({ ...ballot('ana'), ...other })
        .shown.map(({ key }) => key)
        .join();
    expect(new Set([order({}), order({ voter: 'ben' }), order({ pack: 'p-2' })]).size).toBe(3);
  });

  test('meets every asset type and every two providers early', () => {
    const { shown } = voteOn(ballot('ana'), 9);
    expect(new Set(shown.slice(0, 3).map(({ type }) => type)).size).toBe(3);
    const met = shown
      .filter(({ type }) => type === 'entity')
      .map(({ samples }) => samples.map(({ provider }) => provider).join());
    expect(new Set(met)).toEqual(new Set(['x,y', 'x,z', 'y,z']));
  });

  test('finds each provider on either side', () => {
    const turned = pairs.filter((pair) => isTurned(ballot('ana'), pair)).length;
    expect(turned).toBeGreaterThan(pairs.length * 0.3);
    expect(turned).toBeLessThan(pairs.length * 0.7);
    const others = pairs.filter((pair) => isTurned(ballot('ana'), pair) !== isTurned(ballot('ben'), pair));
    expect(others.length).toBeGreaterThan(pairs.length * 0.3);
  });

  test('gets the pair again whose vote was taken back', () => {
    const { shown, votes } = voteOn(ballot('ana'), 5);
    expect(nextPair(ballot('ana', votes.slice(0, -1)))).toBe(shown.at(-1));
  });

  test('has nothing left when all is seen', () => {
    const { votes } = voteOn(ballot('ana'));
    expect(nextPair(ballot('ana', votes))).toBeUndefined();
    expect(openPairs(ballot('ana', votes))).toEqual([]);
    expect(openPairs(ballot('ben', votes))).toHaveLength(pairs.length);
  });
});

test('voters who stop early have covered all together: no pair is seen thrice before all are seen twice', () => {
  const entities = pairs.filter(({ type }) => type === 'entity');
  let votes: Ballot['votes'] = [];
  for (const voter of ['ana', 'ben', 'cem', 'dia', 'eli', 'fay']) {
    ({ votes } = voteOn({ ...ballot(voter, votes), pairs: entities }, 12));
  }
  const counts = entities.map(({ key }) => votes.filter(({ pair }) => pair === key).length);
  expect(new Set(counts)).toEqual(new Set([2]));
});
