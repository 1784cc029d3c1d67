import { copyJson } from './copy-json.ts';
import { type Cap, capsOf, isOver } from './caps.ts';
import type { CallClaim, CallLedger, CallRow, ClaimResult, Spending, SpendingFilter } from './ledger.ts';

export function memoryCalls(): CallLedger {
  const calls = new Map<string, CallRow>();
  const keep = (call: CallRow): CallRow => {
    calls.set(call.id, copyJson(call));
    return copyJson(call);
  };
  return {
    async claim(claim) {
      const known = calls.get(claim.id);
      if (known && known.state !== 'refused') return { outcome: 'exists', call: copyJson(known) };
      const refusal = overBudget([...calls.values()], claim);
      return refusal ?? { outcome: 'claimed', call: keep(claimedRow(claim, known)) };
    },
    async change({ id, claimedAt }, from, change) {
      const call = calls.get(id);
      if (call?.claimedAt !== claimedAt || !from.includes(call.state)) return false;
      keep(withoutJob({ ...call, ...copyJson(change) }));
      return true;
    },
    async get(id) {
      const call = calls.get(id);
      return call && copyJson(call);
    },
    async list({ run, asset, states, limit, newestFirst }) {
      const fits = (call: CallRow): boolean =>
        (run === undefined || call.run === run) &&
        (asset === undefined || call.asset === asset) &&
        (states === undefined || states.includes(call.state));
      const found = [...calls.values()].filter(fits).sort(byClaim);
      return (newestFirst ? found.reverse() : found).slice(0, limit).map(copyJson);
    },
    spending: async (filter) => spendingOf([...calls.values()], filter),
  };
}

/** Nobody has to judge any more what it brought. */
function withoutJob(call: CallRow): CallRow {
  const { job: _job, ...ended } = call;
  return call.state === 'claimed' || call.state === 'submitted' || call.state === 'unknown' ? call : ended;
}

function claimedRow({ caps: _caps, ...claim }: CallClaim, refused: CallRow | undefined): CallRow {
  return {
    ...claim,
    state: 'claimed',
    polls: 0,
    attempts: refused?.run === claim.run ? refused.attempts + 1 : 1,
    claimedAt: refused ? Math.max(claim.claimedAt, refused.claimedAt + 1) : claim.claimedAt,
  };
}

function byClaim(a: CallRow, b: CallRow): number {
  return a.claimedAt - b.claimedAt || (a.id < b.id ? -1 : 1);
}

function overBudget(calls: readonly CallRow[], claim: CallClaim): ClaimResult | undefined {
  const sum = (counted: readonly CallRow[]): number => counted.reduce((total, call) => total + costOf(call), 0);
  for (const { cap, capUsd } of capsOf(claim)) {
    const counted = calls.filter((call) => call.state !== 'refused' && countsFor(cap, call, claim));
    const spentUsd = sum(counted);
    if (!isOver(spentUsd + claim.estimatedUsd, capUsd)) continue;
    const { pendingSince = -Infinity } = claim.caps;
    const isPending = ({ state, owner, claimedAt }: CallRow): boolean =>
      (state === 'claimed' || state === 'submitted') && owner !== '' && claimedAt >= pendingSince;
    return { outcome: 'over-budget', cap, capUsd, spentUsd, pendingUsd: sum(counted.filter(isPending)) };
  }
  return undefined;
}

function countsFor(cap: Cap['cap'], call: CallRow, { run, caps }: CallClaim): boolean {
  return cap === 'run' ? call.run === run : call.claimedAt >= caps.dayStartsAt;
}

const costOf = ({ usd, estimatedUsd }: CallRow): number => usd ?? estimatedUsd;

function spendingOf(calls: readonly CallRow[], { run, since = -Infinity }: SpendingFilter): readonly Spending[] {
  const groups = new Map<string, Spending>();
  for (const call of calls) {
    const { run: of, asset, provider, state } = call;
    if (state === 'refused' || (run !== undefined && of !== run) || call.claimedAt < since) continue;
    const key = [of, asset, provider, state].join('\n');
    const known = groups.get(key) ?? { run: of, asset, provider, state, calls: 0, usd: 0 };
    groups.set(key, { ...known, calls: known.calls + 1, usd: known.usd + costOf(call) });
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, spending]) => spending);
}
