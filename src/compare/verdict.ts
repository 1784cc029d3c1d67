import { ASSET_TYPES, type AssetType } from '../pack/pack.ts';
import type { Criterion, Group, SuggestedRoute, Thresholds, Verdict } from './comparison.ts';
import { CRITERIA } from './criteria.ts';
import { money } from './figures.ts';

/** Holds every other provider against the first, by asset type and over all of them. Pure. */
export function reachVerdict(groups: readonly Group[], providers: readonly string[], thresholds: Thresholds): Verdict {
  const [first = '', ...others] = providers;
  const types = [...ASSET_TYPES, 'all' as const];
  const criteria = others.flatMap((provider) =>
    types.flatMap((type): readonly Criterion[] => {
      const [before, after] = [first, provider].map((name) => find(groups, name, type));
      return before && after ? CRITERIA.map((criterion) => criterion({ first: before, other: after, thresholds })) : [];
    }),
  );
  const routes = ASSET_TYPES.filter((type) => find(groups, first, type)).map((type) =>
    routeOf(type, criteria, groups, first),
  );
  return { criteria, routes };
}

function find(groups: readonly Group[], provider: string, type: Group['type']): Group | undefined {
  return groups.find((group) => group.provider === provider && group.type === type);
}

/** The cheapest that holds all that was asked; votes are not waited for, but heeded. */
function routeOf(
  type: AssetType,
  criteria: readonly Criterion[],
  groups: readonly Group[],
  first: string,
): SuggestedRoute {
  const own = criteria.filter((criterion) => criterion.type === type);
  const candidates = [...Map.groupBy(own, ({ provider }) => provider)]
    .filter(([, found]) => found.every(holds))
    .map(([provider]) => ({ provider, usd: find(groups, provider, type)?.cost.perKeptUsd ?? Infinity }))
    .toSorted((a, b) => a.usd - b.usd);
  const [best] = candidates;
  if (!best) return { type, provider: first, because: whyNot(own, first) };
  const isJudged = own.some(
    ({ name, provider, outcome }) => provider === best.provider && name === 'judged' && outcome === 'pass',
  );
  const liking = isJudged ? 'and is liked as well' : 'but has not been judged by people enough';
  return {
    type,
    provider: best.provider,
    because: `${best.provider} holds every criterion at ${money(best.usd)} a kept asset, ${liking}.`,
  };
}

function holds({ name, outcome }: Criterion): boolean {
  return outcome === 'pass' || (name === 'judged' && outcome === 'not-enough-evidence');
}

/** Of each that might have taken over, the first thing that it broke, else the first that it has not shown. */
function whyNot(criteria: readonly Criterion[], first: string): string {
  const reasons = [...Map.groupBy(criteria, ({ provider }) => provider).values()].flatMap((own) => {
    const broken = own.find(({ outcome }) => outcome === 'fail') ?? own.find((one) => !holds(one));
    if (!broken) return [];
    const verb = broken.outcome === 'fail' ? 'fails' : 'has not shown';
    return `${broken.provider} ${verb} “${TITLES[broken.name]}”. ${broken.because}`;
  });
  return `Stay with ${first}: ${reasons.join(' ')}`;
}

/** Each criterion as a question. */
export const TITLES: Readonly<Record<Criterion['name'], string>> = {
  works: 'is it made?',
  speed: 'is it fast enough?',
  cost: 'is it cheaper by enough?',
  gates: 'does it pass its gates as often?',
  judged: 'do people like it as well?',
};
