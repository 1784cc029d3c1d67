import { withoutDust } from '../pipeline/without-dust.ts';
import type { GroupCost, Sample } from './comparison.ts';
import { worstGate } from './quality.ts';

/** What samples cost. Kept is what was made and failed no gate: the rest would be thrown away. */
export function costOf(samples: readonly Sample[], volume?: number): Omit<GroupCost, 'saving'> {
  const sum = (some: readonly Sample[], of: (sample: Sample) => number): number =>
    withoutDust(some.reduce((total, sample) => total + of(sample), 0));
  const usd = sum(samples, (sample) => sample.usd);
  const standbyUsd = sum(samples, (sample) => sample.standbyUsd);
  const kept = samples.filter((sample) => sample.status === 'done' && worstGate(sample) !== 'fail').length;
  const perKeptUsd = kept === 0 ? {} : { perKeptUsd: withoutDust(usd / kept) };
  return {
    usd,
    jobsUsd: withoutDust(usd - standbyUsd),
    standbyUsd,
    failedUsd: sum(
      samples.filter(({ status }) => status !== 'done'),
      (sample) => sample.usd,
    ),
    perAssetUsd: samples.length === 0 ? 0 : withoutDust(usd / samples.length),
    ...perKeptUsd,
    ...(volume === undefined || kept === 0 ? {} : { monthlyUsd: withoutDust((usd / kept) * volume) }),
  };
}

/** With what it saves against another's; nothing can be saved against what costs nothing. */
export function savingAgainst(first: GroupCost | undefined, cost: GroupCost): GroupCost {
  if (!first?.perKeptUsd || cost.perKeptUsd === undefined) return cost;
  return { ...cost, saving: withoutDust(1 - cost.perKeptUsd / first.perKeptUsd) };
}
