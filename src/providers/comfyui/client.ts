import { parseLoosely } from '../../workflow/answers/loose-json.ts';
import type { WorkflowGraph } from '../../workflow/graph.ts';
import { httpFailure, networkFailure } from './errors.ts';
import { type ComfyuiOptions, serverAddress } from './options.ts';
import type { ServerFile } from './history.ts';

/** What a ComfyUI server is asked. The only file that talks to it over HTTP. */
export interface ComfyuiClient {
  /** Queues a graph. A refusal is an answer like any other: its body says why. */
  prompt(request: PromptRequest, signal: AbortSignal): Promise<ServerAnswer>;
  /** @returns the name to load it by, which need not be the one asked for */
  upload(name: string, bytes: Uint8Array, signal: AbortSignal): Promise<string>;
  /** `{}` when the server does not know the prompt, or has not ended it. */
  history(promptId: string, signal: AbortSignal): Promise<unknown>;
  queue(signal: AbortSignal): Promise<unknown>;
  /** Undefined when the file is not there (any more). */
  view(file: ServerFile, signal: AbortSignal): Promise<Uint8Array | undefined>;
  /** True when the server says that it stopped the prompt, or dropped it from its queue. */
  cancel(promptId: string, signal: AbortSignal): Promise<boolean>;
  objectInfo(signal: AbortSignal): Promise<unknown>;
  systemStats(signal: AbortSignal): Promise<unknown>;
}

export interface PromptRequest {
  readonly prompt: WorkflowGraph;
  readonly prompt_id: string;
  readonly client_id: string;
}

export interface ServerAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
}

const ANSWER_MS = 30_000;
const TRANSFER_MS = 180_000;

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

  async function getJson(path: string, signal: AbortSignal): Promise<unknown> {
    const response = await send(path, {}, TRANSFER_MS, signal);
    const text = await read(response.text(), signal);
    if (!response.ok) throw httpFailure(name, response.status, text);
    return parseLoosely(text);
  }

  async function postJson(path: string, body: unknown, signal: AbortSignal): Promise<ServerAnswer> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await send(path, init, ANSWER_MS, signal);
    const text = await read(response.text(), signal);
    return { status: response.status, body: parseLoosely(text), text };
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
      const { name: stored, subfolder } = (parseLoosely(text) ?? {}) as { name?: string; subfolder?: string };
      if (stored === undefined) throw httpFailure(name, 502, text);
      return subfolder ? `${subfolder}/${stored}` : stored;
    },
    history: (promptId, signal) => getJson(`/history/${promptId}`, signal),
    queue: (signal) => getJson('/queue', signal),
    async view({ filename, subfolder, type }, signal) {
      const query = new URLSearchParams({ filename, subfolder, type });
      const response = await send(`/view?${query.toString()}`, {}, TRANSFER_MS, signal);
      const bytes = new Uint8Array(await read(response.arrayBuffer(), signal));
      if (response.status === 404) return undefined;
      if (!response.ok) throw httpFailure(name, response.status, new TextDecoder().decode(bytes.subarray(0, 1000)));
      return bytes;
    },
    async cancel(promptId, signal) {
      const answer = await postJson(`/api/jobs/${promptId}/cancel`, {}, signal);
      if (answer.status === 200) return (answer.body as { cancelled?: boolean } | undefined)?.cancelled === true;
      // Servers of before the jobs API.
      await postJson('/queue', { delete: [promptId] }, signal);
      const { status } = await postJson('/interrupt', { prompt_id: promptId }, signal);
      return status === 200;
    },
    objectInfo: (signal) => getJson('/object_info', signal),
    systemStats: (signal) => getJson('/system_stats', signal),
  };
}
