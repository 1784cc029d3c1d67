import { type Answer, type Exchange, ok } from '../http/answer.ts';
import { createAsset, deleteAssets, downloadAsset, readAsset, readAssets } from './asset-routes.ts';
import { generateCustom, generateLegacy } from './generate-routes.ts';
import { cooldown } from './generate.ts';
import { actOnJob, listJobs, readJob } from './job-routes.ts';
import { listModels, readModel, readModels } from './model-routes.ts';
import { Refusal, because, page } from './reply.ts';
import { type Team, drawFaults } from './team.ts';
import { actOnUpload, beginUpload, readUpload } from './upload-routes.ts';

type Route = (team: Team, exchange: Exchange, id: string) => Answer;

/** By method and path below `/v1`; `*` stands for an id. The first that fits answers. */
const ROUTES: readonly (readonly [call: string, route: Route])[] = [
  ['POST generate/custom/*', generateCustom],
  ['POST generate/*', generateLegacy],
  ['GET jobs', listJobs],
  ['GET jobs/*', (team, _exchange, id) => readJob(team, id)],
  ['POST jobs/*/action', (team, _exchange, id) => actOnJob(team, id)],
  ['POST assets', createAsset],
  ['DELETE assets', deleteAssets],
  ['POST assets/get-bulk', readAssets],
  ['GET assets/*', readAsset],
  ['POST assets/*/download', downloadAsset],
  ['POST uploads', beginUpload],
  ['GET uploads/*', (team, _exchange, id) => readUpload(team, id)],
  ['POST uploads/*/action', actOnUpload],
  ['GET models', listModels],
  ['GET models/*', (team, _exchange, id) => readModel(team, id)],
  ['POST models/get-bulk', readModels],
  ['GET oscu/prices', readPrices],
  ['GET usages', readUsages],
  ['GET me', () => ({ status: 403, json: { message: 'API Keys cannot access protected resources' } })],
];

/** Everything below `/v1`: `path` is what follows. */
export function runScenarioRoute(team: Team, path: readonly string[], exchange: Exchange): Answer {
  try {
    const struck = exchange.method === 'GET' ? strikeRead(team, exchange, path[0] ?? '') : undefined;
    if (struck) return struck;
    const [found] = ROUTES.flatMap(([call, route]) => {
      const id = idIn(call, [exchange.method, ...path]);
      return id === undefined ? [] : [{ route, id }];
    });
    return found ? found.route(team, exchange, found.id) : because(404, 'Not found');
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    if (error instanceof TypeError) return because(400, error.message);
    throw error;
  }
}

/** The id in a path that fits the call, '' where the call has none; undefined when it does not fit. */
function idIn(call: string, path: readonly string[]): string | undefined {
  const parts = call.split(/[ /]/);
  if (parts.length !== path.length || !parts.every((part, i) => part === '*' || part === path[i])) return undefined;
  return path[parts.indexOf('*')] ?? '';
}

function strikeRead(team: Team, exchange: Exchange, operation: string): Answer | undefined {
  const [fault] = drawFaults(team, exchange, 'read', operation);
  if (!fault) return undefined;
  team.counters.countFault(fault.name);
  if (fault.name === 'read-reset') return 'cut';
  return fault.name === 'read-429' ? cooldown(fault.value ?? 1) : page(502, 'Bad Gateway');
}

/** The prepaid packs, at the rehearsed price of a unit. */
function readPrices({ settings: { usdPerCu } }: Team): Answer {
  const packs = [1000, 5000, 10_000].map((cu) => ({ creativeUnits: cu, price: cu * usdPerCu, currency: 'usd' }));
  return ok({ prices: packs });
}

function readUsages({ counters }: Team): Answer {
  return ok({ usages: [{ date: new Date().toISOString().slice(0, 10), creativeUnits: counters.cu }] });
}
