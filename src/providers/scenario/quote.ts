import { LimnerError } from '../../errors.ts';
import type { ImageJob, Quote } from '../provider.ts';
import type { Models } from './models.ts';
import { DEFAULT_USD_PER_CU, type ScenarioSettings } from './options.ts';
import { type Prices, priceImage } from './prices.ts';
import { bodyFor, orderFor, ordersFor } from './translate.ts';
import { usdOf } from './usd.ts';

export interface QuoteOptions {
  readonly settings: ScenarioSettings;
  readonly models: Pick<Models, 'known'>;
  readonly prices: Pick<Prices, 'tell'>;
}

/** What the chain of an asset costs, and each of its calls; the account's own prices where they were asked, else those of a table. */
export function quoteJob(job: ImageJob, options: QuoteOptions): Quote {
  const steps = job.operation ? [job] : ordersFor(job);
  const priced = steps.map((step) => ({ kind: step.operation?.kind ?? 'paint', ...priceStep(step, options) }) as const);
  const { usdPerCu } = options.settings;
  const refusal = priced.find((step) => step.refusal)?.refusal;
  return {
    usd: usdOf(
      priced.reduce((sum, { cu }) => sum + cu, 0),
      usdPerCu,
    ),
    parts: Object.fromEntries(priced.map(({ kind, cu }) => [kind, usdOf(cu, usdPerCu)])),
    ...(priced.every(({ isLearned }) => isLearned) ? { basis: 'live' } : {}),
    ...(usdPerCu === DEFAULT_USD_PER_CU ? { assumes: UNIT_PRICE } : {}),
    seconds: priced.reduce((sum, { kind }) => sum + SECONDS[kind], 0),
    calls: priced.length,
    ...(refusal ? { refusal } : {}),
  };
}

const UNIT_PRICE = `A compute unit is assumed to cost $${DEFAULT_USD_PER_CU}: set SCENARIO_USD_PER_CU to what your plan comes to.`;

/** Roughly, waiting included: nobody publishes any. */
const SECONDS = { paint: 15, 'remove-background': 6, decompose: 40 } as const;

type StepPrice = { readonly cu: number; readonly isLearned: boolean; readonly refusal?: Quote['refusal'] };

function priceStep(step: ImageJob, { settings, models, prices }: QuoteOptions): StepPrice {
  const order = orderFor(step, settings);
  const schema = models.known(order);
  if (!schema) return { cu: prices.tell(order, {}).cu, isLearned: false };
  try {
    const { body } = bodyFor(step, schema, settings, order.takesImage ? priceImage : undefined);
    const { cu, isLearned, refusal } = prices.tell(order, body);
    return {
      cu,
      isLearned,
      ...(refusal ? { refusal: { code: refusal.code, reason: refusal.message.replace(/\.$/, '') } } : {}),
    };
  } catch (error) {
    if (!(error instanceof LimnerError)) throw error;
    return {
      cu: prices.tell(order, {}).cu,
      isLearned: false,
      refusal: { code: error.code, reason: error.message.replace(/\.$/, '') },
    };
  }
}
