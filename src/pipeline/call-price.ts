import type { Quote } from '../providers/provider.ts';
import type { Call } from './call.ts';

type Price = Pick<Call, 'estimatedUsd' | 'mostUsd' | 'leastUsd' | 'restUsd' | 'wholeUsd'>;

/** The price of one of the calls that a quote is for: of one kind, where it tells them apart, or one of so many equal ones. */
export function callPrice(
  quote: Quote,
  { part, calls = 1 }: { readonly part?: keyof NonNullable<Quote['parts']>; readonly calls?: number } = {},
): Price {
  const { usd, mostUsd, leastUsd } = quote;
  const partUsd = part && quote.parts?.[part];
  // Painting comes first, and what is done to the picture comes after it.
  if (partUsd !== undefined) return { estimatedUsd: partUsd, restUsd: part === 'paint' ? usd - partUsd : 0 };
  return {
    wholeUsd: leastUsd ?? mostUsd ?? usd,
    estimatedUsd: usd / calls,
    ...(mostUsd === undefined ? {} : { mostUsd: mostUsd / calls }),
    ...(leastUsd === undefined ? {} : { leastUsd: leastUsd / calls }),
  };
}
