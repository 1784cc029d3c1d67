import { type Answer, type Exchange, ok, readJson } from '../http/answer.ts';
import { isDict } from '../http/dict.ts';
import type { Operation } from './counters.ts';
import type { ScenarioFault } from './faults.ts';
import type { ScenarioModel } from './models.ts';
import { type Painted } from './paint-task.ts';
import { type Price, priceOf } from './price.ts';
import { type ReadInputs, readInputs } from './read-inputs.ts';
import { imageOf } from './read-image.ts';
import { because, page } from './reply.ts';
import { type Team, drawFaults } from './team.ts';

/** What is asked for, by whichever endpoint. */
export interface Ask {
  readonly modelId: string;
  readonly model: ScenarioModel;
  readonly operation: Operation;
}

/** Quotes a job where the query says `dryRun`, and makes and charges it otherwise. */
export function generate(team: Team, exchange: Exchange, ask: Ask): Answer {
  const { model, modelId, operation } = ask;
  const sent = readJson(exchange);
  const isDryRun = exchange.url.searchParams.get('dryRun') === 'true';
  if (isDryRun) team.counters.count('dryRuns');
  else team.counters.countSubmit('submitsSeen', operation);
  const locked = planRefusal(team, modelId, model);
  if (locked) return locked;
  const read = readInputs(model, sent);
  const image = imageOf(model, read.body, team.assets);
  const price = priceOf(model, read.body);
  if (isDryRun) return { status: 269, json: quote(price) };
  return submit(team, exchange, { ask, sent, read, price, ...(image ? { image } : {}) });
}

/** Which of the operations a body asks a model for. */
export function operationOf({ makes, inputs }: ScenarioModel, sent: unknown): Operation {
  if (makes === 'cutout') return 'remove-background';
  if (makes === 'layers') return 'layered';
  if (makes !== 'picture') return 'other';
  const files = inputs.filter(({ type }) => type === 'file' || type === 'file_array');
  return isDict(sent) && files.some(({ name }) => sent[name] != null && sent[name] !== '') ? 'img2img' : 'txt2img';
}

const PRO = 50;

function planRefusal({ settings }: Team, modelId: string, { accessRestrictions }: ScenarioModel): Answer | undefined {
  return accessRestrictions >= PRO && settings.plan !== 'pro' ? restricted(modelId) : undefined;
}

function restricted(modelId: string): Answer {
  const requiredPlan = 'cu-pro-q3-25';
  const message = `Access to this model is restricted. Required plan: ${requiredPlan}`;
  return { status: 403, json: { name: 'ModelAccessRestrictedError', message, modelId, requiredPlan } };
}

function quote({ cu, details }: Price): object {
  return { creativeUnitsCost: cu, creativeUnitsDiscount: 0, costDetails: details };
}

interface Order {
  readonly ask: Ask;
  readonly sent: unknown;
  readonly read: ReadInputs;
  readonly price: Price;
  readonly image?: Painted;
}

function submit(team: Team, exchange: Exchange, order: Order): Answer {
  const { ask, read, price, sent } = order;
  const { counters, jobs } = team;
  const [fault] = drawFaults(team, exchange, 'submit', ask.operation);
  if (fault) counters.countFault(fault.name);
  const refusal = (fault && beforeAccept(fault, ask)) ?? limitRefusal(team, price);
  if (refusal) return refusal;
  counters.count('droppedScalars', read.dropped.length);
  counters.count('unknownFields', read.unknown.length);
  if (isDict(sent) && 'dryRun' in sent) counters.count('dryRunInBody');
  const { modelId, model, operation } = ask;
  const faults = drawFaults(team, exchange, 'job', operation);
  const job = jobs.submit(
    { jobType: model.type, modelId, operation, input: read.body, cu: price.cu, faults },
    { model, body: read.body, ...(order.image ? { image: order.image } : {}) },
  );
  if (fault?.name === 'reset-after-accept') return 'cut';
  if (fault?.name === 'hang-after-accept') return 'silence';
  if (fault?.name === 'submit-500-after-accept') return page(500, 'Internal Server Error');
  return ok({ job: job.view(), creativeUnitsCost: price.cu, creativeUnitsDiscount: 0 });
}

function beforeAccept({ name, value }: ScenarioFault, { operation, modelId }: Ask): Answer | undefined {
  if (name === 'submit-500') return page(500, 'Internal Server Error');
  if (name === 'reset-before-accept') return 'cut';
  if (name === 'hang') return 'silence';
  if (name === 'submit-429') return tooManyAtOnce(value ?? 2);
  if (name === 'submit-cooldown') return cooldown(value ?? 1);
  if (name === 'out-of-credits') return outOfCredits(402);
  if (name === 'out-of-credits-403') return outOfCredits(403);
  return name === 'plan-403' ? restricted(modelId === '' ? operation : modelId) : undefined;
}

function limitRefusal({ settings, jobs, counters }: Team, { cu }: Price): Answer | undefined {
  const { concurrentJobs, credits } = settings;
  if (concurrentJobs !== undefined && jobs.underWay >= concurrentJobs) return tooManyAtOnce(concurrentJobs);
  return credits !== undefined && counters.cu + cu > credits ? outOfCredits(402) : undefined;
}

function tooManyAtOnce(actionLimit: number): Answer {
  const details = { actionName: 'custom-generation', actionLimit };
  return because(429, 'Your team has reached its limit of concurrent generations', { details });
}

/** The API's cooldown. */
export function cooldown(remainingSeconds: number): Answer {
  return because(429, 'Too many requests', { remainingSeconds });
}

function outOfCredits(status: 402 | 403): Answer {
  return because(status, 'Not enough creative units');
}
