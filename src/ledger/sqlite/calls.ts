import type { ErrorReport } from '../../errors.ts';
import { type Cap, capsOf, isOver } from '../caps.ts';
import type { CallChange, CallClaim, CallLedger, CallRow, CallState, ClaimKey, ClaimResult } from '../ledger.ts';
import { conditions } from './conditions.ts';
import { type Database, type Row, jsonOrNull, parseColumn, present } from './database.ts';
import { sqliteSpending } from './spending.ts';

const SPENT = `SELECT coalesce(sum(coalesce(usd, estimated_usd)), 0) AS spent,
  coalesce(sum(coalesce(usd, estimated_usd)) FILTER (WHERE state IN ('claimed', 'submitted') AND owner <> '' AND claimed_at >= ?), 0) AS pending
  FROM call WHERE state <> 'refused'`;
const COUNTED = { run: 'run = ?', day: 'claimed_at >= ?' } as const;

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
    async list({ run, asset, states, limit, newestFirst }) {
      const { where, values } = conditions({
        'run = ?': run,
        'asset = ?': asset,
        'state IN (SELECT value FROM json_each(?))': states && JSON.stringify(states),
      });
      const order = newestFirst ? 'claimed_at DESC, id DESC' : 'claimed_at, id';
      return database.all(`SELECT * FROM call ${where} ORDER BY ${order} LIMIT ?`, ...values, limit).map(toCall);
    },
    spending: async (filter) => sqliteSpending(database, filter),
  };
}

function claimInside(database: Database, claim: CallClaim): ClaimResult {
  const known = database.get('SELECT * FROM call WHERE id = ?', claim.id);
  if (known && known['state'] !== 'refused') return { outcome: 'exists', call: toCall(known) };
  for (const cap of capsOf(claim)) {
    const refusal = overCap(database, claim, cap);
    if (refusal) return refusal;
  }
  return { outcome: 'claimed', call: toCall(insertClaim(database, claim)) };
}

function overCap(database: Database, claim: CallClaim, { cap, capUsd }: Cap): ClaimResult | undefined {
  const { dayStartsAt, pendingSince = 0 } = claim.caps;
  const counted = cap === 'run' ? claim.run : dayStartsAt;
  const sums = database.get(`${SPENT} AND ${COUNTED[cap]}`, pendingSince, counted);
  const spentUsd = Number(sums?.['spent']);
  if (!isOver(spentUsd + claim.estimatedUsd, capUsd)) return undefined;
  return { outcome: 'over-budget', cap, capUsd, spentUsd, pendingUsd: Number(sums?.['pending']) };
}

/** A refused call is claimed in its own row, as if new but for the count of attempts and a time later than before. */
function insertClaim(database: Database, claim: CallClaim): Row {
  database.run(
    `INSERT INTO call (id, run, asset, provider, owner, state, estimated_usd, claimed_at, job) VALUES (?, ?, ?, ?, ?, 'claimed', ?, ?, ?)
     ON CONFLICT DO UPDATE SET run = excluded.run, asset = excluded.asset, provider = excluded.provider,
       owner = excluded.owner, state = excluded.state, job = excluded.job, estimated_usd = excluded.estimated_usd,
       claimed_at = max(excluded.claimed_at, claimed_at + 1), attempts = iif(run = excluded.run, attempts + 1, 1),
       polls = 0, usd = NULL, ticket = NULL, result = NULL, error = NULL, submitted_at = NULL, finished_at = NULL`,
    claim.id,
    claim.run,
    claim.asset,
    claim.provider,
    claim.owner,
    claim.estimatedUsd,
    claim.claimedAt,
    jsonOrNull(claim.job),
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
    `UPDATE call SET job = iif(coalesce(?1, state) IN ('done', 'failed', 'refused'), NULL, job), state = coalesce(?1, state), owner = coalesce(?, owner), ticket = coalesce(?, ticket),
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
    ...present('job', parseColumn(row['job'])),
    ...present('ticket', parseColumn(row['ticket'])),
    ...present('result', parseColumn(row['result'])),
    ...present('error', parseColumn<ErrorReport>(row['error'])),
    ...present('submittedAt', row['submitted_at'] as number | null),
    ...present('finishedAt', row['finished_at'] as number | null),
  };
}
