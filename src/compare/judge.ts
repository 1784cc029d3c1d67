import { type Duel, fitBradleyTerry } from './bradley-terry.ts';
import type { Group, Judged } from './comparison.ts';
import { type Pair, listPairs } from './pairs.ts';
import type { JudgedComparison } from './read-comparison.ts';

export interface JudgedGroup extends Pick<Group, 'type' | 'provider'> {
  readonly judged: Judged;
}

/** A vote of the ledger, on a picture of this pack. */
export interface Cast {
  readonly pair: string;
  readonly voter: string;
  readonly choice: string;
}

/**
 * What the votes on a comparison come to: for each provider, one for all types together and one for each type, where it was
 * voted on at all. Votes on pairs or for providers that the comparison does not have count for nothing.
 */
export function judge(comparison: JudgedComparison, votes: readonly Cast[]): readonly JudgedGroup[] {
  const pairs = new Map(listPairs(comparison).map((pair) => [pair.key, pair]));
  const judgements = votes.flatMap(({ pair: key, voter, choice }) => {
    const pair = pairs.get(key);
    const duel = pair && duelOf(pair, choice);
    return duel ? [{ pair, voter, duel }] : [];
  });
  const types = new Set([...pairs.values()].map(({ type }) => type));
  const names = comparison.providers.map(({ name }) => name);
  return [
    ...judgeType('all', names, judgements),
    ...[...types].flatMap((type) =>
      judgeType(
        type,
        names,
        judgements.filter(({ pair }) => pair.type === type),
      ),
    ),
  ];
}

interface Judgement {
  readonly pair: Pair;
  readonly voter: string;
  readonly duel: Duel;
}

function duelOf({ samples: [one, other] }: Pair, choice: string): Duel | undefined {
  const sides = [one.provider, other.provider] as const;
  if (sides.includes(choice)) return { sides, winner: choice };
  return choice === 'tie' ? { sides } : undefined;
}

function judgeType(
  type: JudgedGroup['type'],
  names: readonly string[],
  judgements: readonly Judgement[],
): readonly JudgedGroup[] {
  const fit = fitBradleyTerry(
    names,
    judgements.map(({ duel }) => duel),
  );
  return fit.flatMap(({ name, score, low, high }) => {
    const own = judgements.filter(({ duel }) => duel.sides.includes(name));
    if (own.length === 0) return [];
    const wins = own.filter(({ duel }) => duel.winner === name).length;
    const ties = own.filter(({ duel }) => duel.winner === undefined).length;
    const voters = new Set(own.map(({ voter }) => voter)).size;
    const judged = { votes: own.length, voters, wins, losses: own.length - wins - ties, ties, score, low, high };
    return [{ type, provider: name, judged }];
  });
}
