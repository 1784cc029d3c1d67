import type { Ledger, RunRow, Spending } from '../ledger/ledger.ts';
import { readEntries } from '../pipeline/open-run.ts';
import { withoutDust } from '../pipeline/without-dust.ts';

/** What calls came to, in US dollars. */
export interface Cost {
  readonly calls: number;
  /** Of calls that have ended. */
  readonly usd: number;
  /** Of `usd`: for calls that failed. */
  readonly failedUsd: number;
  /** Held back for calls under way or of unknown fate, beside `usd`. */
  readonly heldUsd: number;
}

export interface RunCost extends Cost {
  readonly run: string;
  readonly made: number;
  /** Of the made: what no later run of the pack into the same folder made anew. */
  readonly kept: number;
  readonly parts: readonly CostPart[];
}

/** Of one provider and one asset type. */
export interface CostPart extends Cost {
  readonly provider: string;
  readonly type: string;
}

const NOTHING: Cost = { calls: 0, usd: 0, failedUsd: 0, heldUsd: 0 };

/** What each of these runs cost; newest first, as they are given. */
export async function readRunCosts(runs: readonly RunRow[], ledger: Ledger): Promise<readonly RunCost[]> {
  /** What later runs made, by pack and folder. */
  const madeLater = new Map<string, Set<string>>();
  const costs: RunCost[] = [];
  for (const { id, pack, out } of runs) {
    const place = `${pack}\n${out}`;
    const types = new Map<string, string>();
    const made: string[] = [];
    for await (const { entry } of readEntries(id, { ledger })) {
      types.set(entry.id, entry.kind ?? entry.type);
      if (entry.status === 'done' && !entry.cached) made.push(entry.id);
    }
    const later = madeLater.get(place) ?? new Set();
    const kept = made.filter((asset) => !later.has(asset)).length;
    madeLater.set(place, new Set([...later, ...made]));
    const spending = await ledger.calls.spending({ run: id });
    costs.push({ run: id, ...costOf(spending), made: made.length, kept, parts: partsOf(spending, types) });
  }
  return costs;
}

export function costOf(spending: readonly Spending[]): Cost {
  return spending.reduce((sum, { state, calls, usd }) => {
    const hasEnded = state === 'done' || state === 'failed';
    return {
      calls: sum.calls + calls,
      usd: withoutDust(sum.usd + (hasEnded ? usd : 0)),
      failedUsd: withoutDust(sum.failedUsd + (state === 'failed' ? usd : 0)),
      heldUsd: withoutDust(sum.heldUsd + (hasEnded ? 0 : usd)),
    };
  }, NOTHING);
}

export function addCosts(costs: readonly Cost[]): Cost {
  return costs.reduce(
    (sum, cost) => ({
      calls: sum.calls + cost.calls,
      usd: withoutDust(sum.usd + cost.usd),
      failedUsd: withoutDust(sum.failedUsd + cost.failedUsd),
      heldUsd: withoutDust(sum.heldUsd + cost.heldUsd),
    }),
    NOTHING,
  );
}

function partsOf(spending: readonly Spending[], types: ReadonlyMap<string, string>): readonly CostPart[] {
  const nameOf = ({ provider, asset }: Spending): string => `${provider}\n${types.get(asset) ?? 'unfinished'}`;
  return [...Map.groupBy(spending, nameOf)].map(([name, rows]) => {
    const [provider = '', type = ''] = name.split('\n');
    return { provider, type, ...costOf(rows) };
  });
}

/** The parts of several runs, those of the same provider and type together, the dearest first. */
export function mergeParts(costs: readonly RunCost[]): readonly CostPart[] {
  const all = costs.flatMap(({ parts }) => parts);
  return [...Map.groupBy(all, ({ provider, type }) => `${provider}\n${type}`).values()]
    .map((parts) => ({ provider: parts[0]?.provider ?? '', type: parts[0]?.type ?? '', ...addCosts(parts) }))
    .toSorted((a, b) => b.usd - a.usd);
}

/** Undefined when nothing was kept. */
export function usdPerKept({ usd, kept }: Pick<RunCost, 'usd' | 'kept'>): number | undefined {
  return kept === 0 ? undefined : usd / kept;
}
