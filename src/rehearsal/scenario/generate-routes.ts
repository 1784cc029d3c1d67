import { type Answer, type Exchange, readJson } from '../http/answer.ts';
import { isDict } from '../http/dict.ts';
import { generate, operationOf } from './generate.ts';
import { because } from './reply.ts';
import type { Team } from './team.ts';

/** `POST /generate/custom/{modelId}`. */
export function generateCustom(team: Team, exchange: Exchange, modelId: string): Answer {
  const model = Object.hasOwn(team.models.models, modelId) ? team.models.models[modelId] : undefined;
  if (!model) return because(404, `Model ${modelId} not found`);
  if (model.type !== 'custom') return because(400, 'Custom models only are supported for this endpoint');
  return generate(team, exchange, { modelId, model, operation: operationOf(model, readJson(exchange)) });
}

const LEGACY_MODELS = ['flux.1-dev', 'model_rehearsal-game-icons', 'model_rehearsal-composition'];

/** The older endpoints: `POST /generate/txt2img`, `img2img` and `remove-background`; others are not there. */
export function generateLegacy(team: Team, exchange: Exchange, name: string): Answer {
  const model = Object.hasOwn(team.models.legacy, name) ? team.models.legacy[name] : undefined;
  if (!model) return because(404, 'Not found');
  const sent = readJson(exchange);
  const modelId = isDict(sent) && typeof sent['modelId'] === 'string' ? sent['modelId'] : '';
  const operation = name === 'txt2img' || name === 'img2img' ? name : 'remove-background';
  if (model.makes === 'picture' && modelId !== '' && !LEGACY_MODELS.includes(modelId)) {
    if (Object.hasOwn(team.models.models, modelId))
      return because(400, `Model ${modelId} is not supported for this endpoint`);
    return because(404, `Model ${modelId} not found`);
  }
  return generate(team, exchange, { modelId, model, operation });
}
