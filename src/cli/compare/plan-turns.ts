import { LimnerError } from '../../errors.ts';
import { plan } from '../../generate.ts';
import { type PlanReport, describePlan } from '../../plan/describe-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Session } from '../session.ts';
import { type Turn, turnOptions } from './turns.ts';

/** What a turn would do, before anything is spent. */
export interface PlannedTurn {
  readonly turn: Turn;
  readonly plan: Plan;
  readonly report: PlanReport;
}

/**
 * Plans every turn.
 * @throws the refusal of a provider that can make nothing of the pack: there is nothing to compare then
 */
export async function planTurns(turns: readonly Turn[], session: Session): Promise<readonly PlannedTurn[]> {
  const planned: PlannedTurn[] = [];
  for (const turn of turns) {
    const found = await plan(session.loaded.pack, turnOptions(turn, session.options));
    checkCanMake(turn, found);
    planned.push({ turn, plan: found, report: describePlan(found) });
  }
  return planned;
}

function checkCanMake({ provider }: Turn, { assets }: Plan): void {
  const refused = assets.flatMap((asset) => (asset.action === 'refuse' ? [asset] : []));
  const [first] = refused;
  if (!first || refused.length < assets.length) return;
  const message = `${provider} can make nothing of this pack: ${first.reason}.`;
  throw new LimnerError(first.code, message, first.next === undefined ? {} : { next: first.next });
}
