import { ASSET_TYPES, type AssetType } from '../pack/pack.ts';
import type { Metric } from '../measure/metric.ts';
import type { Comparison, Group, Sample } from './comparison.ts';
import { costOf, savingAgainst } from './cost.ts';
import { metAStart } from './met-a-start.ts';
import { type SetMeasures, qualityOf } from './quality.ts';
import { speedOf } from './speed.ts';
import { worksOf } from './works.ts';

export interface GroupingFacts extends Pick<Comparison, 'thresholds' | 'volume'> {
  /** The first is the one that the others are to replace. */
  readonly providers: readonly string[];
  readonly metrics: readonly Metric[];
  /** Of a provider's pictures of one type, or of all, as a set. */
  readonly sets: (provider: string, type: Group['type']) => SetMeasures;
}

/** For each provider: a group for each asset type that there are samples of, and one for all of them. Pure: the same samples, the same groups. */
export function groupSamples(samples: readonly Sample[], facts: GroupingFacts): readonly Group[] {
  const types = ASSET_TYPES.filter((type) => samples.some((sample) => sample.type === type));
  const groups = facts.providers.flatMap((provider) =>
    [...types, 'all' as const].map((type) => groupOf(samples, { provider, type }, facts)),
  );
  return groups.map((group) => {
    const first = groups.find(({ type, provider }) => type === group.type && provider === facts.providers[0]);
    return { ...group, cost: savingAgainst(first === group ? undefined : first?.cost, group.cost) };
  });
}

function groupOf(
  all: readonly Sample[],
  { provider, type }: { readonly provider: string; readonly type: AssetType | 'all' },
  facts: GroupingFacts,
): Group {
  const samples = all.filter((one) => one.provider === provider && (type === 'all' || one.type === type));
  return {
    type,
    provider,
    works: worksOf(samples),
    speed: {
      cold: speedOf(samples.filter(metAStart), facts.thresholds),
      warm: speedOf(
        samples.filter((sample) => !metAStart(sample)),
        facts.thresholds,
      ),
    },
    cost: costOf(samples, facts.volume),
    quality: qualityOf(samples, facts.metrics, facts.sets(provider, type)),
  };
}
