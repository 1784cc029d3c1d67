import type { WorkflowGraph } from '../../workflow/graph.ts';

/**
 * One rehearsed ComfyUI process without its network: a queue of one, an input, output and temp folder, a history and a cache,
 * all in memory. The HTTP and WebSocket server speaks for one engine; every rehearsed RunPod worker owns one.
 */
export interface ComfyEngine {
  /** `POST /upload/image`: the name under which the file can be loaded, which may differ from the one asked for. */
  upload(file: UploadedFile): FileName;
  /** `POST /prompt`: validated like the server does; on 200 the prompt is queued. `body` is the parsed JSON. */
  prompt(body: unknown): PromptAnswer;
  /** Resolves when the prompt has left the queue, however it ended. */
  finished(promptId: string): Promise<HistoryEntry>;
  /** The bytes behind `GET /view`; undefined when there is no such file. */
  view(file: FileName): Uint8Array | undefined;
  /** Stops what runs and drops what waits; an engine that was stopped answers nothing more. */
  stop(): void;
}

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly subfolder?: string;
  readonly type?: 'input' | 'temp' | 'output';
  readonly overwrite?: boolean;
}

export interface FileName {
  readonly filename: string;
  readonly subfolder: string;
  readonly type: 'input' | 'temp' | 'output';
}

export interface PromptAnswer {
  readonly status: number;
  /** `{prompt_id, number, node_errors}` or `{error, node_errors}`. */
  readonly body: unknown;
}

/** One entry of `GET /history`. */
export interface HistoryEntry {
  readonly prompt: readonly [number, string, WorkflowGraph, unknown, readonly string[]];
  readonly outputs: { readonly [nodeId: string]: NodeOutput };
  readonly status: {
    readonly status_str: 'success' | 'error';
    readonly completed: boolean;
    readonly messages: readonly (readonly [string, { readonly [key: string]: unknown }])[];
  };
  readonly meta: { readonly [nodeId: string]: unknown };
}

export interface NodeOutput {
  readonly images?: readonly FileName[];
  readonly [key: string]: unknown;
}
