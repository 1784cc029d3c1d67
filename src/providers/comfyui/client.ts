import { isObject, parseLoosely, textOf } from '../../workflow/answers/loose-json.ts';
import type { WorkflowGraph } from '../../workflow/graph.ts';
import { httpFailure, networkFailure, noComfyui } from './errors.ts';
import { type ComfyuiOptions, serverAddress } from './options.ts';
import type { ServerFile } from './history.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** What a ComfyUI server is asked. The only file that talks to it over HTTP. */
export interface ComfyuiClient {
  /** Queues a graph. A refusal is an answer like any other: its body says why. */
  prompt(request: PromptRequest, signal: AbortSignal): Promise<ServerAnswer>;
  /** @returns the name to load it by, which need not be the one asked for */
  upload(name: string, bytes: Uint8Array, signal: AbortSignal): Promise<string>;
  /** `{}` when the server does not know the prompt, or has not ended it. */
  history(promptId: string, signal: AbortSignal): Promise<JsonObject>;
  /** Prompts of everybody that ended last, by their ids. */
  recentHistory(signal: AbortSignal): Promise<JsonObject>;
  queue(signal: AbortSignal): Promise<JsonObject>;
  /** Undefined when the file is not there (any more). */
  view(file: ServerFile, signal: AbortSignal): Promise<Uint8Array | undefined>;
  /** Whether the server stopped the prompt, or dropped it from its queue; undefined where it has no such route. */
  cancelJob(promptId: string, signal: AbortSignal): Promise<boolean | undefined>;
  /** Drops a prompt that waits. */
  dequeue(promptId: string, signal: AbortSignal): Promise<void>;
  /** Stops a prompt that runs; on the oldest servers whatever runs. */
  interrupt(promptId: string, signal: AbortSignal): Promise<void>;
  objectInfo(signal: AbortSignal): Promise<JsonObject>;
  systemStats(signal: AbortSignal): Promise<JsonObject>;
}

export interface PromptRequest {
  readonly prompt: WorkflowGraph;
  readonly prompt_id: string;
  readonly client_id: string;
  readonly extra_data?: Readonly<Record<string, unknown>>;
}

export interface ServerAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
}

const ANSWER_MS = 30_000;
const TRANSFER_MS = 180_000;
const RECENT = 256;

export function createComfyuiClient({ name, url, fetch = globalThis.fetch }: ComfyuiOptions): ComfyuiClient {
  const { base, headers } = serverAddress(url);

  async function send(path: string, init: RequestInit, timeoutMs: number, signal: AbortSignal): Promise<Response> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    try {
      const sent = { ...init, headers: { ...headers, ...init.headers }, redirect: 'error', signal: limit } as const;
      return await fetch(`${base}${path}`, sent);
    } catch (error) {
      signal.throwIfAborted();
      throw networkFailure(name, error);
    }
  }

  async function read<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
    try {
      return await work;
    } catch (error) {
      signal.throwIfAborted();
      throw networkFailure(name, error);
    }
  }

  async function getJson(path: string, signal: AbortSignal): Promise<JsonObject> {
    const response = await send(path, {}, TRANSFER_MS, signal);
    const text = await read(response.text(), signal);
    if (!response.ok) throw httpFailure(name, response.status, text);
    const body = parseLoosely(text);
    if (!isObject(body)) throw noComfyui(name, path);
    return body;
  }

  async function postJson(path: string, body: unknown, signal: AbortSignal): Promise<ServerAnswer> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await send(path, init, ANSWER_MS, signal);
    const text = await read(response.text(), signal);
    return { status: response.status, body: parseLoosely(text), text };
  }

  /** For routes that answer with nothing. */
  async function order(path: string, body: unknown, signal: AbortSignal): Promise<void> {
    const { status, text } = await postJson(path, body, signal);
    if (status >= 400) throw httpFailure(name, status, text);
  }

  return {
    prompt: (request, signal) => postJson('/prompt', request, signal),
    async upload(file, bytes, signal) {
      const form = new FormData();
      form.set('image', new Blob([bytes.slice()], { type: 'image/png' }), file);
      form.set('overwrite', 'true');
      const response = await send('/upload/image', { method: 'POST', body: form }, TRANSFER_MS, signal);
      const text = await read(response.text(), signal);
      if (!response.ok) throw httpFailure(name, response.status, text);
      const answer = parseLoosely(text);
      const stored = isObject(answer) ? textOf(answer['name']) : '';
      if (!isObject(answer) || stored === '') throw noComfyui(name, '/upload/image');
      const subfolder = textOf(answer['subfolder']);
      return subfolder === '' ? stored : `${subfolder}/${stored}`;
    },
    history: (promptId, signal) => getJson(`/history/${promptId}`, signal),
    recentHistory: (signal) => getJson(`/history?max_items=${RECENT}`, signal),
    queue: (signal) => getJson('/queue', signal),
    async view({ filename, subfolder, type }, signal) {
      const query = new URLSearchParams({ filename, subfolder, type });
      const response = await send(`/view?${query.toString()}`, {}, TRANSFER_MS, signal);
      const bytes = new Uint8Array(await read(response.arrayBuffer(), signal));
      if (response.status === 404) return undefined;
      if (!response.ok) throw httpFailure(name, response.status, new TextDecoder().decode(bytes.subarray(0, 1000)));
      return bytes;
    },
    async cancelJob(promptId, signal) {
      const { status, body } = await postJson(`/api/jobs/${promptId}/cancel`, {}, signal);
      return status === 200 && isObject(body) ? body['cancelled'] === true : undefined;
    },
    dequeue: (promptId, signal) => order('/queue', { delete: [promptId] }, signal),
    interrupt: (promptId, signal) => order('/interrupt', { prompt_id: promptId }, signal),
    objectInfo: (signal) => getJson('/object_info', signal),
    systemStats: (signal) => getJson('/system_stats', signal),
  };
}
