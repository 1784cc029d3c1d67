import { LimnerError } from '../../errors.ts';
import { pause } from '../pause.ts';
import type { ScenarioApi } from './api.ts';
import type { RemoteJob } from './remote-job.ts';

export type Found = RemoteJob | 'never-arrived' | 'cannot-tell';

/** What is known of a submission whose answer was lost. */
export interface LostJob {
  /** What was sent, but for what is hidden. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The field of a picture whose id is not known any more. */
  readonly hidden?: string;
  /** Milliseconds since 1970, by the clock here. */
  readonly claimedAt: number;
}

export interface FindOptions {
  readonly api: Pick<ScenarioApi, 'jobs' | 'job'>;
  /** Does a job belong to another call? */
  readonly isTaken: (id: string) => boolean;
  readonly settleMs: number;
  readonly now: () => number;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The service's clock is told by the second, and after the answer has travelled. */
const CLOCK_MS = 3000;
/** Where its clock is not told at all. */
const UNTOLD_CLOCK_MS = 120_000;
const MOST_PAGES = 20;

/**
 * Looks for a job in the account's list of jobs, which is all there is to ask: Scenario keeps no id of ours. It is the one that was made
 * since the claim and was given exactly what was sent. Twice, some time apart, as a request may still be on its way.
 */
export async function findJob(lost: LostJob, options: FindOptions, signal: AbortSignal): Promise<Found> {
  const { settleMs, sleep = pause } = options;
  const first = await lookOnce(lost, options, signal);
  if (first !== 'never-arrived') return first;
  await sleep(settleMs, signal);
  return lookOnce(lost, options, signal);
}

async function lookOnce(lost: LostJob, options: FindOptions, signal: AbortSignal): Promise<Found> {
  const { jobs, isWhole } = await jobsSince(lost.claimedAt, options, signal);
  const fresh = jobs.filter(({ id }) => !options.isTaken(id));
  const seen: { readonly job: RemoteJob; readonly likeness: Likeness }[] = [];
  for (const row of fresh) {
    const job = await withInput(row, options, signal);
    seen.push({ job, likeness: likenessOf(job, lost) });
  }
  const candidates = seen.filter(({ likeness }) => likeness !== 'another');
  const [only, ...others] = candidates;
  if (!only) return isWhole ? 'never-arrived' : 'cannot-tell';
  return only.likeness === 'same' && others.length === 0 ? only.job : 'cannot-tell';
}

/** Newest first as long as the list is so; `isWhole`: nothing that was made since then is missing. */
async function jobsSince(
  claimedAt: number,
  { api, now }: FindOptions,
  signal: AbortSignal,
): Promise<{ readonly jobs: readonly RemoteJob[]; readonly isWhole: boolean }> {
  const jobs: RemoteJob[] = [];
  let token: string | undefined;
  let isOrdered = true;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { jobs: some, next, at } = await api.jobs(token, signal);
    const skewMs = at === undefined ? -UNTOLD_CLOCK_MS : at - now() - CLOCK_MS;
    const since = claimedAt + skewMs;
    const oldest = jobs.at(-1)?.createdAt ?? Infinity;
    isOrdered &&= descends([oldest, ...some.map(({ createdAt = Number.NaN }) => createdAt)]);
    jobs.push(...some.filter(({ createdAt = Infinity }) => createdAt >= since));
    const reachesBack = isOrdered && some.some(({ createdAt = Infinity }) => createdAt < since);
    if (next === undefined || reachesBack) return { jobs, isWhole: true };
    token = next;
  }
  return { jobs, isWhole: false };
}

function descends(times: readonly number[]): boolean {
  return times.every((time, index) => index === 0 || time <= (times[index - 1] ?? Infinity));
}

/** Lists may leave out what a job was given. */
async function withInput(job: RemoteJob, { api }: FindOptions, signal: AbortSignal): Promise<RemoteJob> {
  if (job.input) return job;
  try {
    return (await api.job(job.id, signal)) ?? job;
  } catch (error) {
    if (error instanceof LimnerError && !error.retryable) return job;
    throw error;
  }
}

type Likeness = 'same' | 'another' | 'perhaps';

/** What no two jobs that are asked for at the same time have in common. */
const TELLING = ['prompt', 'image', 'referenceImages'];

/**
 * Only a contradiction tells a job from the lost one: what the service leaves out of its account was perhaps given all the same. Whose
 * account has words or a picture, but none of those that were sent, was given others.
 */
function likenessOf({ input = {} }: RemoteJob, { body, hidden }: LostJob): Likeness {
  const differs = Object.entries(body).some(
    ([name, value]) => input[name] !== undefined && !isEqual(input[name], value),
  );
  if (differs) return 'another';
  const told = TELLING.filter((name) => input[name] !== undefined);
  const sent = TELLING.filter((name) => body[name] !== undefined);
  if (told.some((name) => sent.includes(name))) return 'same';
  if (told.length === 0) return 'perhaps';
  return sent.length === 0 && told.some((name) => name === hidden) ? 'perhaps' : 'another';
}

/** A seed may come back as a text, a prompt without the space at its end. */
function isEqual(told: unknown, sent: unknown): boolean {
  return plain(told) === plain(sent);
}

function plain(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.replaceAll(/\s+/g, ' ').trim();
}
