import { AwsV4Signer } from 'aws4fetch';
import type { LimnerError } from '../../errors.ts';
import { pause } from '../../providers/pause.ts';
import { type S3Answer, errorCode, retryAfterMs } from './answer.ts';
import { digestOf } from './digest.ts';
import { answerFailure, mayPass, networkFailure } from './errors.ts';
import { type S3Options, bucketAddress } from './options.ts';

export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly key: string;
  /** Without the question mark. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** What is being done, for errors: `forest.png cannot be written`. */
  readonly target: string;
  readonly tries?: number;
  /** For one try, its body included. */
  readonly timeoutMs?: number;
  /** Failures that are answers to this question, beside success. A missing bucket never is. */
  readonly also?: readonly number[];
  /** Goes out even when everything else was told to stop. */
  readonly isFarewell?: boolean;
  /** Whether an answer that looks fine is whole; what is not is asked for again, and fails with this in the end. */
  readonly fault?: (answer: S3Answer) => LimnerError | undefined | Promise<LimnerError | undefined>;
}

/** What one bucket is asked. The only file that talks to it. */
export interface S3Client {
  /**
   * Every request may be sent twice without harm, so a failure that may pass is waited out.
   * @throws LIMNER_STORE_FAILED
   */
  ask(request: S3Request): Promise<S3Answer>;
}

const TRIES = 8;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;
const LONGEST_ASKED_MS = 60_000;
/** For a part of some megabytes over a slow line. */
const TIMEOUT_MS = 180_000;

export function createS3Client(options: S3Options): S3Client {
  const { fetch = globalThis.fetch, sleep = pause, accessKeyId, secretAccessKey, sessionToken, region } = options;
  const base = bucketAddress(options);
  const secrets = [secretAccessKey, sessionToken ?? '', accessKeyId];
  const never = new AbortController().signal;
  const stopOf = ({ isFarewell }: S3Request): AbortSignal => (isFarewell ? never : (options.signal ?? never));

  async function send(request: S3Request): Promise<S3Answer> {
    const { method, key, query, body } = request;
    const sha256 = await digestOf(body ?? new Uint8Array());
    const signer = new AwsV4Signer({
      method,
      url: `${base}${key}${query === undefined ? '' : `?${query}`}`,
      // Signed, so the service can tell bytes that changed on their way.
      headers: { ...request.headers, 'x-amz-content-sha256': sha256 },
      accessKeyId,
      secretAccessKey,
      ...(sessionToken === undefined ? {} : { sessionToken }),
      service: 's3',
      region,
    });
    const { url, headers } = await signer.sign();
    const limit = AbortSignal.timeout(request.timeoutMs ?? TIMEOUT_MS);
    const signal = AbortSignal.any([stopOf(request), limit]);
    const init = { method, headers, redirect: 'manual', signal, ...(body ? { body: body.slice() } : {}) } as const;
    const response = await fetch(url.href, init);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (method !== 'HEAD' && isCutShort(response.headers, bytes)) throw new TypeError('cut short');
    return { status: response.status, headers: response.headers, bytes };
  }

  /** An answer to go on with, or the failure and how long to wait before the next try. */
  async function attempt(request: S3Request): Promise<S3Answer | Setback> {
    let answer: S3Answer;
    try {
      answer = await send(request);
    } catch (error) {
      stopOf(request).throwIfAborted();
      return { failure: networkFailure(request.target, error) };
    }
    if (isFine(request, answer)) {
      const failure = await request.fault?.(answer);
      return failure ? { failure } : answer;
    }
    if (isAnswer(request, answer)) return answer;
    const failure = answerFailure(request.target, answer, secrets);
    if (!mayPass(answer)) throw failure;
    const asked = retryAfterMs(answer);
    return { failure, ...(asked === undefined ? {} : { askedMs: Math.min(asked, LONGEST_ASKED_MS) }) };
  }

  return {
    async ask(request) {
      const tries = request.tries ?? options.tries ?? TRIES;
      for (let count = 1; ; count += 1) {
        stopOf(request).throwIfAborted();
        const outcome = await attempt(request);
        if (!('failure' in outcome)) return outcome;
        if (count >= tries) throw outcome.failure;
        const usual = Math.min(FIRST_PAUSE_MS * 2 ** (count - 1), LONGEST_PAUSE_MS);
        await sleep(outcome.askedMs ?? usual, stopOf(request));
      }
    },
  };
}

interface Setback {
  readonly failure: LimnerError;
  readonly askedMs?: number;
}

/** What was packed on its way has another length than it says. */
function isCutShort(headers: Headers, bytes: Uint8Array): boolean {
  const promised = headers.has('content-encoding') ? null : headers.get('content-length');
  return promised !== null && Number(promised) !== bytes.length;
}

/** Some answers to POST begin as a success before the service knows better. */
function isFine({ method }: S3Request, answer: S3Answer): boolean {
  const { status } = answer;
  return status >= 200 && status < 300 && (method !== 'POST' || errorCode(answer) === undefined);
}

function isAnswer({ also }: S3Request, answer: S3Answer): boolean {
  return also?.includes(answer.status) === true && errorCode(answer) !== 'NoSuchBucket';
}
