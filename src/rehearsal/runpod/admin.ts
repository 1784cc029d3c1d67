import { type Answer, type Exchange, ok, readJson, refuse } from '../http/answer.ts';
import type { Bucket } from './bucket.ts';
import { type CountersReport, addCounts } from './counters.ts';
import { type Endpoint, countsOf } from './endpoint.ts';
import type { RunpodFaultBook } from './faults.ts';
import { type FaultRule, parseRules } from '../faults/fault-book.ts';

/** What tests and rehearsing people do behind the platform's back; the same over HTTP below `/admin`. */
export interface Admin {
  counters(): CountersReport;
  /** Replaces all fault rules. Throws a `TypeError` about a rule that makes no sense. */
  setFaults(rules: readonly FaultRule[]): void;
  /** Forgets jobs, workers, counters, stored files and faults. */
  reset(): void;
  /** Stops every worker: files, caches and poison are gone, jobs under way are queued again. */
  recycleWorkers(endpointId: string): void;
}

export function createAdmin(endpoints: ReadonlyMap<string, Endpoint>, faults: RunpodFaultBook, bucket: Bucket): Admin {
  return {
    counters: () => {
      const counts = [...endpoints].map(([id, endpoint]) => [id, countsOf(endpoint)] as const);
      return { total: addCounts(counts.map(([, each]) => each)), endpoints: Object.fromEntries(counts) };
    },
    setFaults: (rules) => faults.set(rules),
    reset: () => {
      faults.set([]);
      bucket.clear();
      for (const { queue, counters } of endpoints.values()) {
        queue.clear();
        queue.fleet.resetCost();
        queue.fleet.scale(0);
        counters.reset();
      }
    },
    recycleWorkers: (endpointId) => endpoints.get(endpointId)?.queue.recycle(),
  };
}

/** `GET /admin/counters`, `POST /admin/faults`, `POST /admin/reset`, `POST /admin/recycle/{endpointId}`. */
export function runAdminRoute(admin: Admin, path: readonly string[], exchange: Exchange): Answer {
  const call = `${exchange.method} ${path[0] ?? ''}`;
  if (call === 'GET counters') return ok(admin.counters());
  if (call === 'POST faults') return setFaults(admin, exchange);
  if (call === 'POST reset') admin.reset();
  else if (call === 'POST recycle') admin.recycleWorkers(path[1] ?? '');
  else return refuse(404, 'there is GET counters, POST faults, POST reset, POST recycle/{endpointId}');
  return ok(admin.counters());
}

function setFaults(admin: Admin, exchange: Exchange): Answer {
  try {
    const rules = parseRules(readJson(exchange));
    admin.setFaults(rules);
    return ok({ faults: rules });
  } catch (error) {
    if (error instanceof TypeError) return refuse(400, error.message);
    throw error;
  }
}
