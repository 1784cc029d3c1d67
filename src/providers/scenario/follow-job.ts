import { LimnerError } from '../../errors.ts';
import type { JobState, PaintedImage } from '../provider.ts';
import type { ScenarioApi } from './api.ts';
import { type FetchedAsset, fetchAsset } from './collect-assets.ts';
import { jobFailure } from './errors.ts';
import type { Pace } from './pace.ts';
import type { RemoteJob } from './remote-job.ts';
import type { JobTicket } from './ticket.ts';
import { usdOf } from './usd.ts';

export interface FollowOptions {
  readonly provider: string;
  readonly api: ScenarioApi;
  readonly pace: Pace;
  readonly usdPerCu: number;
  readonly now: () => number;
  /** When pictures of a job that has ended were found missing first, by its id. */
  readonly missedAt: Map<string, number>;
}

/** A picture that was just made may not be everywhere yet. */
const APPEARS_MS = 10_000;
/** A job that was just taken may not be everywhere yet. */
const SETTLES_MS = 30_000;
const TIMES_GONE_TO_BELIEVE = 3;

/** How a job stands; its pictures when it is done. */
export async function followJob(ticket: JobTicket, options: FollowOptions, signal: AbortSignal): Promise<JobState> {
  const { pace, usdPerCu } = options;
  const job = await look(ticket, options, signal);
  if (job === 'settling') return { phase: 'queued', pollAfterMs: pace.next(ticket.remoteId, 0) };
  if (job === undefined) {
    pace.forget(ticket.remoteId);
    return { phase: 'failed', error: resultGone(options.provider, ticket), usd: ticket.quotedUsd };
  }
  const { status, progress } = job;
  if (status === 'queued' || status === 'running') {
    const pollAfterMs = pace.next(ticket.remoteId, progress);
    if (status === 'queued') return { phase: status, pollAfterMs };
    return { phase: status, pollAfterMs, progress: { step: Math.round(progress * 100), total: 100 } };
  }
  pace.forget(ticket.remoteId);
  if (status === 'success') return collect(job, ticket, options, signal);
  const error = status === 'canceled' ? wasCanceled(options.provider) : jobFailure(options.provider, job.error);
  // What is not said to have been charged was paid back.
  return { phase: 'failed', error, usd: usdOf(job.cu ?? 0, usdPerCu) };
}

async function look(
  { remoteId, submittedAt }: JobTicket,
  { api, now }: FollowOptions,
  signal: AbortSignal,
): Promise<RemoteJob | 'settling' | undefined> {
  for (let times = 1; times <= TIMES_GONE_TO_BELIEVE; times += 1) {
    const job = await api.job(remoteId, signal);
    if (job) return job;
    if (now() - submittedAt < SETTLES_MS) return 'settling';
  }
  return undefined;
}

async function collect(
  job: RemoteJob,
  ticket: JobTicket,
  options: FollowOptions,
  signal: AbortSignal,
): Promise<JobState> {
  const { provider, pace, usdPerCu } = options;
  const { layers, uploads, warnings } = ticket;
  const cu = ticket.cu ?? job.cu;
  const usd = cu === undefined ? ticket.quotedUsd : usdOf(cu, usdPerCu);
  const wanted = layers ?? 1;
  // The order of this list is the order of the outputs; the assets themselves do not know theirs.
  const ids = job.assetIds.slice(0, wanted);
  if (ids.length < wanted) return { phase: 'failed', error: lacking(provider, ids.length, wanted), usd };
  const fetched = await fetchAll(ids, ticket, options, signal);
  if (fetched === 'settling') return { phase: 'running', pollAfterMs: pace.next(ticket.remoteId, 1) };
  if (fetched instanceof LimnerError) return { phase: 'failed', error: fetched, usd };
  const images = fetched.map((asset, index) => imageOf(asset, layers === undefined ? undefined : index));
  return {
    phase: 'done',
    images,
    usd,
    transfers: { uploads, downloads: images.length },
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}

/** Pictures that are not there (any more) are no failure of the download, which could be repeated: the job has failed by it. */
async function fetchAll(
  ids: readonly string[],
  { remoteId }: JobTicket,
  { provider, api, now, missedAt }: FollowOptions,
  signal: AbortSignal,
): Promise<readonly FetchedAsset[] | LimnerError | 'settling'> {
  try {
    return await Promise.all(ids.map((id) => fetchAsset(provider, id, api, signal)));
  } catch (error) {
    if (!(error instanceof LimnerError && error.code === 'LIMNER_RESULT_GONE')) throw error;
    const since = missedAt.get(remoteId) ?? now();
    missedAt.set(remoteId, since);
    return now() - since < APPEARS_MS ? 'settling' : error;
  }
}

function imageOf({ asset, bytes, mimeType }: FetchedAsset, layer: number | undefined): PaintedImage {
  const picture = { bytes, mimeType, remote: asset };
  return layer === undefined ? { role: 'image', ...picture } : { role: 'layer', layer, ...picture };
}

function lacking(provider: string, brought: number, wanted: number): LimnerError {
  const message = `The job at ${provider} ended well, but brought ${brought} of ${wanted} ${wanted === 1 ? 'picture' : 'pictures'}.`;
  return new LimnerError('LIMNER_CALL_FAILED', message, { retryable: true });
}

function wasCanceled(provider: string): LimnerError {
  return new LimnerError('LIMNER_CALL_FAILED', `The job was cancelled at ${provider} by somebody else.`);
}

function resultGone(provider: string, { remoteId }: JobTicket): LimnerError {
  const message = `${provider} does not know the job ${remoteId} any more.`;
  return new LimnerError('LIMNER_RESULT_GONE', message, { retryable: true });
}
