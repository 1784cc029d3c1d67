import type { Comparison, Group } from './comparison.ts';
import { type GroupingFacts, groupSamples } from './group-samples.ts';
import { type Cast, judge } from './judge.ts';
import { reachVerdict } from './verdict.ts';

/** All of a comparison that is not concluded from the rest. */
export type Findings = Omit<Comparison, 'groups' | 'verdict'>;

/** What the samples and the votes come to. Pure: called again when there are more votes or other thresholds. */
export function conclude(
  findings: Findings,
  facts: Pick<GroupingFacts, 'metrics' | 'sets'> & { readonly votes: readonly Cast[] },
): Comparison {
  const { samples, thresholds, volume, providers } = findings;
  const names = providers.map(({ name }) => name);
  const judged = judge(findings, facts.votes);
  const told = { thresholds, ...(volume === undefined ? {} : { volume }) };
  const groups = groupSamples(samples, { ...facts, ...told, providers: names }).map((group): Group => {
    const isOther = group.provider !== names[0];
    const found = judged.find(({ type, provider }) => isOther && type === group.type && provider === group.provider);
    return found ? { ...group, judged: found.judged } : group;
  });
  return { ...findings, groups, verdict: reachVerdict(groups, names, thresholds) };
}
