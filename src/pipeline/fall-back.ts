import { type ErrorCode, LimnerError } from '../errors.ts';
import type { MakePlan, Plan } from '../plan/plan.ts';
import type { Ports } from './ports.ts';

/** Failures that another provider would meet just the same, or that leave open whether the picture is being paid for already. */
const NOT_THE_PROVIDERS: ReadonlySet<ErrorCode> = new Set([
  'LIMNER_CALL_UNKNOWN',
  'LIMNER_PICTURE_LOST',
  'LIMNER_STORE_FAILED',
  'LIMNER_STORE_UNAVAILABLE',
  'LIMNER_STATE_UNREADABLE',
  'LIMNER_BUG',
]);

/** Whether it is a failure of the provider at this job, of which nothing is left open. */
export function isProvidersFailure(error: unknown): error is LimnerError {
  return error instanceof LimnerError && !NOT_THE_PROVIDERS.has(error.code);
}

/** The asset with the next provider of its route, when this failure is one that another provider may be spared. */
export function nextAfter(
  planned: MakePlan,
  error: unknown,
  { takeOver }: Pick<Plan, 'takeOver'>,
): MakePlan | undefined {
  if (!isProvidersFailure(error)) return undefined;
  const reason = error.message.replace(/\.$/, '');
  // Whoever costs as much would break the budget, too.
  const isTooDear = error.code === 'LIMNER_BUDGET_EXCEEDED';
  return takeOver(planned, { reason, ...(isTooDear ? { belowUsd: planned.quote.usd } : {}) });
}

/**
 * Makes sure that nothing of the asset is on its way at a provider without anybody knowing how it ends.
 * @throws LIMNER_CALL_UNKNOWN
 */
export async function checkNothingUnknown(
  run: string,
  { asset, provider }: MakePlan,
  { ledger }: Pick<Ports, 'ledger'>,
): Promise<void> {
  const open = await ledger.calls.list({ run, asset: asset.id, states: ['unknown', 'claimed'], limit: 1000 });
  const call = open.find((row) => row.provider === provider);
  if (!call) return;
  const message = `${provider} may or may not have taken the call ${call.id}, so nobody else is asked for ${asset.id}.`;
  throw new LimnerError('LIMNER_CALL_UNKNOWN', message, { facts: { call: call.id, provider } });
}
