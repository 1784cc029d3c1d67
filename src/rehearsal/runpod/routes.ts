import { type Answer, type Exchange, ok, refuse, tooManyRequests } from '../http/answer.ts';
import type { Endpoint } from './endpoint.ts';
import { JOB_ROUTES, runJobRoute } from './job-routes.ts';
import { submit } from './submit.ts';

interface Route {
  readonly methods: readonly string[];
  readonly run: (endpoint: Endpoint, exchange: Exchange) => Answer | Promise<Answer>;
}

const ENDPOINT_ROUTES: { readonly [operation: string]: Route } = {
  run: { methods: ['POST'], run: (endpoint, exchange) => submit(endpoint, exchange, false) },
  runsync: { methods: ['POST'], run: (endpoint, exchange) => submit(endpoint, exchange, true) },
  health: { methods: ['GET'], run: ({ queue }) => ok(queue.health()) },
  'purge-queue': { methods: ['POST'], run: ({ queue }) => ok({ removed: queue.purge(), status: 'completed' }) },
};

/** Everything below `/v2/{endpointId}/`: `path` is what follows. */
export async function runRoute(endpoint: Endpoint, path: readonly string[], exchange: Exchange): Promise<Answer> {
  const [operation = '', jobId] = path;
  const route = path.length <= 2 ? findRoute(operation, jobId) : undefined;
  if (!route) return refuse(404, 'not found');
  if (!route.methods.includes(exchange.method)) return refuse(405, 'method not allowed');
  const entry = endpoint.gate.enter(operation, endpoint.timers.now());
  if (typeof entry !== 'function') return tooManyRequests(entry.retryAfterSeconds);
  try {
    return await route.run(endpoint, exchange);
  } catch (error) {
    if (error instanceof TypeError) return refuse(400, error.message);
    throw error;
  } finally {
    entry();
  }
}

function findRoute(operation: string, jobId: string | undefined): Route | undefined {
  if (jobId === undefined) return Object.hasOwn(ENDPOINT_ROUTES, operation) ? ENDPOINT_ROUTES[operation] : undefined;
  const route = Object.hasOwn(JOB_ROUTES, operation) ? JOB_ROUTES[operation] : undefined;
  if (!route) return undefined;
  const { methods, run } = route;
  return { methods, run: (endpoint, exchange) => runJobRoute(endpoint, { operation, jobId, run }, exchange) };
}
