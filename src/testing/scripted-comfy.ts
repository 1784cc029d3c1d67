import type { ComfyEngine, FileName, HistoryEntry, NodeOutput, PromptAnswer } from '../rehearsal/comfy/engine.ts';
import { encodePng } from '../raster/png.ts';
import { createRaster } from '../raster/raster.ts';
import type { WorkflowGraph } from '../workflow/graph.ts';

export interface ComfyScript {
  /** What `POST /prompt` answers in the place of taking the prompt. */
  readonly answer?: PromptAnswer;
  /** What the history then says. */
  readonly history?: Partial<HistoryEntry>;
  /** How long a prompt takes. */
  readonly ms?: number;
  /** What the pictures hold in the place of a PNG. */
  readonly bytes?: Uint8Array;
}

/**
 * A ComfyUI that does as it is told and writes down what it is asked: SaveImage nodes save an 8 × 8 PNG under
 * `<filename_prefix>_<counter>_.png`, PreviewImage nodes a temporary one, a node of the class `Throw` fails.
 */
export class ScriptedComfy implements ComfyEngine {
  readonly uploads = new Map<string, Uint8Array>();
  readonly prompts: unknown[] = [];
  isStopped = false;
  readonly #script: ComfyScript;
  readonly #files = new Map<string, Uint8Array>();
  readonly #history = new Map<string, HistoryEntry>();
  #counter = 0;

  constructor(script: ComfyScript = {}) {
    this.#script = script;
  }

  upload({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): FileName {
    this.uploads.set(name, bytes);
    return { filename: name, subfolder: '', type: 'input' };
  }

  prompt(body: unknown): PromptAnswer {
    this.prompts.push(body);
    if (this.#script.answer) return this.#script.answer;
    const graph = graphOf(body);
    if (!graph) return { status: 500, body: '500 Internal Server Error\n\nServer got itself in trouble' };
    const id = crypto.randomUUID();
    this.#history.set(id, { ...this.#run(id, graph), ...this.#script.history });
    return { status: 200, body: { prompt_id: id, number: this.prompts.length, node_errors: {} } };
  }

  async finished(promptId: string): Promise<HistoryEntry> {
    const { ms } = this.#script;
    if (ms) await new Promise((resolve) => setTimeout(resolve, ms).unref());
    const entry = this.#history.get(promptId);
    if (!entry) throw new Error(`no prompt ${promptId}`);
    return entry;
  }

  view({ filename, subfolder }: FileName): Uint8Array | undefined {
    return this.#files.get(`${subfolder}/${filename}`);
  }

  stop(): void {
    this.isStopped = true;
  }

  #run(id: string, graph: WorkflowGraph): HistoryEntry {
    const outputs: { [nodeId: string]: NodeOutput } = {};
    const messages: [string, { [key: string]: unknown }][] = [['execution_start', { prompt_id: id }]];
    for (const [nodeId, { class_type: type, inputs }] of Object.entries(graph)) {
      if (type === 'SaveImage') outputs[nodeId] = { images: [this.#save(inputs['filename_prefix'], 'output')] };
      if (type === 'PreviewImage') outputs[nodeId] = { images: [this.#save('ComfyUI_temp', 'temp')] };
      if (type === 'PreviewAny') outputs[nodeId] = { text: ['words'] };
      if (type === 'Throw') {
        messages.push(['execution_error', { node_id: nodeId, node_type: type, exception_message: 'it broke' }]);
      }
    }
    const isWell = messages.length === 1;
    return {
      prompt: [0, id, graph, {}, Object.keys(outputs)],
      outputs,
      status: { status_str: isWell ? 'success' : 'error', completed: isWell, messages },
      meta: {},
    };
  }

  #save(prefix: unknown, type: FileName['type']): FileName {
    this.#counter += 1;
    const [name = '', ...folders] = (typeof prefix === 'string' ? prefix : 'ComfyUI').split('/').reverse();
    const filename = `${name}_${String(this.#counter).padStart(5, '0')}_.png`;
    const subfolder = folders.reverse().join('/');
    this.#files.set(`${subfolder}/${filename}`, this.#script.bytes ?? encodePng(createRaster(8, 8, [9, 90, 200, 255])));
    return { filename, subfolder, type };
  }
}

function graphOf(body: unknown): WorkflowGraph | undefined {
  const isBody = (value: unknown): value is { readonly prompt: WorkflowGraph } =>
    typeof value === 'object' && value !== null && 'prompt' in value && typeof value.prompt === 'object';
  return isBody(body) ? body.prompt : undefined;
}
