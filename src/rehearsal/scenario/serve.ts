import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, type Exchange, refuse } from '../http/answer.ts';
import { readExchange, writeAnswer } from '../http/exchange.ts';
import { type ScenarioAdmin, runScenarioAdmin } from './admin.ts';
import { authorizeBasic } from './authorize.ts';
import { serveCdn } from './cdn.ts';
import { runScenarioRoute } from './routes.ts';
import type { Team } from './team.ts';
import { putPart } from './upload-routes.ts';

/** Answers one request: to the API, to the admin, or to a signed URL. */
export async function serveScenario(
  request: IncomingMessage,
  response: ServerResponse,
  place: { readonly team: Team; readonly admin: ScenarioAdmin },
): Promise<void> {
  const exchange = await readExchange(request, response);
  if (!exchange) return void request.socket.destroy();
  const [door, ...path] = exchange.url.pathname.split('/').slice(1);
  if (door === 'admin') return void writeAnswer(response, runScenarioAdmin(place.admin, path, exchange));
  const { counters } = place.team;
  counters.count('bytesIn', exchange.body.length);
  counters.count('bytesOut', writeAnswer(response, answerOf(door, path, exchange, place.team)));
}

function answerOf(door: string | undefined, path: readonly string[], exchange: Exchange, team: Team): Answer {
  if (door === 'assets' || door === 'assets-transform') return serveCdn(team, exchange);
  if (door === 'parts') return putPart(team, exchange, path);
  if (door !== 'v1') return refuse(404, 'not found');
  return authorizeBasic(exchange.header('authorization'), team.settings) ?? runScenarioRoute(team, path, exchange);
}
