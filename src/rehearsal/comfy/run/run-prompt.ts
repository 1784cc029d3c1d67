import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NodeCatalogue } from '../../../workflow/node-catalogue.ts';
import type { HistoryEntry, NodeOutput } from '../engine.ts';
import type { EngineFault } from '../faults.ts';
import type { FileStore } from '../files.ts';
import type { KernelContext } from '../kernels/kernel.ts';
import { PythonError } from '../python-error.ts';
import { cacheKeys, type NodeResult, type ResultCache } from './cache.ts';
import type { EngineEvent } from './events.ts';
import { describeException, InterruptedError } from './exception.ts';
import { createSchedule } from './order.ts';
import { pngTextOf } from './png-text.ts';
import type { PromptItem } from './prompt-item.ts';
import { createReporter, type Reporter } from './reporter.ts';
import { gatherInputs, type GivenInputs, runNode } from './run-node.ts';

/** What every prompt of one engine shares. */
export interface RunServices {
  readonly catalogue: NodeCatalogue;
  readonly files: FileStore;
  readonly cache: ResultCache;
  readonly now: () => Date;
  readonly stepMs: number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly writesMetadata: boolean;
  readonly emit: (event: EngineEvent) => void;
}

export interface RunOrder {
  readonly item: PromptItem;
  readonly fault: EngineFault | undefined;
  /** Aborted when a client interrupts this prompt. */
  readonly signal: AbortSignal;
}

/** Runs one prompt to its end and writes its history. Throws `NodeNotFoundError` where the server's worker dies. */
export async function runPrompt(services: RunServices, order: RunOrder): Promise<HistoryEntry> {
  const { item } = order;
  const reporter = createReporter(item, services.emit, () => services.now().getTime());
  const run = new PromptRun(services, order, reporter);
  reporter.milestone('execution_start', {});
  const isDone = await run.execute();
  return {
    prompt: [item.number, item.promptId, item.graph, item.extraData, item.outputs],
    outputs: run.outputs,
    status: { status_str: isDone ? 'success' : 'error', completed: isDone, messages: reporter.messages },
    meta: Object.fromEntries(Object.keys(run.outputs).map((id) => [id, metaOf(id)])),
  };
}

function metaOf(id: string): unknown {
  return { node_id: id, display_node: id, parent_node: null, real_node_id: id };
}

class PromptRun {
  readonly outputs: Record<string, NodeOutput> = {};
  readonly #services: RunServices;
  readonly #order: RunOrder;
  readonly #reporter: Reporter;
  readonly #keys: ReadonlyMap<string, string>;
  readonly #fresh = new Map<string, NodeResult>();
  readonly #executed: string[] = [];

  constructor(services: RunServices, order: RunOrder, reporter: Reporter) {
    this.#services = services;
    this.#order = order;
    this.#reporter = reporter;
    this.#keys = cacheKeys(order.item.graph, services.files);
  }

  /** True when every output was made. */
  async execute(): Promise<boolean> {
    const { graph, outputs } = this.#order.item;
    const cached = new Set(Object.keys(graph).filter((id) => this.#cached(id) !== undefined));
    this.#reporter.milestone('execution_cached', { nodes: [...cached] });
    const { catalogue } = this.#services;
    const isOutput = (id: string): boolean => catalogue[graph[id]?.class_type ?? '']?.output_node === true;
    const schedule = createSchedule({ graph, outputs, isCached: (id) => cached.has(id), isOutput });
    for (let id = schedule.next(); id !== undefined; id = schedule.next()) {
      if (cached.has(id)) this.#showCached(id);
      else if (!(await this.#runNode(id))) return false;
      schedule.done(id);
    }
    this.#reporter.milestone('execution_success', {});
    return true;
  }

  #cached(id: string): NodeResult | undefined {
    return this.#fresh.get(id) ?? this.#services.cache.get(this.#keys.get(id) ?? '');
  }

  #showCached(id: string): void {
    const ui = this.#cached(id)?.ui;
    if (ui) this.outputs[id] = ui;
    this.#show(id, ui);
    this.#reporter.skipNode(id);
  }

  #show(id: string, ui: NodeOutput | undefined): void {
    const { promptId } = this.#order.item;
    this.#reporter.send('executed', { node: id, display_node: id, output: ui ?? null, prompt_id: promptId });
  }

  async #runNode(id: string): Promise<boolean> {
    const node = this.#order.item.graph[id];
    if (!node) return false;
    const name = node.class_type;
    this.#reporter.startNode(id);
    const given = gatherInputs(node, (from) => this.#cached(from));
    try {
      await this.#wait(0);
      this.#raiseFault(name);
      this.#keep(id, await runNode(name, given, this.#contextFor(id)));
      return true;
    } catch (error) {
      const where = { node_id: id, node_type: name, executed: this.#executed };
      if (error instanceof InterruptedError) this.#reporter.broadcast('execution_interrupted', where);
      else {
        const told = describeException(error, name, { ...given, ...this.#hiddenInputs(name) });
        const current_outputs = Object.keys(this.#order.item.graph);
        this.#reporter.milestone('execution_error', { ...where, ...told, current_outputs });
      }
      return false;
    }
  }

  #keep(id: string, result: NodeResult): void {
    this.#fresh.set(id, result);
    this.#services.cache.set(this.#keys.get(id) ?? id, result);
    this.#services.cache.keepOnly(new Set(this.#keys.values()));
    if (result.ui) {
      this.outputs[id] = result.ui;
      this.#show(id, result.ui);
    }
    this.#executed.push(id);
    this.#reporter.finishNode(id);
  }

  /** What old-style nodes get without asking for it; errors tell of it too. */
  #hiddenInputs(className: string): GivenInputs {
    const { graph, extraData } = this.#order.item;
    const known: Readonly<Record<string, unknown>> = {
      PROMPT: graph,
      EXTRA_PNGINFO: extraData['extra_pnginfo'] ?? null,
    };
    const hidden = Object.entries(this.#services.catalogue[className]?.input.hidden ?? {});
    return Object.fromEntries(
      hidden.flatMap(([name, type]) =>
        typeof type === 'string' && type in known ? [[name, [JSON.stringify(known[type])]]] : [],
      ),
    );
  }

  #raiseFault(className: string): void {
    const { fault } = this.#order;
    if (fault?.kind !== 'exception') return;
    if (fault.classType === undefined ? /Sampler|^SaveImage/.test(className) : fault.classType === className)
      throw new PythonError(fault.type, fault.message);
  }

  #contextFor(id: string): KernelContext {
    const { files, now, stepMs, writesMetadata, emit } = this.#services;
    const { item } = this.#order;
    const wantsPreviews = item.extraData['preview_method'] !== 'none';
    return {
      files,
      now,
      pngText: writesMetadata ? pngTextOf(item) : {},
      step: async ({ value, max, preview, waitMs = stepMs }) => {
        const isShown = preview && (preview.final || wantsPreviews);
        this.#reporter.step(id, { value, max, ...(isShown ? { preview: preview.plane } : {}) });
        await this.#wait(waitMs);
      },
      sendPicture: (plane) =>
        emit({ kind: 'picture', plane, ...(item.clientId === undefined ? {} : { to: item.clientId }) }),
    };
  }

  /** Lets others work, and ends early when the prompt is interrupted. */
  async #wait(ms: number): Promise<void> {
    const { signal } = this.#order;
    await (ms > 0 ? this.#services.sleep(ms, signal).catch(() => {}) : nextTurn());
    if (signal.aborted) throw new InterruptedError('interrupted');
  }
}
