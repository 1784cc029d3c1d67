import { setTimeout as wait } from 'node:timers/promises';
import type { WorkflowGraph } from '../../workflow/graph.ts';
import type { NodeCatalogue } from '../../workflow/node-catalogue.ts';
import type { ComfyEngine, PromptAnswer, UploadedFile } from './engine.ts';
import type { FaultPlan } from './faults.ts';
import { createFileStore, type FileStore } from './files.ts';
import { createPromptQueue, type PromptQueue } from './queue.ts';
import { createResultCache } from './run/cache.ts';
import type { EngineEvent } from './run/events.ts';
import { withInputFiles } from './input-combos.ts';

/** What the server would answer to a `POST /prompt`, and the graph as it would run it. */
export type ValidatePrompt = (
  body: unknown,
  server: { readonly catalogue: NodeCatalogue; readonly inputFiles?: ReadonlySet<string> },
) => ValidatedPrompt;

export interface ValidatedPrompt {
  readonly status: number;
  readonly body: unknown;
  /** With literals brought to their types; only for 200. */
  readonly graph?: WorkflowGraph;
  /** The output nodes that are good; only for 200. */
  readonly outputs?: readonly string[];
}

export interface ComfyEngineOptions {
  readonly catalogue: NodeCatalogue;
  readonly validate: ValidatePrompt;
  /** What lies in the folders from the start. */
  readonly files?: readonly UploadedFile[];
  readonly now?: () => Date;
  /** How long one sampling step takes; 0 when absent. */
  readonly stepMs?: number;
  /** Rejects when the prompt is interrupted. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** False for servers started with `--disable-metadata`, as on RunPod: PNGs without prompt and workflow. */
  readonly metadata?: boolean;
  readonly faults?: FaultPlan;
}

/** The whole rehearsed process; the HTTP server needs more of it than other owners do. */
export interface RehearsedComfy extends ComfyEngine {
  readonly queue: PromptQueue;
  readonly files: FileStore;
  /** `GET /object_info`, whose loaders list the files that are there now. */
  catalogue(): NodeCatalogue;
  /** Hears everything that clients would; returns how to stop hearing. */
  listen(listener: (event: EngineEvent) => void): () => void;
  /** `POST /free`: forgets results. */
  free(): void;
}

export function createComfyEngine(options: ComfyEngineOptions): RehearsedComfy {
  const { validate, now = () => new Date() } = options;
  const files = createFileStore();
  for (const file of options.files ?? []) files.upload(file);
  const listeners = new Set<(event: EngineEvent) => void>();
  const cache = createResultCache();
  const services = {
    catalogue: options.catalogue,
    files,
    cache,
    now,
    stepMs: options.stepMs ?? 0,
    sleep: options.sleep ?? ((ms: number, signal: AbortSignal) => wait(ms, undefined, { signal })),
    writesMetadata: options.metadata ?? true,
    emit: (event: EngineEvent) => {
      for (const listener of listeners) listener(event);
    },
  };
  const queue = createPromptQueue(services, options.faults);
  const catalogue = catalogueReader(options.catalogue, files);
  let count = 0;

  return {
    queue,
    files,
    catalogue,
    upload: (file) => files.upload(file),
    view: (file) => files.read(file),
    finished: (promptId) => queue.finished(promptId),
    free: () => cache.clear(),
    stop: () => queue.stop(),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    prompt(body): PromptAnswer {
      const answer = validate(body, { catalogue: catalogue(), inputFiles: new Set(files.all()) });
      if (answer.status !== 200 || !answer.graph) return { status: answer.status, body: answer.body };
      const request = body as PromptRequest;
      const number = numberOf(request, count);
      count += 1;
      const promptId = request.prompt_id ?? crypto.randomUUID();
      const clientId = request.client_id;
      const extraData = {
        ...request.extra_data,
        ...(clientId === undefined ? {} : { client_id: clientId }),
        create_time: now().getTime(),
      };
      const { graph, outputs = [] } = answer;
      queue.add({ number, promptId, graph, extraData, outputs, ...(clientId === undefined ? {} : { clientId }) });
      return { status: 200, body: { prompt_id: promptId, number, node_errors: nodeErrorsOf(answer.body) } };
    },
  };
}

/** The same object as long as the input folder is the same, so that others may keep what they read from it. */
function catalogueReader(base: NodeCatalogue, files: FileStore): () => NodeCatalogue {
  let listed = '';
  let current: NodeCatalogue | undefined;
  return () => {
    const names = files.list('input', '');
    const key = names.join('\n');
    if (!current || key !== listed) current = withInputFiles(base, names);
    listed = key;
    return current;
  };
}

/** The fields beside the graph. Validation has looked at what matters; the rest is taken as it comes. */
interface PromptRequest {
  readonly prompt_id?: string;
  readonly client_id?: string;
  readonly extra_data?: Readonly<Record<string, unknown>>;
  readonly number?: number;
  readonly front?: boolean;
}

function numberOf({ number, front }: PromptRequest, count: number): number {
  if (number !== undefined) return number;
  return front ? -count : count;
}

function nodeErrorsOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'node_errors' in body ? body.node_errors : {};
}
