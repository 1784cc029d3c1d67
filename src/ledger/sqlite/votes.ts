import type { Vote, VoteLedger } from '../ledger.ts';
import { conditions } from './conditions.ts';
import type { Database, Row } from './database.ts';

export function sqliteVotes(database: Database): VoteLedger {
  return {
    async save({ comparison, pair, voter, choice, at }) {
      // A row that is replaced gets a new rowid, which decides between votes of the same millisecond.
      const sql = 'INSERT OR REPLACE INTO vote (comparison, pair, voter, choice, at) VALUES (?, ?, ?, ?, ?)';
      database.run(sql, comparison, pair, voter, choice, at);
    },
    async remove({ comparison, pair, voter }) {
      const sql = 'DELETE FROM vote WHERE comparison = ? AND pair = ? AND voter = ?';
      return database.run(sql, comparison, pair, voter) > 0;
    },
    async list({ comparison, voter }) {
      const { where, values } = conditions({ 'comparison = ?': comparison, 'voter = ?': voter });
      return database.all(`SELECT * FROM vote ${where} ORDER BY at, rowid`, ...values).map(toVote);
    },
  };
}

function toVote(row: Row): Vote {
  return {
    comparison: String(row['comparison']),
    pair: String(row['pair']),
    voter: String(row['voter']),
    choice: String(row['choice']),
    at: Number(row['at']),
  };
}
