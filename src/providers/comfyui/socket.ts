import { isObject, parseLoosely, textOf } from '../../workflow/answers/loose-json.ts';
import type { Progress } from '../provider.ts';
import type { Preview } from './options.ts';

/**
 * What the server says while it works. It only makes waiting shorter and nicer: a socket that never opens or breaks costs some
 * polls, nothing else.
 */
export interface Socket {
  /** Resolves when something about the prompt may have changed, at the latest after `ms`. */
  news(promptId: string, ms: number, signal: AbortSignal): Promise<void>;
  progressOf(promptId: string): Progress | undefined;
  forget(promptId: string): void;
  readonly isOpen: boolean;
}

export interface SocketOptions {
  /** `http(s)://…`, without a slash at the end. */
  readonly base: string;
  readonly clientId: string;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly onPreview?: (preview: Preview) => void;
}

/** Opens with the first question and closes when no prompt is waited for any more. */
export function createSocket({ base, clientId, sleep, onPreview }: SocketOptions): Socket {
  const progress = new Map<string, Progress>();
  const waiting = new Map<string, Set<() => void>>();
  /** Over since nobody was listening. */
  const over = new Set<string>();
  let socket: WebSocket | undefined;
  let running = '';

  function open(): void {
    if (socket) return;
    const opened = new WebSocket(`${base.replace(/^http/, 'ws')}/ws?clientId=${clientId}`);
    opened.binaryType = 'arraybuffer';
    opened.addEventListener('message', (event) => {
      const data: unknown = event.data;
      if (typeof data === 'string') hear(parseLoosely(data));
      else if (data instanceof ArrayBuffer) show(data);
    });
    const drop = (): void => {
      if (socket === opened) socket = undefined;
    };
    opened.addEventListener('close', drop);
    opened.addEventListener('error', drop);
    socket = opened;
  }

  function hear(message: unknown): void {
    if (!isObject(message) || !isObject(message['data'])) return;
    const { type, data } = message;
    const id = textOf(data['prompt_id']);
    if (id === '') return;
    running = id;
    if (type === 'progress' && typeof data['value'] === 'number' && typeof data['max'] === 'number') {
      progress.set(id, { step: Math.floor(data['value']), total: data['max'] });
    }
    // The last word on a prompt comes after its history is written.
    const isOver = type === 'executing' && data['node'] === null;
    if (isOver) over.add(id);
    if (isOver || type === 'execution_start') for (const wake of waiting.get(id) ?? []) wake();
  }

  /** Event 1: a picture of what runs; its format stands before it. */
  function show(data: ArrayBuffer): void {
    const view = new DataView(data);
    if (!onPreview || running === '' || view.byteLength < 8 || view.getUint32(0) !== 1) return;
    const mimeType = view.getUint32(4) === 2 ? 'image/png' : 'image/jpeg';
    onPreview({ remoteId: running, mimeType, bytes: new Uint8Array(data, 8) });
  }

  return {
    get isOpen() {
      return socket?.readyState === 1;
    },
    async news(promptId, ms, signal) {
      open();
      if (over.delete(promptId)) return;
      const stopped = new AbortController();
      const wakers = waiting.get(promptId) ?? new Set();
      waiting.set(promptId, wakers);
      const heard = new Promise<void>((resolve) => {
        wakers.add(resolve);
      });
      const timer = sleep(ms, AbortSignal.any([signal, stopped.signal]));
      await Promise.race([heard, timer]).finally(() => stopped.abort());
      await timer.catch(() => undefined);
      signal.throwIfAborted();
    },
    progressOf: (promptId) => progress.get(promptId),
    forget(promptId) {
      progress.delete(promptId);
      waiting.delete(promptId);
      over.delete(promptId);
      if (waiting.size > 0) return;
      socket?.close();
      socket = undefined;
    },
  };
}
