/** Lets submissions through a few at a time, so that what became of one without an answer can be told. */
export interface Turnstile {
  /** Does the work as soon as there is room; `ahead` comes first when nothing else is under way, and alone. */
  pass<T>(work: () => Promise<T>, ahead: () => Promise<void>, signal: AbortSignal): Promise<T>;
  /** Does the work while nothing else is under way; whatever comes waits. */
  alone(work: () => Promise<void>, signal: AbortSignal): Promise<void>;
  /** For a while, one at a time. */
  oneByOne(): void;
}

const AT_ONCE = 8;
const CAREFUL_MS = 60_000;

export function createTurnstile(now: () => number): Turnstile {
  const waiting: (() => void)[] = [];
  let passing = 0;
  let isClosed = false;
  let carefulUntil = -Infinity;

  const hasRoom = (): boolean => !isClosed && passing < (now() < carefulUntil ? 1 : AT_ONCE);
  const wake = (): void => {
    for (const resume of waiting.splice(0)) resume();
  };

  async function until(isTrue: () => boolean, signal: AbortSignal): Promise<void> {
    while (!isTrue()) {
      await new Promise<void>((resolve) => waiting.push(resolve));
      signal.throwIfAborted();
    }
  }

  async function closed(work: () => Promise<void>): Promise<void> {
    isClosed = true;
    try {
      await work();
    } finally {
      isClosed = false;
      wake();
    }
  }

  return {
    async pass(work, ahead, signal) {
      await until(hasRoom, signal);
      if (passing === 0) {
        await closed(ahead);
        await until(hasRoom, signal);
      }
      passing += 1;
      try {
        return await work();
      } finally {
        passing -= 1;
        wake();
      }
    },
    async alone(work, signal) {
      await until(() => !isClosed, signal);
      isClosed = true;
      try {
        await until(() => passing === 0, signal);
        await work();
      } finally {
        isClosed = false;
        wake();
      }
    },
    oneByOne() {
      carefulUntil = now() + CAREFUL_MS;
    },
  };
}
