import type { Vote, VoteLedger } from '../ledger.ts';
import { conditions } from './conditions.ts';
import type { Database, Row } from './database.ts';

export function sqliteVotes(database: Database): VoteLedger {
  return {
    async save({ pack, pair, voter, choice, at }) {
      // A row that is replaced gets a new rowid, which decides between votes of the same millisecond.
      const sql = 'INSERT OR REPLACE INTO vote (pack, pair, voter, choice, at) VALUES (?, ?, ?, ?, ?)';
      database.run(sql, pack, pair, voter, choice, at);
    },
    async remove({ pack, pair, voter }) {
      const sql = 'DELETE FROM vote WHERE pack = ? AND pair = ? AND voter = ?';
      return database.run(sql, pack, pair, voter) > 0;
    },
    async list({ pack, voter }) {
      const { where, values } = conditions({ 'pack = ?': pack, 'voter = ?': voter });
      return database.all(`SELECT * FROM vote ${where} ORDER BY at, rowid`, ...values).map(toVote);
    },
  };
}

function toVote(row: Row): Vote {
  return {
    pack: String(row['pack']),
    pair: String(row['pair']),
    voter: String(row['voter']),
    choice: String(row['choice']),
    at: Number(row['at']),
  };
}
