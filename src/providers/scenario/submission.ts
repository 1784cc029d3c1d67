import { LimnerError } from '../../errors.ts';
import { pause } from '../pause.ts';
import type { ScenarioApi, SentJob } from './api.ts';
import { type Crowd, actionLimit, busyMs } from './busy.ts';
import { httpFailure } from './errors.ts';
import type { Timeouts } from './options.ts';

export interface Submission {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Called each time that the request is about to leave. */
  readonly beforeSend?: (() => Promise<void>) | undefined;
  /** Milliseconds since 1970, when the work on it began. */
  readonly startedAt: number;
}

export interface SubmissionOptions {
  readonly provider: string;
  readonly api: Pick<ScenarioApi, 'generate'>;
  readonly crowd: Crowd;
  readonly timeouts: Timeouts;
  readonly now: () => number;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const FIRST_WAIT_MS = 1000;

/**
 * Sends a paid request. It is sent again only after a 429, which says for certain that no job was begun and nothing is charged.
 * @throws what is `refused` only when surely no job runs
 */
export async function sendPaid(
  { path, body, beforeSend, startedAt }: Submission,
  { provider, api, crowd, timeouts, now, sleep = pause }: SubmissionOptions,
  signal: AbortSignal,
): Promise<SentJob> {
  for (let tries = 0; ; tries += 1) {
    // Others take the sender for dead soon, and would not find what is still on its way.
    if (now() - startedAt > timeouts.busyMs) throw tooLate(provider);
    await beforeSend?.();
    const answer = await api.generate({ path, body, timeoutMs: timeouts.submitMs }, signal);
    if ('job' in answer) return answer;
    crowd.busy(actionLimit(answer));
    const waitMs = busyMs(answer, FIRST_WAIT_MS * 2 ** Math.min(tries, 3));
    if (now() + waitMs - startedAt > timeouts.busyMs) throw httpFailure(provider, answer);
    await sleep(waitMs, signal);
  }
}

function tooLate(provider: string): LimnerError {
  return new LimnerError('LIMNER_CALL_FAILED', `${provider} took too long over the picture that the job starts from.`, {
    refused: true,
    retryable: true,
  });
}

/** An asset that a request names is not there any more. */
export function lacksAsset(error: unknown): boolean {
  return (
    error instanceof LimnerError &&
    error.refused &&
    /\b(asset|image)\b.*\bnot found\b|\bnot found\b.*\basset/i.test(error.message)
  );
}
