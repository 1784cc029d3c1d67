import type { Criterion, Group, SuggestedRoute, Thresholds, Verdict } from '../comparison.ts';

/** Criteria for every group but the first provider's, and routes that follow from them. */
export function verdictSample(groups: readonly Group[], thresholds: Thresholds): Verdict {
  const firstOf = (group: Group): Group => groups.find(({ type }) => type === group.type) ?? group;
  const later = groups.filter((group) => group.provider !== groups[0]?.provider);
  const criteria = later.flatMap((group) => criteriaOf(group, firstOf(group), thresholds));
  const routes = groups
    .filter((group) => group.type !== 'all' && group === firstOf(group))
    .map(({ type, provider }) => routeOf(type as SuggestedRoute['type'], provider, criteria));
  return { criteria, routes };
}

function criteriaOf({ type, provider, ...group }: Group, first: Group, thresholds: Thresholds): readonly Criterion[] {
  const { works, speed, cost, quality, judged } = group;
  const passed = ({ passed: good, warned, failed }: Group['quality']): number =>
    (good + warned) / (good + warned + failed);
  const p95 = speed.warm.phases.totalMs?.p95;
  const made = works.made / works.samples;
  const loss = passed(first.quality) - passed(quality);
  const { saving } = cost;
  const score = judged?.score;
  const rows = [
    ['works', thresholds.made, made, made >= thresholds.made],
    [
      'speed',
      thresholds.seconds,
      p95 === undefined ? p95 : p95 / 1000,
      p95 !== undefined && p95 < thresholds.seconds * 1000,
    ],
    ['cost', thresholds.saving, saving, (saving ?? 0) >= thresholds.saving],
    ['gates', thresholds.gateLoss, Number.isFinite(loss) ? loss : undefined, loss <= thresholds.gateLoss],
    ['judged', thresholds.preferred, score, (score ?? 0) >= thresholds.preferred],
  ] as const;
  return rows.map(([name, threshold, measured, isMet]) => {
    const isEnough = measured !== undefined && (name !== 'judged' || (judged?.votes ?? 0) >= thresholds.votes);
    const outcome = isEnough ? (isMet ? 'pass' : 'fail') : 'not-enough-evidence';
    const because = `${provider} was asked for ${works.samples} of type ${type}, and for ${name} that is ${outcome.replaceAll('-', ' ')}.`;
    return { name, provider, type, threshold, ...(measured === undefined ? {} : { measured }), outcome, because };
  });
}

function routeOf(type: SuggestedRoute['type'], first: string, criteria: readonly Criterion[]): SuggestedRoute {
  const failing = criteria.filter((criterion) => criterion.type === type && criterion.outcome === 'fail');
  const others = [...new Set(criteria.map(({ provider }) => provider))];
  const chosen = others.find((provider) => failing.every((criterion) => criterion.provider !== provider));
  return {
    type,
    provider: chosen ?? first,
    because: chosen
      ? `${chosen} fails no criterion for it.`
      : `Every other provider fails: ${failing[0]?.because ?? ''}`,
  };
}
