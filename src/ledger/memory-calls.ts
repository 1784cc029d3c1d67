import { copyJson } from './copy-json.ts';
import type { CallClaim, CallLedger, CallRow, ClaimResult } from './ledger.ts';

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
      keep({ ...call, ...copyJson(change) });
      return true;
    },
    async get(id) {
      const call = calls.get(id);
      return call && copyJson(call);
    },
    async list({ run, asset, states, limit }) {
      const fits = (call: CallRow): boolean =>
        (run === undefined || call.run === run) &&
        (asset === undefined || call.asset === asset) &&
        (states === undefined || states.includes(call.state));
      return [...calls.values()].filter(fits).sort(byClaim).slice(0, limit).map(copyJson);
    },
  };
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
  if (claim.estimatedUsd <= 0) return undefined;
  const { runUsd, dayUsd, dayStartsAt } = claim.caps;
  const spent = (counts: (call: CallRow) => boolean): number =>
    calls
      .filter((call) => call.state !== 'refused' && counts(call))
      .reduce((sum, call) => sum + (call.usd ?? call.estimatedUsd), 0);
  const inRun = spent((call) => call.run === claim.run);
  if (runUsd !== undefined && inRun + claim.estimatedUsd > runUsd) {
    return { outcome: 'over-budget', cap: 'run', capUsd: runUsd, spentUsd: inRun };
  }
  const today = spent((call) => call.claimedAt >= dayStartsAt);
  if (dayUsd !== undefined && today + claim.estimatedUsd > dayUsd) {
    return { outcome: 'over-budget', cap: 'day', capUsd: dayUsd, spentUsd: today };
  }
  return undefined;
}
