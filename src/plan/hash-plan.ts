import { hashJson } from '../hash.ts';
import type { Plan } from './plan.ts';

/** Two plans with the same hash ask for the same files: a run of the one may be finished as a run of the other. */
export function hashPlan(plan: Plan): string {
  return hashJson(
    plan.assets.map((planned) => [
      planned.position,
      planned.asset.id,
      planned.action === 'refuse' ? planned.reason : (planned.askedHash ?? planned.requestHash),
    ]),
  );
}
