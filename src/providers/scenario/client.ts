import { LimnerError } from '../../errors.ts';
import { parseLoosely } from '../../workflow/answers/loose-json.ts';
import { pause } from '../pause.ts';
import { busyMs } from './busy.ts';
import { type Trouble, httpFailure, networkFailure, redirected } from './errors.ts';
import { type ScenarioOptions, readSettings } from './options.ts';

/** How requests travel to Scenario. The only file that talks. */
export interface ScenarioClient {
  /** Asks what may be asked any number of times, and does so again while the failure may pass. @throws for every other failure but 4xx */
  ask(question: Question, signal: AbortSignal): Promise<Answer>;
  /** Sends a body once, whatever becomes of it. */
  post(path: string, body: unknown, timeoutMs: number, signal: AbortSignal): Promise<Answer>;
  /** Bytes from a signed address. The key does not travel there. */
  download(url: string, signal: AbortSignal): Promise<Download>;
  /** Bytes to a signed address, likewise. */
  put(url: string, bytes: Uint8Array, mimeType: string, signal: AbortSignal): Promise<void>;
}

export interface Question {
  readonly path: string;
  /** Sent as JSON by POST; absent: GET. */
  readonly body?: unknown;
}

export interface Answer extends Trouble {
  readonly body: unknown;
  /** The clock of the service, in milliseconds since 1970. */
  readonly at?: number;
}

export interface Download {
  readonly status: number;
  readonly bytes: Uint8Array;
}

const MAX_BYTES = 256 * 1024 * 1024;
const MOST_TRIES = 4;
const SHORTEST_SECRET = 8;

export function createScenarioClient(options: ScenarioOptions): ScenarioClient {
  const { apiKey, secretApiKey, fetch = globalThis.fetch, sleep = pause } = options;
  const { provider, base, timeouts } = readSettings(options);
  const credentials = encodeCredentials(apiKey, secretApiKey);
  const authorized = { authorization: `Basic ${credentials}`, accept: 'application/json' };
  const secrets = [credentials, secretApiKey, apiKey].filter((secret) => secret.length >= SHORTEST_SECRET);

  /** Some services repeat in an error what they were sent. */
  const redact = (text: string): string => secrets.reduce((clean, secret) => clean.replaceAll(secret, '…'), text);

  /** Nowhere but where it was sent: a redirect would take the key along. */
  async function send(url: string, init: RequestInit, timeoutMs: number, signal: AbortSignal): Promise<Response> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    try {
      return await fetch(url, { ...init, redirect: 'manual', signal: limit });
    } catch (error) {
      signal.throwIfAborted();
      throw networkFailure(provider, error);
    }
  }

  async function readBytes(response: Response, signal: AbortSignal): Promise<Uint8Array> {
    try {
      return await boundedBytes(response);
    } catch (error) {
      signal.throwIfAborted();
      throw networkFailure(provider, error, { wasAnswered: true });
    }
  }

  async function request(path: string, init: RequestInit, timeoutMs: number, signal: AbortSignal): Promise<Answer> {
    const response = await send(`${base}${path}`, init, timeoutMs, signal);
    const { status, headers } = response;
    if (status === 0 || (status >= 300 && status < 400)) throw redirected(provider);
    const text = redact(new TextDecoder().decode(await readBytes(response, signal)));
    const at = Date.parse(headers.get('date') ?? '');
    const retryAfter = headers.get('retry-after');
    return {
      status,
      text,
      body: parseLoosely(text),
      ...(Number.isNaN(at) ? {} : { at }),
      ...(retryAfter === null ? {} : { retryAfter }),
    };
  }

  const jsonInit = (body: unknown): RequestInit => ({
    method: 'POST',
    headers: { ...authorized, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

  async function tryOnce({ path, body }: Question, signal: AbortSignal): Promise<Answer | LimnerError> {
    const init = body === undefined ? { method: 'GET', headers: authorized } : jsonInit(body);
    const timeoutMs = body === undefined ? timeouts.answerMs : timeouts.transferMs;
    try {
      return await request(path, init, timeoutMs, signal);
    } catch (error) {
      if (error instanceof LimnerError && error.retryable && !error.refused) return error;
      throw error;
    }
  }

  return {
    async ask(question, signal) {
      for (let tries = 1; ; tries += 1) {
        const answer = await tryOnce(question, signal);
        const isError = answer instanceof LimnerError;
        if (!isError && answer.status < 500 && answer.status !== 429) return answer;
        if (tries === MOST_TRIES) throw isError ? answer : httpFailure(provider, answer);
        const waitMs = 250 * 2 ** tries;
        await sleep(!isError && answer.status === 429 ? busyMs(answer, waitMs) : waitMs, signal);
      }
    },
    post: (path, body, timeoutMs, signal) => request(path, jsonInit(body), timeoutMs, signal),
    async download(url, signal) {
      const response = await send(url, { method: 'GET' }, timeouts.transferMs, signal);
      return { status: response.status, bytes: await readBytes(response, signal) };
    },
    async put(url, bytes, mimeType, signal) {
      const init = { method: 'PUT', headers: { 'content-type': mimeType }, body: new Blob([bytes.slice()]) };
      const response = await send(url, init, timeouts.transferMs, signal);
      await readBytes(response, signal);
      if (response.ok) return;
      const message = `The storage of ${provider} answered ${response.status} to an upload.`;
      throw new LimnerError('LIMNER_CALL_FAILED', message, { refused: true, retryable: response.status >= 500 });
    },
  };
}

function encodeCredentials(key: string, secret: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(`${key}:${secret}`)));
}

/** Bounded, so that a service gone mad cannot fill the memory. */
async function boundedBytes(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new RangeError(`more than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
