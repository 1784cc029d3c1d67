import { LimnerError } from '../../errors.ts';
import { isObject, textOf } from '../../workflow/answers/loose-json.ts';
import type { Answer, Download, ScenarioClient } from './client.ts';
import { httpFailure, unreadable } from './errors.ts';
import { type RemoteJob, readCost, readRemoteJob } from './remote-job.ts';
import { type RemoteModel, readRemoteModel } from './remote-model.ts';

/** The routes of Scenario that limner uses, with answers that can be relied on. */
export interface ScenarioApi {
  /** Whether the keys open the account. */
  greet(signal: AbortSignal): Promise<void>;
  model(id: string, signal: AbortSignal): Promise<RemoteModel>;
  /** The paid request, sent once. @throws what is `refused` only when surely no job runs */
  generate(request: GenerateRequest, signal: AbortSignal): Promise<SentJob | Answer>;
  /** What the request would cost, in compute units. @throws when it was not a dry run after all */
  appraise(request: Omit<GenerateRequest, 'timeoutMs'>, signal: AbortSignal): Promise<number>;
  /** Undefined when the service does not know it. */
  job(id: string, signal: AbortSignal): Promise<RemoteJob | undefined>;
  jobs(token: string | undefined, signal: AbortSignal): Promise<JobPage>;
  /** Asks for a job to be stopped; most cannot be, and what became of it the job itself tells. */
  cancel(id: string, signal: AbortSignal): Promise<void>;
  /** Where the original of an asset lies; undefined when there is none. */
  assetUrl(id: string, signal: AbortSignal): Promise<string | undefined>;
  /** Where the asset lies as a PNG; undefined when it is not given as such. */
  pngUrl(id: string, signal: AbortSignal): Promise<string | undefined>;
  download(url: string, signal: AbortSignal): Promise<Download>;
  /** What the account pays for compute units, as the service says it. */
  prices(signal: AbortSignal): Promise<unknown>;
}

export interface GenerateRequest {
  /** Such as `/generate/custom/model_x`. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly timeoutMs: number;
}

export interface SentJob {
  readonly job: RemoteJob;
  readonly cu?: number;
}

export interface JobPage {
  readonly jobs: readonly RemoteJob[];
  readonly next?: string;
  /** The clock of the service, in milliseconds since 1970. */
  readonly at?: number;
}

const PAGE = 100;

export function createScenarioApi(provider: string, client: ScenarioClient): ScenarioApi {
  async function get(path: string, signal: AbortSignal): Promise<Answer> {
    const answer = await client.ask({ path }, signal);
    if (answer.status >= 400) throw httpFailure(provider, answer);
    return answer;
  }

  async function urlOf(question: { readonly path: string; readonly body?: unknown }, signal: AbortSignal) {
    const answer = await client.ask(question, signal);
    if (answer.status === 404 || (question.body !== undefined && answer.status === 400)) return undefined;
    if (answer.status >= 400) throw httpFailure(provider, answer);
    const { body } = answer;
    const asset = isObject(body) && isObject(body['asset']) ? body['asset'] : body;
    const url = isObject(asset) ? textOf(asset['url']) : '';
    if (url === '') throw unreadable(provider, 'an asset has no address');
    return url;
  }

  return {
    async greet(signal) {
      const { body } = await get('/models?pageSize=1', signal);
      if (!isObject(body) || !Array.isArray(body['models'])) throw unreadable(provider, 'its list of models is none');
    },
    async model(id, signal) {
      const model = readRemoteModel((await get(`/models/${id}`, signal)).body);
      if (!model) throw unreadable(provider, `the model ${id} does not say what it takes`);
      return model;
    },
    async generate({ path, body, timeoutMs }, signal) {
      const answer = await client.post(path, body, timeoutMs, signal);
      if (answer.status === 429) return answer;
      if (answer.status >= 400) throw httpFailure(provider, answer);
      const job = readRemoteJob(answer.body);
      if (!job) throw unreadable(provider, 'a job was sent, and has no id');
      const cu = readCost(answer.body) ?? job.cu;
      return { job, ...(cu === undefined ? {} : { cu }) };
    },
    async appraise({ path, body }, signal) {
      const answer = await client.ask({ path: `${path}?dryRun=true`, body }, signal);
      if (answer.status >= 400) throw httpFailure(provider, answer);
      const job = readRemoteJob(isObject(answer.body) ? answer.body['job'] : undefined);
      if (job) throw paidDryRun(provider, job.id);
      const cu = readCost(answer.body);
      if (cu === undefined) throw unreadable(provider, 'a dry run tells no price');
      return cu;
    },
    async job(id, signal) {
      const answer = await client.ask({ path: `/jobs/${encodeURIComponent(id)}` }, signal);
      if (answer.status === 404) return undefined;
      if (answer.status >= 400) throw httpFailure(provider, answer);
      const job = readRemoteJob(answer.body);
      if (!job) throw unreadable(provider, `the job ${id} is none`);
      return job;
    },
    async jobs(token, signal) {
      const query = token === undefined ? '' : `&paginationToken=${encodeURIComponent(token)}`;
      const { body, at } = await get(`/jobs?pageSize=${PAGE}${query}`, signal);
      if (!isObject(body) || !Array.isArray(body['jobs'])) throw unreadable(provider, 'its list of jobs is none');
      const jobs = body['jobs'].flatMap((job) => readRemoteJob(job) ?? []);
      const next = textOf(body['nextPaginationToken']);
      return { jobs, ...(next === '' ? {} : { next }), ...(at === undefined ? {} : { at }) };
    },
    async cancel(id, signal) {
      const path = `/jobs/${encodeURIComponent(id)}/action`;
      const answer = await client.ask({ path, body: { action: 'cancel' } }, signal);
      if (answer.status === 401 || answer.status === 403) throw httpFailure(provider, answer);
    },
    assetUrl: (id, signal) => urlOf({ path: `/assets/${encodeURIComponent(id)}?originalAssets=true` }, signal),
    pngUrl: (id, signal) =>
      urlOf({ path: `/assets/${encodeURIComponent(id)}/download`, body: { targetFormat: 'png' } }, signal),
    download: (url, signal) => client.download(url, signal),
    async prices(signal) {
      return (await get('/oscu/prices', signal)).body;
    },
  };
}

/** Loud, and never repeated: each such question may cost. */
function paidDryRun(provider: string, job: string): LimnerError {
  return new LimnerError(
    'LIMNER_CALL_FAILED',
    `${provider} was asked for a price and began the job ${job}: it may cost.`,
    {
      next: 'Do not use this address until it is known why: something between here and Scenario drops `?dryRun=true`.',
      facts: { job },
    },
  );
}
