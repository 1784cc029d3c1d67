import type { RehearsedComfy } from '../create-engine.ts';
import type { PromptItem } from '../run/prompt-item.ts';
import { FEATURES, modelFiles, modelFolders, NODE_REPLACEMENTS, SYSTEM_STATS } from './answers.ts';
import { remaining } from './clients.ts';
import { cancelJobs, listJobs, showJob } from './list-jobs.ts';
import { CRASHED, empty, json, type Reply, text } from './reply.ts';
import { upload } from './upload.ts';
import { view } from './view.ts';

/** A request with its body already here. */
export interface RouteRequest {
  readonly engine: RehearsedComfy;
  readonly query: URLSearchParams;
  /** The parts of the path that stand in for `*`. */
  readonly parts: readonly string[];
  readonly body: Uint8Array;
  readonly contentType: string;
}

type Route = (request: RouteRequest) => Reply | Promise<Reply>;

/** Every route by method and path; each is served at `/x` and at `/api/x`. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'GET /prompt': ({ engine }) => json({ exec_info: { queue_remaining: remaining(engine) } }),
  'POST /prompt': submit,
  'GET /queue': ({ engine }) =>
    json({
      queue_running: engine.queue.running ? [queueItem(engine.queue.running)] : [],
      queue_pending: engine.queue.pending().map(queueItem),
    }),
  'POST /queue': ({ engine, body }) => {
    const { clear, delete: ids } = readBody(body);
    if (clear === true) engine.queue.remove(engine.queue.pending().map(({ promptId }) => promptId));
    engine.queue.remove(strings(ids));
    return empty(200);
  },
  'GET /history': ({ engine, query }) => json(historyPage(engine, query)),
  'GET /history/*': ({ engine, parts: [id = ''] }) => {
    const entry = engine.queue.history.get(id);
    return json(entry ? { [id]: entry } : {});
  },
  'POST /history': ({ engine, body }) => {
    const { clear, delete: ids } = readBody(body);
    if (clear === true) engine.queue.history.clear();
    for (const id of strings(ids)) engine.queue.history.delete(id);
    return empty(200);
  },
  'GET /jobs': ({ engine, query }) => listJobs(engine, query),
  'GET /jobs/*': ({ engine, parts: [id = ''] }) => showJob(engine, id),
  'POST /jobs/cancel': ({ engine, body }) => cancelJobs(engine, strings(readBody(body)['job_ids'])),
  'POST /jobs/*/cancel': ({ engine, parts: [id = ''] }) => cancelJobs(engine, [id]),
  'POST /interrupt': ({ engine, body }) => {
    const { prompt_id: id } = readBody(body);
    engine.queue.interrupt(typeof id === 'string' ? id : undefined);
    return empty(200);
  },
  'POST /free': ({ engine, body }) => {
    if (readBody(body)['free_memory'] === true) engine.free();
    return empty(200);
  },
  'GET /view': ({ engine, query }) => view(engine, query),
  'POST /upload/image': async (request) => upload(request.engine, await readForm(request), 'image'),
  'POST /upload/mask': async (request) => upload(request.engine, await readForm(request), 'mask'),
  'GET /object_info': ({ engine }) => json(engine.catalogue()),
  'GET /object_info/*': ({ engine, parts: [name = ''] }) => {
    const info = engine.catalogue()[name];
    return json(info ? { [name]: info } : {});
  },
  'GET /models': () => json(modelFolders()),
  'GET /models/*': ({ engine, parts: [folder = ''] }) => {
    const files = modelFiles(engine.catalogue(), folder);
    return files ? json(files) : empty(404);
  },
  'GET /system_stats': () => json(SYSTEM_STATS),
  'GET /features': () => json(FEATURES),
  'GET /embeddings': () => json([]),
  'GET /node_replacements': () => json(NODE_REPLACEMENTS),
  'GET /global_subgraphs': () => json({}),
  'GET /view_metadata/*': () => empty(404),
};

/** What is no JSON, or crashes the server's own reading of it, gets its framework's 500 in plain text. */
function submit({ engine, body }: RouteRequest): Reply {
  const answer = engine.prompt(parseJson(body));
  if (answer.status === 500) return CRASHED;
  return json(answer.body, answer.status);
}

/** JSON as Python reads it: bare `NaN` and infinities are numbers. Throws SyntaxError. */
function parseJson(body: Uint8Array): unknown {
  const source = new TextDecoder().decode(body);
  try {
    return JSON.parse(source);
  } catch (error) {
    const marked = source.replace(/"(?:[^"\\]|\\.)*"|-?Infinity|NaN/g, (token) =>
      token.startsWith('"') ? token : JSON.stringify(`${MARK}${token}`),
    );
    if (marked === source) throw error;
    return JSON.parse(marked, (_key, value: unknown) =>
      typeof value === 'string' && value.startsWith(MARK) ? Number(value.slice(MARK.length)) : value,
    );
  }
}

const MARK = '\u0000number:';

function readBody(body: Uint8Array): Readonly<Record<string, unknown>> {
  const source = new TextDecoder().decode(body);
  const value: unknown = source === '' ? {} : JSON.parse(source);
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function readForm({ body, contentType }: RouteRequest): Promise<FormData> {
  return new Response(Uint8Array.from(body), { headers: { 'content-type': contentType } }).formData();
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function queueItem({ number, promptId, graph, extraData, outputs }: PromptItem): unknown {
  return [number, promptId, graph, extraData, outputs];
}

/** `max_items` without an offset means the newest ones. */
function historyPage({ queue }: RehearsedComfy, query: URLSearchParams): unknown {
  const entries = [...queue.history];
  const most = Number(query.get('max_items') ?? entries.length);
  const offset = query.has('offset') ? Number(query.get('offset')) : Math.max(0, entries.length - most);
  return Object.fromEntries(entries.slice(offset, offset + most));
}

export const NOT_FOUND = text('404: Not Found', 404);
export const METHOD_NOT_ALLOWED = text('405: Method Not Allowed', 405);
