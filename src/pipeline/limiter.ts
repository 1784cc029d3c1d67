/**
 * Lets at most `limit` pieces of work be under way at once, the rest waits its turn. The limit may be changed at any
 * time and is read at each start: what is under way is never stopped.
 */
export interface Limiter {
  limit: number;
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function createLimiter(limit: number): Limiter {
  const waiting: (() => void)[] = [];
  let allowed = limit;
  let active = 0;
  const startNext = (): void => {
    // A limit below one would leave the work waiting for ever.
    while (active < Math.max(1, allowed)) {
      const start = waiting.shift();
      if (!start) return;
      active += 1;
      start();
    }
  };
  return {
    get limit() {
      return allowed;
    },
    set limit(value) {
      allowed = value;
      startNext();
    },
    async run(work) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        startNext();
      });
      try {
        return await work();
      } finally {
        active -= 1;
        startNext();
      }
    },
  };
}
