import type { Metric } from '../../measure/metric.ts';
import { ASSET_TYPES, type AssetType } from '../../pack/pack.ts';
import type { ComparedProvider, Comparison, Group } from '../comparison.ts';

export type GroupType = AssetType | 'all';

/** A comparison as the page's sections look at it. */
export interface PageView {
  readonly comparison: Comparison;
  /** The one that is to be replaced. */
  readonly first: string;
  readonly others: readonly string[];
  /** All of them together, then each that the pack has. */
  readonly types: readonly GroupType[];
  readonly metrics: ReadonlyMap<string, Metric>;
  /** A group, and where in `compare.json` it is. */
  readonly groupOf: (type: GroupType, provider: string) => PlacedGroup | undefined;
}

export interface PlacedGroup {
  readonly group: Group;
  readonly at: string;
}

export function viewOf(comparison: Comparison, metrics: readonly Metric[]): PageView {
  const key = (type: GroupType, provider: string): string => `${type} ${provider}`;
  const groups = new Map(
    comparison.groups.map((group, index) => [key(group.type, group.provider), { group, at: `/groups/${index}` }]),
  );
  const [first = '', ...others] = comparison.providers.map(({ name }) => name);
  const hasType = (type: GroupType): boolean => comparison.groups.some((group) => group.type === type);
  return {
    comparison,
    first,
    others,
    types: (['all', ...ASSET_TYPES] as const).filter(hasType),
    metrics: new Map(metrics.map((metric) => [metric.name, metric])),
    groupOf: (type, provider) => groups.get(key(type, provider)),
  };
}

export function runsOf(provider: ComparedProvider): string {
  return provider.runs.map(({ run }) => run).join(', ');
}
