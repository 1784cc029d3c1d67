import { type Answer, type Exchange, ok, readJson } from '../http/answer.ts';
import { isDict } from '../http/dict.ts';
import { describeModel } from './models.ts';
import { readPage } from './paging.ts';
import { because } from './reply.ts';
import type { Team } from './team.ts';

/** `GET /models`: the team has none of its own. */
export function listModels({ models, counters }: Team, { url }: Exchange): Answer {
  counters.count('modelReads');
  const isPublic = url.searchParams.get('privacy') === 'public';
  const all = isPublic ? Object.entries(models.models).map(([id, model]) => describeModel(id, model)) : [];
  const { rows, next } = readPage(all, url, { usual: 100, most: 500 });
  return ok({ models: rows, ...next });
}

/** `GET /models/{id}`: the only one that tells the inputs. */
export function readModel({ models, counters }: Team, id: string): Answer {
  counters.count('modelReads');
  const model = Object.hasOwn(models.models, id) ? models.models[id] : undefined;
  if (!model) return because(404, `Model ${id} not found`);
  return ok({ model: { ...describeModel(id, model), inputs: model.inputs, uiConfig: {} } });
}

/** `POST /models/get-bulk {modelIds}`. */
export function readModels({ models, counters }: Team, exchange: Exchange): Answer {
  counters.count('modelReads');
  const sent = readJson(exchange);
  const ids: readonly unknown[] = isDict(sent) && Array.isArray(sent['modelIds']) ? sent['modelIds'] : [];
  if (ids.length === 0) return because(400, '"modelIds" is required');
  const found = Object.entries(models.models).filter(([id]) => ids.includes(id));
  return ok({ models: found.map(([id, model]) => describeModel(id, model)) });
}
