import { createHmac, randomBytes } from 'node:crypto';
import { type JudgedGroup, judge } from '../../compare/judge.ts';
import { type Ballot, isTurned, nextPair, openPairs } from '../../compare/next-pair.ts';
import { type Pair, listPairs } from '../../compare/pairs.ts';
import type { JudgedComparison, JudgedSample } from '../../compare/read-comparison.ts';
import type { Vote, VoteLedger } from '../../ledger/ledger.ts';

/** Where people judge: knows who made what, and tells nobody before they are done. */
export interface Booth {
  show(voter: string): Promise<Shown>;
  /** Undefined when no pair has this id: it was shown before the server was started anew. */
  vote(voter: string, pairId: string, choice: Choice): Promise<Shown | undefined>;
  /** Takes the voter's newest vote back and shows its pair again. */
  undo(voter: string): Promise<Shown>;
  /** The voter wants to see the results now. */
  finish(voter: string): Promise<void>;
  /** Undefined before the voter has seen all, or wants to see no more. */
  results(voter: string): Promise<Results | undefined>;
}

export const CHOICES = ['left', 'right', 'tie'] as const;
export type Choice = (typeof CHOICES)[number];

export interface Shown {
  readonly done: number;
  readonly total: number;
  /** Absent when this voter has seen all. */
  readonly next?: { readonly id: string; readonly pair: Pair; readonly sides: readonly [JudgedSample, JudgedSample] };
}

export interface Results {
  /** Everybody's. */
  readonly votes: number;
  readonly voters: number;
  readonly providers: readonly string[];
  readonly groups: readonly JudgedGroup[];
}

export interface BoothOptions {
  readonly comparison: JudgedComparison;
  readonly votes: VoteLedger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function createBooth({ comparison, votes, now }: BoothOptions): Booth {
  const { pack } = comparison;
  const pairs = listPairs(comparison);
  const byKey = new Map(pairs.map((pair) => [pair.key, pair]));
  const secret = randomBytes(32);
  const idOf = ({ key }: Pair): string => createHmac('sha256', secret).update(key).digest('hex').slice(0, 32);
  const byId = new Map(pairs.map((pair) => [idOf(pair), pair]));
  const finished = new Set<string>();
  // Those on pictures that are not shown here stay in the ledger, and nobody takes them back by mistake.
  const listVotes = async (voter?: string): Promise<readonly Vote[]> =>
    (await votes.list({ pack, ...(voter === undefined ? {} : { voter }) })).filter((vote) => byKey.has(vote.pair));
  const ballotOf = async (voter: string): Promise<Ballot & { readonly votes: readonly Vote[] }> => ({
    pack,
    voter,
    pairs,
    votes: await listVotes(),
  });
  const sidesOf = (ballot: Pick<Ballot, 'pack' | 'voter'>, pair: Pair): Pair['samples'] =>
    isTurned(ballot, pair) ? [pair.samples[1], pair.samples[0]] : pair.samples;
  const shown = (ballot: Ballot, pair: Pair | undefined = nextPair(ballot)): Shown => ({
    done: pairs.length - openPairs(ballot).length,
    total: pairs.length,
    ...(pair ? { next: { id: idOf(pair), pair, sides: sidesOf(ballot, pair) } } : {}),
  });
  return {
    show: async (voter) => shown(await ballotOf(voter)),
    async vote(voter, pairId, choice) {
      const pair = byId.get(pairId);
      if (!pair) return undefined;
      const [left, right] = sidesOf({ pack, voter }, pair);
      const chosen = { left: left.provider, right: right.provider, tie: 'tie' }[choice];
      await votes.save({ pack, pair: pair.key, voter, choice: chosen, at: now() });
      return shown(await ballotOf(voter));
    },
    async undo(voter) {
      const last = (await listVotes(voter)).at(-1);
      if (last) await votes.remove(last);
      return shown(await ballotOf(voter), last && byKey.get(last.pair));
    },
    async finish(voter) {
      finished.add(voter);
    },
    async results(voter) {
      const ballot = await ballotOf(voter);
      if (!finished.has(voter) && openPairs(ballot).length > 0) return undefined;
      return {
        votes: ballot.votes.length,
        voters: new Set(ballot.votes.map((vote) => vote.voter)).size,
        providers: comparison.providers.map(({ name }) => name),
        groups: judge(comparison, ballot.votes),
      };
    },
  };
}
