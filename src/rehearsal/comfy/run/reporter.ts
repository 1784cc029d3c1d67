import type { EngineEvent } from './events.ts';
import type { PromptItem } from './prompt-item.ts';

type Data = Readonly<Record<string, unknown>>;

/** Tells clients and the history how one prompt goes. */
export interface Reporter {
  /** A milestone: goes into the history, and to the prompt's client if it has one. */
  milestone(type: string, data: Data): void;
  /** The same, but to everyone where no client is named. */
  broadcast(type: string, data: Data): void;
  /** Only for the prompt's client. */
  send(type: string, data: Data): void;
  startNode(id: string): void;
  finishNode(id: string): void;
  /** A cached output node: nothing is shown of it but its end. */
  skipNode(id: string): void;
  step(id: string, step: Pick<Extract<EngineEvent, { kind: 'progress' }>, 'preview'> & Progress): void;
  readonly messages: readonly (readonly [string, Data])[];
}

interface Progress {
  readonly value: number;
  readonly max: number;
}

interface NodeProgress extends Progress {
  readonly state: 'running' | 'finished';
}

export function createReporter(
  { promptId, clientId }: PromptItem,
  emit: (event: EngineEvent) => void,
  now: () => number,
): Reporter {
  const messages: (readonly [string, Data])[] = [];
  const nodes = new Map<string, NodeProgress>();
  const to = clientId === undefined ? {} : { to: clientId };
  const send = (type: string, data: Data): void => {
    if (clientId !== undefined) emit({ kind: 'message', to: clientId, type, data });
  };
  const record = (type: string, data: Data): Data => {
    const stamped = { prompt_id: promptId, ...data, timestamp: now() };
    messages.push([type, stamped]);
    return stamped;
  };
  const setProgress = (id: string, progress: NodeProgress): void => {
    nodes.set(id, progress);
    const states = Object.fromEntries([...nodes].map(([node, state]) => [node, nodeState(node, promptId, state)]));
    emit({ kind: 'message', ...to, type: 'progress_state', data: { prompt_id: promptId, nodes: states } });
  };
  return {
    messages,
    send,
    milestone: (type, data) => send(type, record(type, data)),
    broadcast: (type, data) => emit({ kind: 'message', ...to, type, data: record(type, data) }),
    startNode(id) {
      setProgress(id, { value: 0, max: 1, state: 'running' });
      send('executing', { node: id, display_node: id, prompt_id: promptId });
    },
    finishNode(id) {
      const { max } = nodes.get(id) ?? { max: 1 };
      setProgress(id, { value: max, max, state: 'finished' });
    },
    skipNode: (id) => setProgress(id, { value: 1, max: 1, state: 'finished' }),
    step(id, { value, max, preview }) {
      setProgress(id, { value, max, state: 'running' });
      const data = { value, max, prompt_id: promptId, node: id };
      emit({ kind: 'progress', ...to, data, ...(preview ? { preview } : {}) });
    },
  };
}

function nodeState(id: string, promptId: string, progress: NodeProgress): Data {
  const { value, max, state } = progress;
  return {
    value,
    max,
    state,
    node_id: id,
    prompt_id: promptId,
    display_node_id: id,
    parent_node_id: null,
    real_node_id: id,
  };
}
