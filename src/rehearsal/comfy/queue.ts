import type { HistoryEntry } from './engine.ts';
import type { FaultPlan } from './faults.ts';
import { NodeNotFoundError } from './run/order.ts';
import type { PromptItem } from './run/prompt-item.ts';
import { runPrompt, type RunServices } from './run/run-prompt.ts';

/** Prompts one after another, and what became of the last ten thousand. */
export interface PromptQueue {
  add(item: PromptItem): void;
  readonly running: PromptItem | undefined;
  pending(): readonly PromptItem[];
  readonly history: Map<string, HistoryEntry>;
  /** Removes waiting prompts only; true when one was there. */
  remove(promptIds: readonly string[]): boolean;
  /** Stops what runs, if it is that prompt or none is named. */
  interrupt(promptId?: string): boolean;
  finished(promptId: string): Promise<HistoryEntry>;
  stop(): void;
}

const MOST_HISTORY = 10_000;

export function createPromptQueue(services: RunServices, faults: FaultPlan | undefined): PromptQueue {
  const history = new Map<string, HistoryEntry>();
  const waiters = new Map<string, ((entry: HistoryEntry) => void)[]>();
  let pending: readonly PromptItem[] = [];
  let running: { readonly item: PromptItem; readonly abort: AbortController } | undefined;
  let isStopped = false;

  const tellStatus = (): void => {
    const remaining = pending.length + (running ? 1 : 0);
    const data = { status: { exec_info: { queue_remaining: remaining } } };
    if (!isStopped) services.emit({ kind: 'message', type: 'status', data });
  };
  const settle = (promptId: string, entry: HistoryEntry): void => {
    for (const resolve of waiters.get(promptId) ?? []) resolve(entry);
    waiters.delete(promptId);
  };
  const keep = (promptId: string, entry: HistoryEntry): void => {
    history.set(promptId, entry);
    const [oldest] = history.keys();
    if (history.size > MOST_HISTORY && oldest !== undefined) history.delete(oldest);
  };

  async function work(): Promise<void> {
    const [item, ...rest] = pending;
    if (!item || running || isStopped) return;
    pending = rest;
    const abort = new AbortController();
    running = { item, abort };
    tellStatus();
    const fault = faults?.({ promptId: item.promptId, graph: item.graph });
    if (fault?.kind === 'worker-death') return;
    const entry = await runPrompt(services, { item, fault, signal: abort.signal });
    if (isStopped) return;
    running = undefined;
    keep(item.promptId, entry);
    tellStatus();
    if (item.clientId !== undefined) {
      const data = { node: null, prompt_id: item.promptId };
      services.emit({ kind: 'message', to: item.clientId, type: 'executing', data });
    }
    settle(item.promptId, entry);
    start();
  }

  /** A dead worker thread leaves everything as it stands: the prompt runs for ever. */
  function start(): void {
    work().catch((error: unknown) => {
      if (!(error instanceof NodeNotFoundError)) throw error;
    });
  }

  return {
    history,
    get running() {
      return running?.item;
    },
    pending: () => pending,
    add(item) {
      pending = [...pending, item].sort((a, b) => a.number - b.number);
      tellStatus();
      start();
    },
    remove(promptIds) {
      const removed = pending.filter(({ promptId }) => promptIds.includes(promptId));
      if (removed.length === 0) return false;
      pending = pending.filter((item) => !removed.includes(item));
      tellStatus();
      for (const item of removed) settle(item.promptId, removedEntry(item));
      return true;
    },
    interrupt(promptId) {
      if (!running || (promptId !== undefined && running.item.promptId !== promptId)) return false;
      running.abort.abort();
      return true;
    },
    finished(promptId) {
      const known = history.get(promptId);
      if (known) return Promise.resolve(known);
      return new Promise((resolve) => {
        waiters.set(promptId, [...(waiters.get(promptId) ?? []), resolve]);
      });
    },
    stop() {
      isStopped = true;
      pending = [];
      running?.abort.abort();
    },
  };
}

/** For those who wait for a prompt that was taken out of the queue; it never gets into the history. */
function removedEntry({ number, promptId, graph, extraData, outputs }: PromptItem): HistoryEntry {
  return {
    prompt: [number, promptId, graph, extraData, outputs],
    outputs: {},
    status: {
      status_str: 'error',
      completed: false,
      messages: [['execution_interrupted', { prompt_id: promptId }]],
    },
    meta: {},
  };
}
