import type { AssetType } from '../../pack/pack.ts';
import type { PageView } from './view.ts';

const PLURALS: Readonly<Record<AssetType, string>> = {
  entity: 'entities',
  background: 'backgrounds',
  title_hero: 'titles',
  parallax: 'parallax sets',
  sheet: 'sheets',
};

/** The comparison in one sentence: what may move where, by the verdict's routes. */
export function answerOf(view: PageView): string {
  const answer = routesInWords(view);
  if (realityOf(view).isReal) return answer;
  return `In rehearsal: ${answer.charAt(0).toLowerCase()}${answer.slice(1)}`;
}

function routesInWords({ comparison, first, others }: PageView): string {
  const { routes } = comparison.verdict;
  const typesOf = (provider: string): string =>
    listed(routes.filter((route) => route.provider === provider).map(({ type }) => PLURALS[type]));
  const movers = others.filter((provider) => typesOf(provider) !== '');
  if (routes.length === 0) return `Nothing is known yet: no asset type has been compared with ${first}.`;
  if (movers.length === 0) return `Not yet: every asset type stays with ${first}.`;
  const moves = movers.map((provider) => `${provider} for ${typesOf(provider)}`).join('; ');
  const staying = typesOf(first);
  return staying === ''
    ? `Yes, every asset type can leave ${first}: ${moves}.`
    : `In part: ${moves}; ${staying} stay with ${first}.`;
}

/** Whether the prices and times are those of real services. */
export function realityOf({ comparison }: PageView): { readonly isReal: boolean; readonly text: string } {
  const names = (isRehearsed: boolean): string[] =>
    comparison.providers.filter((provider) => provider.isRehearsed === isRehearsed).map(({ name }) => name);
  const rehearsed = names(true);
  if (rehearsed.length === 0)
    return { isReal: true, text: 'Every price and time here is what the services asked and took.' };
  const all = rehearsed.length === comparison.providers.length;
  const who = all ? 'Every provider' : listed(rehearsed);
  const rest = all ? '' : ` Only ${listed(names(false))} ${names(false).length > 1 ? 'were' : 'was'} asked for real.`;
  const was = all || rehearsed.length === 1 ? 'was' : 'were';
  return {
    isReal: false,
    text: `${who} ${was} rehearsed: no real money was asked or spent there, and prices, times and pictures stand in for the real ones. Do not decide by them.${rest}`,
  };
}

export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
