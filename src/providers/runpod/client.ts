import { LimnerError } from '../../errors.ts';
import { parseLoosely } from '../../workflow/answers/loose-json.ts';
import { type Trouble, bucketFailure, httpFailure, networkFailure } from './errors.ts';
import { DEFAULT_DEADLINES, DEFAULT_TIMEOUTS, type RunpodOptions, endpointUrl, lifetimeMs } from './options.ts';
import { pause } from '../pause.ts';
import { type Health, type RemoteJob, readHealth, readRemoteJob } from './remote-job.ts';

/** What one endpoint is asked. The only file that talks to RunPod. */
export interface RunpodClient {
  /** `call` is limner's own id; undefined for what nobody will ask after. @throws what is `refused` only when surely no job runs */
  run(call: string | undefined, input: unknown, signal: AbortSignal, options?: RunRequestOptions): Promise<RemoteJob>;
  /** The job as it is now; undefined when the service does not know it any more. */
  status(id: string, signal: AbortSignal): Promise<RemoteJob | undefined>;
  /** The same, held back by the service until the job has ended or `waitMs` have passed. */
  waitFor(id: string, waitMs: number, signal: AbortSignal): Promise<RemoteJob | undefined>;
  cancel(id: string, signal: AbortSignal): Promise<RemoteJob | undefined>;
  /** Queues a job that failed again, under its id; whether the service would. */
  retry(id: string, signal: AbortSignal): Promise<boolean>;
  health(signal: AbortSignal): Promise<Health>;
  /** A result that was left in a bucket. The key does not travel there. */
  download(url: string, signal: AbortSignal): Promise<Uint8Array>;
}

export interface RunRequestOptions {
  readonly beforeSend?: (() => Promise<void>) | undefined;
  /** When to stop it, instead of the usual; 5 s at the least. */
  readonly limitMs?: number | undefined;
}

const MAX_RESULT_BYTES = 256 * 1024 * 1024;
const MAX_PAUSE_MS = 60_000;
const TRIES_WHEN_BUSY = 5;
const SHORTEST_SECRET = 8;

export interface ClientOptions extends RunpodOptions {
  /** Told of every 429. */
  readonly onBusy?: () => void;
}

export function createRunpodClient(options: ClientOptions): RunpodClient {
  const { name, apiKey, fetch = globalThis.fetch, sleep = pause } = options;
  const base = endpointUrl(options);
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const deadlines = { ...DEFAULT_DEADLINES, ...options.deadlines };
  const { submitMs, resultMs, answerMs } = { ...DEFAULT_TIMEOUTS, ...options.timeouts };

  async function send(path: string, init: RequestInit, timeoutMs: number, signal: AbortSignal): Promise<Response> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    try {
      return await fetch(path.startsWith('/') ? `${base}${path}` : path, { ...init, redirect: 'error', signal: limit });
    } catch (error) {
      signal.throwIfAborted();
      throw networkFailure(name, error);
    }
  }

  /** Some services repeat in an error what they were sent. A key that is a mere word would spoil what they say. */
  const redact = (text: string): string => (apiKey.length < SHORTEST_SECRET ? text : text.replaceAll(apiKey, '…'));

  /** A service that is busy has taken nothing: the same request may be sent again when it says so. */
  async function ask(path: string, init: RequestInit, timeoutMs: number, signal: AbortSignal): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await send(path, { headers, ...init }, timeoutMs, signal);
      const body = redact(await readText(response, name, signal));
      if (response.status === 429) options.onBusy?.();
      if (response.status !== 429 || attempt === TRIES_WHEN_BUSY) return { status: response.status, body };
      const asked = retryAfterMs(response.headers.get('retry-after'));
      await sleep(Math.min(asked ?? 500 * 2 ** attempt, MAX_PAUSE_MS), signal);
    }
  }

  async function askJob(path: string, timeoutMs: number, signal: AbortSignal): Promise<RemoteJob | undefined> {
    const answer = await ask(path, { method: 'GET' }, timeoutMs, signal);
    if (answer.status === 404) return undefined;
    if (answer.status >= 400) throw httpFailure(name, answer);
    const job = readRemoteJob(parseLoosely(answer.body));
    if (job) return job;
    throw httpFailure(name, { status: 502, body: answer.body });
  }

  return {
    async run(_call, input, signal, { beforeSend, limitMs = deadlines.runMs } = {}) {
      const policy = { executionTimeout: Math.max(LEAST_RUN_MS, limitMs), ttl: lifetimeMs(deadlines) };
      await beforeSend?.();
      const answer = await ask('/run', { method: 'POST', body: JSON.stringify({ input, policy }) }, submitMs, signal);
      if (answer.status >= 400) throw httpFailure(name, answer);
      const job = readRemoteJob(parseLoosely(answer.body));
      if (job) return job;
      throw new LimnerError('LIMNER_CALL_FAILED', `${name} answered a job without naming it.`, { retryable: true });
    },
    status: (id, signal) => askJob(`/status/${id}`, resultMs, signal),
    waitFor: (id, waitMs, signal) => askJob(`/status-sync/${id}?wait=${waitMs}`, waitMs + resultMs, signal),
    async cancel(id, signal) {
      const answer = await ask(`/cancel/${id}`, { method: 'POST' }, answerMs, signal);
      if (answer.status === 404) return undefined;
      if (answer.status >= 400) throw httpFailure(name, answer);
      return readRemoteJob(parseLoosely(answer.body));
    },
    async retry(id, signal) {
      const answer = await ask(`/retry/${id}`, { method: 'POST' }, answerMs, signal);
      if (answer.status >= 500) throw httpFailure(name, answer);
      return answer.status < 400;
    },
    async health(signal) {
      const answer = await ask('/health', { method: 'GET' }, answerMs, signal);
      if (answer.status >= 400) throw httpFailure(name, answer);
      return readHealth(parseLoosely(answer.body));
    },
    async download(url, signal) {
      const response = await send(url, { method: 'GET' }, resultMs, signal);
      if (!response.ok) throw bucketFailure(name, response.status);
      return readBytes(response, name, signal);
    },
  };
}

/** The least that the service takes as `executionTimeout`. */
export const LEAST_RUN_MS = 5000;

interface Answer extends Trouble {
  readonly body: string;
}

async function readText(response: Response, name: string, signal: AbortSignal): Promise<string> {
  return new TextDecoder().decode(await readBytes(response, name, signal));
}

/** Bounded, so that a service gone mad cannot fill the memory. */
async function readBytes(response: Response, name: string, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > MAX_RESULT_BYTES) throw new RangeError(`more than ${MAX_RESULT_BYTES} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    signal.throwIfAborted();
    throw networkFailure(name, error);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Seconds, or a date. */
function retryAfterMs(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
