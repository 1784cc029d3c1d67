import { vi } from 'vitest';

export interface HeldTime extends Disposable {
  /** Lets so much time pass, and all that falls due in it happen. */
  pass(ms: number): Promise<void>;
}

/**
 * Stops the timers and `performance` of this process until the test lets time pass, so that what took how long is known to the
 * millisecond however slow the machine is. Connections and `expect.poll` go on as ever.
 */
export function holdTime(): HeldTime {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  return {
    pass: async (ms) => void (await vi.advanceTimersByTimeAsync(ms)),
    [Symbol.dispose]: () => void vi.useRealTimers(),
  };
}
