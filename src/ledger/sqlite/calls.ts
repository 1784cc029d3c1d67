import type { ErrorReport } from '../../errors.ts';
import type { CallChange, CallClaim, CallLedger, CallRow, CallState, ClaimKey, ClaimResult } from '../ledger.ts';
import { conditions } from './conditions.ts';
import { type Database, type Row, jsonOrNull, parseColumn, present } from './database.ts';

const SPENT = "SELECT coalesce(sum(coalesce(usd, estimated_usd)), 0) AS usd FROM call WHERE state <> 'refused'";

export function sqliteCalls(database: Database): CallLedger {
  return {
    async claim(claim) {
      const work = (): ClaimResult => database.atomically(() => claimInside(database, claim));
      return claim.estimatedUsd > 0 ? database.durably(work) : work();
    },
    async change(claim, from, change) {
      const work = (): boolean => changeInside(database, claim, from, change);
      // That something is about to be sent must outlive a power cut, as the ticket must.
      const isSending = change.state === undefined && change.submittedAt !== undefined;
      return change.ticket === undefined && !isSending ? work() : database.durably(work);
    },
    async get(id) {
      const row = database.get('SELECT * FROM call WHERE id = ?', id);
      return row && toCall(row);
    },
    async list({ run, asset, states, limit }) {
      const { where, values } = conditions({
        'run = ?': run,
        'asset = ?': asset,
        'state IN (SELECT value FROM json_each(?))': states && JSON.stringify(states),
      });
      return database.all(`SELECT * FROM call ${where} ORDER BY claimed_at, id LIMIT ?`, ...values, limit).map(toCall);
    },
  };
}

function claimInside(database: Database, claim: CallClaim): ClaimResult {
  const known = database.get('SELECT * FROM call WHERE id = ?', claim.id);
  if (known && known['state'] !== 'refused') return { outcome: 'exists', call: toCall(known) };
  const { runUsd, dayUsd, dayStartsAt } = claim.caps;
  if (runUsd !== undefined && claim.estimatedUsd > 0) {
    const spentUsd = Number(database.get(`${SPENT} AND run = ?`, claim.run)?.['usd']);
    if (spentUsd + claim.estimatedUsd > runUsd) return { outcome: 'over-budget', cap: 'run', capUsd: runUsd, spentUsd };
  }
  if (dayUsd !== undefined && claim.estimatedUsd > 0) {
    const spentUsd = Number(database.get(`${SPENT} AND claimed_at >= ?`, dayStartsAt)?.['usd']);
    if (spentUsd + claim.estimatedUsd > dayUsd) return { outcome: 'over-budget', cap: 'day', capUsd: dayUsd, spentUsd };
  }
  return { outcome: 'claimed', call: toCall(insertClaim(database, claim)) };
}

/** A refused call is claimed in its own row, as if new but for the count of attempts and a time later than before. */
function insertClaim(database: Database, claim: CallClaim): Row {
  database.run(
    `INSERT INTO call (id, run, asset, provider, owner, state, estimated_usd, claimed_at) VALUES (?, ?, ?, ?, ?, 'claimed', ?, ?)
     ON CONFLICT DO UPDATE SET run = excluded.run, asset = excluded.asset, provider = excluded.provider,
       owner = excluded.owner, state = excluded.state, estimated_usd = excluded.estimated_usd,
       claimed_at = max(excluded.claimed_at, claimed_at + 1), attempts = iif(run = excluded.run, attempts + 1, 1),
       polls = 0, usd = NULL, ticket = NULL, result = NULL, error = NULL, submitted_at = NULL, finished_at = NULL`,
    claim.id,
    claim.run,
    claim.asset,
    claim.provider,
    claim.owner,
    claim.estimatedUsd,
    claim.claimedAt,
  );
  return database.get('SELECT * FROM call WHERE id = ?', claim.id) ?? {};
}

function changeInside(
  database: Database,
  { id, claimedAt }: ClaimKey,
  from: readonly CallState[],
  change: CallChange,
): boolean {
  const changed = database.run(
    `UPDATE call SET state = coalesce(?, state), owner = coalesce(?, owner), ticket = coalesce(?, ticket),
       result = coalesce(?, result), error = coalesce(?, error), usd = coalesce(?, usd), polls = coalesce(?, polls),
       submitted_at = coalesce(?, submitted_at), finished_at = coalesce(?, finished_at)
     WHERE id = ? AND claimed_at = ? AND state IN (SELECT value FROM json_each(?))`,
    change.state ?? null,
    change.owner ?? null,
    jsonOrNull(change.ticket),
    jsonOrNull(change.result),
    jsonOrNull(change.error),
    change.usd ?? null,
    change.polls ?? null,
    change.submittedAt ?? null,
    change.finishedAt ?? null,
    id,
    claimedAt,
    JSON.stringify(from),
  );
  return changed === 1;
}

function toCall(row: Row): CallRow {
  return {
    id: String(row['id']),
    run: String(row['run']),
    asset: String(row['asset']),
    provider: String(row['provider']),
    owner: String(row['owner']),
    state: String(row['state']) as CallState,
    estimatedUsd: Number(row['estimated_usd']),
    claimedAt: Number(row['claimed_at']),
    polls: Number(row['polls']),
    attempts: Number(row['attempts']),
    ...present('usd', row['usd'] as number | null),
    ...present('ticket', parseColumn(row['ticket'])),
    ...present('result', parseColumn(row['result'])),
    ...present('error', parseColumn<ErrorReport>(row['error'])),
    ...present('submittedAt', row['submitted_at'] as number | null),
    ...present('finishedAt', row['finished_at'] as number | null),
  };
}
