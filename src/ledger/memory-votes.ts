import { copyJson } from './copy-json.ts';
import type { Vote, VoteKey, VoteLedger } from './ledger.ts';

export function memoryVotes(): VoteLedger {
  const votes = new Map<string, Vote>();
  return {
    async save(vote) {
      // Where it stands in the map decides between votes of the same millisecond.
      votes.delete(keyOf(vote));
      votes.set(keyOf(vote), copyJson(vote));
    },
    remove: async (vote) => votes.delete(keyOf(vote)),
    list: async ({ pack, voter }) =>
      [...votes.values()]
        .filter((vote) => vote.pack === pack && (voter === undefined || vote.voter === voter))
        .sort((a, b) => a.at - b.at)
        .map(copyJson),
  };
}

const keyOf = ({ pack, pair, voter }: VoteKey): string => JSON.stringify([pack, pair, voter]);
