import { type Answer, type Exchange, ok, readJson, refuse } from '../http/answer.ts';
import { type FaultRule, parseRules } from '../faults/fault-book.ts';
import type { ScenarioReport } from './counters.ts';
import type { Team } from './team.ts';

/** What tests and rehearsing people do behind the service's back; the same over HTTP below `/admin`. */
export interface ScenarioAdmin {
  counters(): ScenarioReport;
  /** Replaces all fault rules; their `endpoint` is an operation. Throws a `TypeError` about a rule that makes no sense. */
  setFaults(rules: readonly FaultRule[]): void;
  /** Forgets jobs, assets, uploads, counters and faults. */
  reset(): void;
}

export function createScenarioAdmin({ settings, counters, faults, jobs, assets, uploads }: Team): ScenarioAdmin {
  return {
    counters: () =>
      counters.report(
        settings.usdPerCu,
        jobs.all().map((job) => job.log()),
      ),
    setFaults: (rules) => faults.set(rules),
    reset: () => {
      faults.set([]);
      for (const each of [jobs, assets, uploads]) each.clear();
      counters.reset();
    },
  };
}

/** `GET /admin/counters`, `POST /admin/faults`, `POST /admin/reset`. */
export function runScenarioAdmin(admin: ScenarioAdmin, path: readonly string[], exchange: Exchange): Answer {
  const call = `${exchange.method} ${path.join('/')}`;
  if (call === 'GET counters') return ok(admin.counters());
  if (call === 'POST faults') return setFaults(admin, exchange);
  if (call !== 'POST reset') return refuse(404, 'there is GET counters, POST faults, POST reset');
  admin.reset();
  return ok(admin.counters());
}

function setFaults(admin: ScenarioAdmin, exchange: Exchange): Answer {
  try {
    const rules = parseRules(readJson(exchange));
    admin.setFaults(rules);
    return ok({ faults: rules });
  } catch (error) {
    if (error instanceof TypeError) return refuse(400, error.message);
    throw error;
  }
}
