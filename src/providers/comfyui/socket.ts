import type { Progress } from '../provider.ts';
import { readFrame } from './frames.ts';
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
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly onPreview?: (preview: Preview) => void;
}

/** A socket that did not open or broke is tried again, but not with every question. */
const RETRY_MS = 5000;

/** Opens with the first question and closes when no prompt is waited for any more. */
export function createSocket({ base, clientId, now, sleep, onPreview }: SocketOptions): Socket {
  const progress = new Map<string, Progress>();
  const waiting = new Map<string, Set<() => void>>();
  /** Over since nobody was listening. */
  const over = new Set<string>();
  let socket: WebSocket | undefined;
  let retryAt = 0;
  let running = '';
  let remaining = 0;

  const wake = (promptId: string): void => waiting.get(promptId)?.forEach((resolve) => resolve());
  const wakeAll = (): void => [...waiting.keys()].forEach(wake);

  function open(): void {
    if (socket || now() < retryAt) return;
    retryAt = now() + RETRY_MS;
    const opened = new WebSocket(`${base.replace(/^http/, 'ws')}/ws?clientId=${clientId}`);
    opened.binaryType = 'arraybuffer';
    opened.addEventListener('open', () => {
      if (onPreview) opened.send(WANTS_METADATA);
      // Whatever was said until now, nobody heard.
      wakeAll();
    });
    opened.addEventListener('message', ({ data }) => hear(data));
    const drop = (): void => {
      if (socket === opened) socket = undefined;
    };
    opened.addEventListener('close', drop);
    opened.addEventListener('error', drop);
    socket = opened;
  }

  function hear(data: unknown): void {
    const frame = readFrame(data);
    if (!frame) return;
    if (frame.kind === 'queue') {
      // Of prompts that another process has sent, this is all that is told.
      if (frame.remaining < remaining) wakeAll();
      remaining = frame.remaining;
      return;
    }
    if (frame.kind === 'preview') {
      const { promptId: remoteId = running, mimeType, bytes } = frame;
      if (remoteId !== '') onPreview?.({ remoteId, mimeType, bytes });
      return;
    }
    running = frame.promptId;
    if (!waiting.has(running)) return;
    if (frame.kind === 'step') progress.set(running, frame.progress);
    if (frame.kind === 'over') over.add(running);
    if (frame.kind === 'over' || frame.kind === 'started') wake(running);
  }

  return {
    get isOpen() {
      return socket?.readyState === OPEN;
    },
    async news(promptId, ms, signal) {
      const wakers = waiting.get(promptId) ?? new Set();
      waiting.set(promptId, wakers);
      open();
      if (over.delete(promptId)) return;
      const stopped = new AbortController();
      const stop = (): void => stopped.abort();
      wakers.add(stop);
      await sleep(ms, AbortSignal.any([signal, stopped.signal])).catch(() => undefined);
      wakers.delete(stop);
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
      retryAt = 0;
    },
  };
}

const OPEN = 1;
const WANTS_METADATA = JSON.stringify({ type: 'feature_flags', data: { supports_preview_metadata: true } });

/** For servers that a socket cannot reach: it has no way to send a password. */
export function createDeafSocket(sleep: SocketOptions['sleep']): Socket {
  return {
    isOpen: false,
    news: (_promptId, ms, signal) => sleep(ms, signal),
    progressOf: () => undefined,
    forget: () => undefined,
  };
}
