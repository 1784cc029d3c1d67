import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { type Duel, type Strength, fitBradleyTerry } from './bradley-terry.ts';
import { createRandom } from '../providers/painter/art/random.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

const wins = (winner: string, loser: string, times: number): readonly Duel[] =>
  Array.from({ length: times }, () => ({ sides: [winner, loser] as const, winner }));
const ties = (one: string, other: string, times: number): readonly Duel[] =>
  Array.from({ length: times }, () => ({ sides: [one, other] as const }));

describe('two contestants', () => {
  test('have a score that is the share of votes, drawn a little to the middle', () => {
    const [, b] = fitBradleyTerry(['a', 'b'], [...wins('b', 'a', 30), ...wins('a', 'b', 10)]);
    expect(b?.score).toBeCloseTo(30.5 / 41, 9);
    const reach = 1.959964 / Math.sqrt(41 * (30.5 / 41) * (10.5 / 41));
    expect(Math.log((b?.high ?? 0) / (1 - (b?.high ?? 0)))).toBeCloseTo(Math.log(30.5 / 10.5) + reach, 9);
  });

  test('share a tie evenly', () => {
    expect(score(fitBradleyTerry(['a', 'b'], ties('a', 'b', 12)), 'b')).toBeCloseTo(0.5, 9);
    const mixed = fitBradleyTerry(['a', 'b'], [...wins('b', 'a', 4), ...ties('b', 'a', 2)]);
    const split = fitBradleyTerry(['a', 'b'], [...wins('b', 'a', 5), ...wins('a', 'b', 1)]);
    expect(score(mixed, 'b')).toBeCloseTo(score(split, 'b'), 9);
  });

  test('may have met never or been told apart always: the interval says how little that proves', () => {
    const [, unmet] = fitBradleyTerry(['a', 'b'], []);
    expect(unmet).toMatchObject({ score: 0.5 });
    expect(unmet?.low).toBeLessThan(0.03);
    expect(unmet?.high).toBeGreaterThan(0.97);
    const [, once] = fitBradleyTerry(['a', 'b'], wins('b', 'a', 1));
    expect(once?.low).toBeLessThan(0.5);
    const [, always] = fitBradleyTerry(['a', 'b'], wins('b', 'a', 1000));
    expect(always?.score).toBeGreaterThan(0.999);
    expect(always?.high).toBeLessThan(1);
  });
});

test('one contestant alone is its own measure', () => {
  expect(fitBradleyTerry(['a'], [])).toEqual([{ name: 'a', score: 0.5, low: 0.5, high: 0.5 }]);
});

test('duels of strangers and of somebody with himself tell nothing', () => {
  const strange: readonly Duel[] = [
    { sides: ['a', 'x'], winner: 'x' },
    { sides: ['b', 'b'], winner: 'b' },
  ];
  expect(fitBradleyTerry(['a', 'b'], strange)).toEqual(fitBradleyTerry(['a', 'b'], []));
});

test('contestants who never met the first, nor anyone who did, are left in doubt', () => {
  const fit = fitBradleyTerry(['a', 'b', 'c', 'd'], [...wins('a', 'b', 50), ...wins('c', 'd', 50)]);
  const c = find(fit, 'c');
  expect(c.low).toBeLessThan(0.5);
  expect(c.high).toBeGreaterThan(0.97);
  expect(score(fit, 'b')).toBeLessThan(0.2);
});

test('who beat whom is carried on: c was preferred to b, and b to the first', () => {
  const fit = fitBradleyTerry(
    ['a', 'b', 'c'],
    [...wins('b', 'a', 30), ...wins('a', 'b', 15), ...wins('c', 'b', 30), ...wins('b', 'c', 15)],
  );
  expect(score(fit, 'c')).toBeGreaterThan(score(fit, 'b'));
  expect(score(fit, 'c')).toBeCloseTo(0.8, 1);
});

const anyDuels = fc.array(
  fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom('one', 'other', 'tie')).map(([one, other, outcome]): Duel => {
    const sides = [NAMES[one] ?? 'a', NAMES[other] ?? 'b'] as const;
    return outcome === 'tie' ? { sides } : { sides, winner: sides[outcome === 'one' ? 0 : 1] };
  }),
  { maxLength: 120 },
);

describe('whatever the votes,', () => {
  test.prop([fc.integer({ min: 2, max: 8 }), anyDuels])(
    'the score lies inside its interval, and all inside 0 and 1',
    (count, duels) => {
      for (const { score: value, low, high } of fitBradleyTerry(NAMES.slice(0, count), duels).slice(1)) {
        expect(low).toBeGreaterThan(0);
        expect(high).toBeLessThan(1);
        expect(low).toBeLessThan(value);
        expect(high).toBeGreaterThan(value);
      }
    },
  );

  test.prop([anyDuels, fc.shuffledSubarray(NAMES.slice(1), { minLength: 7 }), fc.nat()])(
    'neither their order, nor the order of the others, nor which side stood where counts',
    (duels, others, seed) => {
      const turned = shuffled(duels, seed).map(({ sides: [one, other], ...duel }): Duel => ({
        ...duel,
        sides: [other, one],
      }));
      const before = fitBradleyTerry(NAMES, duels);
      const after = fitBradleyTerry(['a', ...others], turned);
      for (const { name, score: value, low, high } of before) {
        expect(find(after, name).score).toBeCloseTo(value, 6);
        expect(find(after, name).low).toBeCloseTo(low, 6);
        expect(find(after, name).high).toBeCloseTo(high, 6);
      }
    },
  );

  test.prop([fc.nat(60), fc.nat(60), fc.nat(60)])(
    'two contestants see the same from either side',
    (won, lost, tied) => {
      const duels = [...wins('b', 'a', won), ...wins('a', 'b', lost), ...ties('a', 'b', tied)];
      const b = find(fitBradleyTerry(['a', 'b'], duels), 'b');
      const a = find(fitBradleyTerry(['b', 'a'], duels), 'a');
      expect([a.score, a.low, a.high]).toEqual(
        [1 - b.score, 1 - b.high, 1 - b.low].map((value) => expect.closeTo(value, 9)),
      );
    },
  );

  test.prop([anyDuels])('one more win does not lower a score', (duels) => {
    const after = fitBradleyTerry(NAMES, [...duels, ...wins('b', 'a', 1)]);
    expect(score(after, 'b')).toBeGreaterThan(score(fitBradleyTerry(NAMES, duels), 'b'));
  });
});

describe('of votes that were drawn from known strengths,', () => {
  const TRUTH = new Map([
    ['a', 1],
    ['b', 0.4],
    ['c', 2.5],
    ['d', 6],
  ]);
  const names = [...TRUTH.keys()];
  const truth = (name: string): number => (TRUTH.get(name) ?? 0) / ((TRUTH.get(name) ?? 0) + 1);
  const draw = (votes: number, seed: number): readonly Duel[] => {
    const random = createRandom(seed);
    return Array.from({ length: votes }, (_, index) => {
      const [one, other] = pairAt(names, index);
      const [p, q] = [TRUTH.get(one) ?? 0, TRUTH.get(other) ?? 0];
      return { sides: [one, other], winner: random.next() < p / (p + q) ? one : other };
    });
  };

  test('many bring the strengths back', () => {
    for (const { name, score: value } of fitBradleyTerry(names, draw(60_000, 1)))
      expect(value).toBeCloseTo(truth(name), 2);
  });

  test.each([1, 2, 3])('50 bring the known ranking (drawn with seed %i)', (seed) => {
    const fit = fitBradleyTerry(['a', 'c', 'd'], drawClear(50, seed));
    expect(fit.toSorted((x, y) => y.score - x.score).map(({ name }) => name)).toEqual(['d', 'c', 'a']);
  });

  test.each([8, 20, 60, 240])('the interval of %i holds the truth in about 95 of 100 draws', (votes) => {
    const draws = 400;
    let held = 0;
    for (let seed = 0; seed < draws; seed += 1) {
      for (const { name, low, high } of fitBradleyTerry(names, draw(votes, seed)).slice(1))
        held += Number(low <= truth(name) && truth(name) <= high);
    }
    const share = held / (draws * 3);
    expect(share).toBeGreaterThan(0.925);
    expect(share).toBeLessThanOrEqual(votes < 60 ? 1 : 0.975);
  });
});

function find(fit: readonly Strength[], name: string): Strength {
  const found = fit.find((strength) => strength.name === name);
  if (!found) throw new Error(`Nobody is called ${name}.`);
  return found;
}

const score = (fit: readonly Strength[], name: string): number => find(fit, name).score;

function pairAt(names: readonly string[], index: number): readonly [string, string] {
  const pairs = names.flatMap((one, place) => names.slice(place + 1).map((other) => [one, other] as const));
  return pairs[index % pairs.length] ?? ['a', 'b'];
}

/** The better of two wins nine times out of ten. */
function drawClear(votes: number, seed: number): readonly Duel[] {
  const random = createRandom(seed);
  return Array.from({ length: votes }, (_, index) => {
    const [worse, better] = pairAt(['a', 'c', 'd'], index);
    return { sides: [worse, better], winner: random.next() < 0.9 ? better : worse };
  });
}

function shuffled<T>(values: readonly T[], seed: number): readonly T[] {
  const random = createRandom(seed);
  return values
    .map((value) => ({ value, rank: random.next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}
