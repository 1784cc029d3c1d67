import { sha256 } from '../hash.ts';
import type { Pair } from './pairs.ts';

export interface Ballot {
  /** The same voter sees another order in the comparison of another pack. */
  readonly pack: string;
  readonly voter: string;
  readonly pairs: readonly Pair[];
  /** Everybody's, on this pack. */
  readonly votes: readonly { readonly pair: string; readonly voter: string }[];
}

/** What of the ballot this voter has not voted on. */
export function openPairs({ voter, pairs, votes }: Ballot): readonly Pair[] {
  const seen = new Set(votes.filter((vote) => vote.voter === voter).map(({ pair }) => pair));
  return pairs.filter(({ key }) => !seen.has(key));
}

/**
 * The pair to be shown next; undefined when the voter has seen all. First come asset types of which this voter has seen least,
 * so that a few votes say something of each; then pairs that others have seen least, so that several voters together cover
 * all; then pairs of providers that the voter has seen least. What is left to chance is drawn by voter and pack, and
 * falls the same way each time.
 */
export function nextPair(ballot: Ballot): Pair | undefined {
  const open = new Set(openPairs(ballot));
  const seen = ballot.pairs.filter((pair) => !open.has(pair));
  const own = tally(seen, ({ type }) => type);
  const met = tally(seen, providersOf);
  const others = tally(ballot.votes, ({ pair }) => pair);
  const ranked = [...open].map((pair) => ({
    pair,
    counts: [own(pair.type), others(pair.key), met(providersOf(pair))],
    draw: draw(ballot, pair.key),
  }));
  return ranked.sort((a, b) => byCounts(a.counts, b.counts) || (a.draw < b.draw ? -1 : 1))[0]?.pair;
}

/** Whether the second of a pair stands on the left for this voter. */
export function isTurned(ballot: Pick<Ballot, 'pack' | 'voter'>, { key }: Pair): boolean {
  return Number.parseInt(draw(ballot, `${key}\nside`).slice(0, 2), 16) % 2 === 1;
}

function draw({ pack, voter }: Pick<Ballot, 'pack' | 'voter'>, what: string): string {
  return sha256([pack, voter, what].join('\n'));
}

const providersOf = ({ type, samples: [one, other] }: Pair): string => [type, one.provider, other.provider].join('/');

/** How many of them go by a name. */
function tally<T>(items: readonly T[], nameOf: (item: T) => string): (name: string) => number {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
  return (name) => counts.get(name) ?? 0;
}

function byCounts(a: readonly number[], b: readonly number[]): number {
  return a.map((count, index) => count - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
