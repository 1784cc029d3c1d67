import type { Quote } from '../providers/provider.ts';
import type { Call } from './call.ts';

/** The price of one of the equal calls that a quote is for. */
export function callPrice(quote: Quote, calls = 1): Pick<Call, 'estimatedUsd' | 'mostUsd' | 'leastUsd'> {
  const { usd, mostUsd, leastUsd } = quote;
  return {
    estimatedUsd: usd / calls,
    ...(mostUsd === undefined ? {} : { mostUsd: mostUsd / calls }),
    ...(leastUsd === undefined ? {} : { leastUsd: leastUsd / calls }),
  };
}
