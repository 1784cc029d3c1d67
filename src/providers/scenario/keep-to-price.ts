import { LimnerError } from '../../errors.ts';
import type { ImageJob, SubmitContext } from '../provider.ts';
import type { Models } from './models.ts';
import type { ScenarioSettings } from './options.ts';
import { type Prices, priceImage } from './prices.ts';
import { bodyFor, orderFor } from './translate.ts';
import { tryBody } from './try-body.ts';
import { usdOf } from './usd.ts';

export interface PriceKeeping {
  readonly provider: string;
  readonly settings: ScenarioSettings;
  readonly models: Models;
  readonly prices: Pick<Prices, 'refresh' | 'tell'>;
}

/** What binary fractions leave at the end of a sum. */
const DUST_USD = 1e-9;

/**
 * Asks for the price once more, should it be old. What is held back from the budgets is all that a job may cost.
 * @throws LIMNER_BUDGET_EXCEEDED, refused, when it costs more by now
 */
export async function keepToPrice(
  job: ImageJob,
  { mostUsd, signal }: SubmitContext,
  { provider, settings, models, prices }: PriceKeeping,
): Promise<void> {
  if (mostUsd === undefined) return;
  const order = orderFor(job, settings);
  const schema = await models.schema(order, signal);
  const built = tryBody(() => bodyFor(job, schema, settings, order.takesImage ? priceImage : undefined));
  if (!built) return;
  await prices.refresh(order, built.body, signal);
  const { cu, isLearned } = prices.tell(order, built.body);
  const usd = usdOf(cu, settings.usdPerCu);
  if (!isLearned || usd <= mostUsd + DUST_USD) return;
  const message = `${provider} asks $${usd} for this job by now, but only $${mostUsd} is held back for it.`;
  throw new LimnerError('LIMNER_BUDGET_EXCEEDED', message, {
    refused: true,
    next: 'Run the command again: it reckons with the new price. If that is too much, raise the budget.',
  });
}
