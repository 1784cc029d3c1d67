import { expect, test } from 'vitest';
import type { Ledger, Vote } from '../ledger/ledger.ts';

/** The part of a ledger's contract that holds what people said. */
export function voteTests(ledger: () => Ledger): void {
  test('gives back votes as they were cast, in that order, by pack and voter', async () => {
    const cast = [
      vote({ pair: 'b', at: 2 }),
      vote({ pair: 'a', at: 2 }),
      vote({ pair: 'c', at: 1 }),
      vote({ voter: 'Zoë', at: 3 }),
    ];
    for (const each of [...cast, vote({ pack: 'other' })]) await ledger().votes.save(each);
    const pairs = async (voter?: string): Promise<readonly string[]> =>
      (await ledger().votes.list({ pack: 'c-1', ...(voter === undefined ? {} : { voter }) })).map(({ pair }) => pair);
    expect(await pairs('me')).toEqual(['c', 'b', 'a']);
    expect(await pairs()).toEqual(['c', 'b', 'a', 'slime/1/x/y']);
    expect(await ledger().votes.list({ pack: 'c-1', voter: 'Zoë' })).toEqual([cast[3]]);
    expect(await ledger().votes.list({ pack: 'c' })).toEqual([]);
  });

  test('has one vote of each voter on a pair: the last one, which counts as the newest', async () => {
    await ledger().votes.save(vote({ choice: 'x' }));
    await ledger().votes.save(vote({ choice: 'x', voter: 'you' }));
    await ledger().votes.save(vote({ choice: 'tie' }));
    expect(await ledger().votes.list({ pack: 'c-1' })).toEqual([
      vote({ choice: 'x', voter: 'you' }),
      vote({ choice: 'tie' }),
    ]);
  });

  test('takes one vote back, and says when there is none', async () => {
    await ledger().votes.save(vote());
    await ledger().votes.save(vote({ voter: 'you' }));
    expect(await ledger().votes.remove(vote())).toBe(true);
    expect(await ledger().votes.remove(vote())).toBe(false);
    expect(await ledger().votes.list({ pack: 'c-1' })).toEqual([vote({ voter: 'you' })]);
  });
}

function vote(overrides: Partial<Vote> = {}): Vote {
  return { pack: 'c-1', pair: 'slime/1/x/y', voter: 'me', choice: 'x', at: 1, ...overrides };
}
